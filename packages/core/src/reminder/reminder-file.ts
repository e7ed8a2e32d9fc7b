/** What a calendar needs to remind of a card's end. */
export interface Reminder {
  /** Opaque; keeps the event the same event when the file is made again. */
  readonly cardRef: string;
  readonly cardLabel: string;
  /** ISO instant at which service ends. */
  readonly expiresAt: string;
  /** Raised with each renewal, so that calendars replace the old date (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  /** ISO instant at which the file is made. */
  readonly madeAt: string;
  readonly summary: string;
  readonly description: string;
  /** Where to renew; carries no secret. */
  readonly url: string | null;
}

/**
 * An iCalendar file (RFC 5545) with one event at the card's end and one alarm a week before: Outlook keeps
 * a single alarm (MS-OXCICAL).
 */
export function reminderFile(reminder: Reminder): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//LEB Renew//Reminder//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${reminder.cardRef}@leb-renew`,
    `SEQUENCE:${reminder.sequence}`,
    `DTSTAMP:${stamp(reminder.madeAt)}`,
    `DTSTART:${stamp(reminder.expiresAt)}`,
    `SUMMARY:${escape(reminder.summary)}`,
    `DESCRIPTION:${escape(reminder.description)}`,
    ...(reminder.url === null ? [] : [`URL:${oneLine(reminder.url)}`]),
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escape(reminder.summary)}`,
    'TRIGGER:-P7D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

const stamp = (instant: string): string =>
  `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const escape = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n|\r|\n/g, '\\n');

/** An address is not escaped in a calendar: what is no part of one is written as `%0A` and the like. */
const oneLine = (url: string): string => url.replaceAll(/[\0- \x7f]/g, encodeURIComponent);

/** Folds at 75 octets without splitting a character (RFC 5545 §3.1). */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}

function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
