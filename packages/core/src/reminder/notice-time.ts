import { momentAt, momentOf, wallTime } from '../card/wall-clock.ts';
import { members } from '../plain-data.ts';
import { whole } from '../whole.ts';

const day = 86_400_000;
const nine = 9 * 3_600_000;

/**
 * When a word ahead of a card's end is said, epoch ms: at nine in the morning in the card's zone, so many local
 * calendar days before the last usable one.
 *
 * @throws Misuse when a member is no instant, zone or count of days
 */
export function noticeTime(end: {
  /** ISO instant at which service ends. */
  readonly expiresAt: string;
  /** IANA zone of the card. */
  readonly zone: string;
  readonly days: number;
}): number {
  const { expiresAt, zone, days } = members('noticeTime', end);
  const before = whole('noticeTime: days', days, 0, 3660);
  const lastDay = Math.floor(wallTime(momentOf('noticeTime: expiresAt', expiresAt) - 1, zone) / day) * day;
  return momentAt(lastDay - before * day + nine, zone);
}
