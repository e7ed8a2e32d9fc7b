import { reminderFile, type Card } from '@leb-renew/core';
import { dateText, lastMoment } from '../../text/dates.ts';
import { saveFile } from '../save-file.ts';
import type { JourneyWords } from '../../text/messages.ts';

/** Hands the person a calendar file with the end of a card. */
export function saveReminder(
  { cardRef, label, entitlement }: Card,
  words: JourneyWords,
  locale: string,
  now: number,
): void {
  const { expiresAt, zone, version } = entitlement;
  if (expiresAt === null) return;
  const date = dateText(lastMoment(expiresAt), 'long', locale, zone);
  const text = reminderFile({
    cardRef,
    cardLabel: label,
    expiresAt,
    sequence: Number(version),
    madeAt: new Date(now).toISOString(),
    summary: words.reminderSummary(label),
    description: words.reminderText(label, date),
    url: null,
  });
  saveFile(text, `${cardRef}.ics`, 'text/calendar');
}
