import { inLanguage } from '@leb-renew/core';
import type { Instant, PlanRef, ZoneId } from '@leb-renew/core/contract';
import { noticeDays, reminderFile } from '@leb-renew/core/reminder';
import type { Language, MailAttachment } from './port.ts';
import { words } from './words/index.ts';

export interface CardReminder {
  readonly card: { readonly cardRef: string; readonly label: string; readonly iccidMasked: string };
  readonly plan: PlanRef;
  readonly zone: ZoneId;
  readonly expiresAt: Instant;
  /** Raised with each renewal of the card, so that the calendar replaces the old date. */
  readonly sequence: number;
  readonly madeAt: Instant;
  /** The card is gone: calendars are told to forget it. */
  readonly isGone: boolean;
  readonly language: Language;
  /** The page that carries the widget; null when the seller named none. */
  readonly pageUrl: string | null;
}

/** The calendar file that reminds of a card's end. */
export function cardReminder(reminder: CardReminder): MailAttachment {
  const { card, plan, isGone, language, pageUrl, ...rest } = reminder;
  const { ends, endsIn, endNote } = words[language].renewed;
  return {
    filename: 'renewal-reminder.ics',
    type: 'text/calendar; charset=utf-8',
    content: reminderFile({
      ...rest,
      cardRef: card.cardRef,
      summary: ends(card.label),
      description: endNote(
        inLanguage(language, plan.nameIn, plan.name),
        `${card.label} (${card.iccidMasked})`,
      ),
      notices: noticeDays(plan.term).map((days) => ({ days, summary: endsIn(card.label, days) })),
      url: pageUrl,
      cancelled: isGone,
    }),
  };
}
