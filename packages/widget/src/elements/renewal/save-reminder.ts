import { reminderFile, type Card } from '@leb-renew/core';
import { dateText, lastMoment } from '../../text/dates.ts';
import type { JourneyWords } from '../../text/messages.ts';

/** Hands the person a calendar file with the end of a card. */
export function saveReminder(
  { cardRef, label, entitlement }: Card,
  words: JourneyWords,
  locale: string,
  now: number,
): void {
  const { expiresAt, zone, periods } = entitlement;
  if (expiresAt === null) return;
  const date = dateText(lastMoment(expiresAt), 'long', locale, zone);
  const text = reminderFile({
    cardRef,
    cardLabel: label,
    expiresAt,
    sequence: periods.length,
    madeAt: new Date(now).toISOString(),
    summary: words.reminderSummary(label),
    description: words.reminderText(label, date),
    url: null,
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  link.download = `${cardRef}.ics`;
  link.click();
  URL.revokeObjectURL(link.href);
}
