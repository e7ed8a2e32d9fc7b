import type { Card } from '@leb-renew/core';
import { dateText, lastMoment } from '../../text/dates.ts';
import { saveFile } from '../save-file.ts';
import type { JourneyWords } from '../../text/messages.ts';

/** Hands the person a calendar file with the end of a card. What makes it is loaded when it is asked for. */
export async function saveReminder(
  { cardRef, label, currentPlan, entitlement }: Card,
  words: JourneyWords,
  locale: string,
  now: number,
): Promise<void> {
  const { expiresAt, zone, version } = entitlement;
  if (expiresAt === null) return;
  const { noticeDays, reminderFile } = await import('@leb-renew/core/reminder');
  const date = dateText(lastMoment(expiresAt), 'long', locale, zone);
  const text = reminderFile({
    cardRef,
    expiresAt,
    zone,
    // A version may be any text. Of two files with one number, the later one counts (RFC 5546 §2.1.5).
    sequence: /^\d{1,9}$/.test(version) ? Number(version) : 0,
    madeAt: new Date(now).toISOString(),
    summary: words.reminderSummary(label),
    description: words.reminderText(label, date),
    notices: noticeDays(currentPlan.term).map((days) => ({
      days,
      summary: words.reminderNotice(label, days),
    })),
    url: null,
  });
  saveFile(text, `${cardRef}.ics`, 'text/calendar');
}
