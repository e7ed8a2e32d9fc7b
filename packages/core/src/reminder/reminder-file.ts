import { momentOf } from '../card/wall-clock.ts';
import type { Term } from '../contract/index.ts';
import { members, termOf } from '../plain-data.ts';
import { misuse } from '../misuse.ts';
import { whole } from '../whole.ts';
import { contentLines, escaped, oneLine, stamp } from './content-lines.ts';
import { noticeTime } from './notice-time.ts';

/** A word ahead of the end, at nine in the morning in the card's zone. */
export interface Notice {
  /** Local calendar days before the last usable day. */
  readonly days: number;
  readonly summary: string;
}

/** What a calendar needs to remind of a card's end. Calendars are shared and kept: no text here holds a secret. */
export interface Reminder {
  /** Opaque; keeps the events the same events when the file is made again. */
  readonly cardRef: string;
  /** ISO instant at which service ends. */
  readonly expiresAt: string;
  /** IANA zone of the card. */
  readonly zone: string;
  /** Raised with each renewal, so that calendars replace the old dates (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  /** ISO instant at which the file is made. */
  readonly madeAt: string;
  /** Title of the end itself. */
  readonly summary: string;
  readonly description: string;
  /** See `noticeDays`. */
  readonly notices: readonly Notice[];
  /** Where to renew. */
  readonly url: string | null;
  /** The card is gone: the file takes all its events back. Default false. */
  readonly cancelled?: boolean;
}

/** How many days before the end of a term its owner is told: a month ahead only if it lasts a quarter or more. */
export function noticeDays(term: Term): readonly number[] {
  const length = termOf('noticeDays: term', term);
  const isLong = 'months' in length ? length.months >= 3 : length.days >= 90;
  return isLong ? [30, 7, 1] : [7, 1];
}

/** Outlook keeps one alarm per event (MS-OXCICAL): the end has this one, other notices are events of their own. */
const alarmDays = 7;

/**
 * An iCalendar file (RFC 5545): the card's end, with an alarm a week before, and an event for every other
 * notice. Notices that are past when the file is made are left out.
 *
 * @throws Misuse when a member is not what it should be
 */
export function reminderFile(reminder: Reminder): string {
  const { cardRef, expiresAt, summary, zone, cancelled = false } = checked(reminder);
  const end = momentOf('reminderFile: expiresAt', expiresAt);
  const madeAt = momentOf('reminderFile: madeAt', reminder.madeAt);
  const notices = reminder.notices
    .map((notice) => ({ ...notice, at: noticeTime({ expiresAt, zone, days: notice.days }) }))
    .filter(({ at }) => cancelled || (at > madeAt && at < end));

  const event = (uid: string, at: number, title: string, alarm: readonly string[]) => [
    'BEGIN:VEVENT',
    `UID:${uid}@leb-renew`,
    `SEQUENCE:${reminder.sequence}`,
    `DTSTAMP:${stamp(madeAt)}`,
    `DTSTART:${stamp(at)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(reminder.description)}`,
    ...(reminder.url === null ? [] : [`URL:${oneLine(reminder.url)}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    ...(cancelled ? [] : alarm),
    'END:VEVENT',
  ];
  return contentLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//LEB Renew//Reminder//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...event(
      cardRef,
      end,
      summary,
      notices.filter(({ days }) => days === alarmDays).flatMap((notice) => alarm(end - notice.at, notice)),
    ),
    // No cardRef has a dot in it.
    ...notices
      .filter(({ days }) => days !== alarmDays)
      .flatMap((notice) => event(`${cardRef}.${notice.days}`, notice.at, notice.summary, alarm(0, notice))),
    'END:VCALENDAR',
  ]);
}

/** Rings so many milliseconds before its event: in whole minutes, which is what Outlook counts in. */
const alarm = (before: number, { summary }: Notice): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(summary)}`,
  `TRIGGER:-PT${Math.ceil(before / 60_000)}M`,
  'END:VALARM',
];

function checked(reminder: Reminder): Reminder {
  const { cardRef, sequence, summary, description, notices, url, cancelled } = members(
    'reminderFile',
    reminder,
  );
  if (!/^[\w-]{1,64}$/.test(text('cardRef', cardRef)))
    throw misuse('reminderFile: cardRef', cardRef, '1 to 64 letters, digits, _ or -');
  whole('reminderFile: sequence', sequence, 0, 2 ** 31 - 1);
  text('summary', summary);
  text('description', description);
  if (url !== null) text('url', url);
  if (cancelled !== undefined && typeof cancelled !== 'boolean')
    throw misuse('reminderFile: cancelled', cancelled, 'true or false');
  if (!Array.isArray(notices)) throw misuse('reminderFile: notices', notices, 'a list');
  for (const notice of notices as readonly Notice[]) {
    const { days, summary } = members('reminderFile: notice', notice);
    whole('reminderFile: notice.days', days, 0, 3660);
    text('notice.summary', summary);
  }
  return reminder;
}

function text(member: string, value: string): string {
  if (typeof value === 'string') return value;
  throw misuse(`reminderFile: ${member}`, value, 'text');
}
