import type { Temporal } from 'temporal-polyfill';
import type { Term } from '../contract/index.ts';
import { misuse } from '../misuse.ts';
import { members, termOf } from '../plain-data.ts';
import { aimOf, instantOf, localTime, type Aim } from './given.ts';

/** A term, and where it begins. */
export interface TermStart {
  /** ISO instant with `Z`. */
  readonly start: string;
  /** IANA zone of the card. */
  readonly zone: string;
  readonly term: Term;
  /** Local day of month, 1 to 31, that months aim for; the start's own local day when left out. */
  readonly anchorDay?: number | null | undefined;
  /** Local wall time `HH:MM:SS` that the end falls on; the start's own when left out. */
  readonly anchorTime?: string | null | undefined;
}

/**
 * The end of a term that begins at `start`: an ISO instant.
 *
 * Months are calendar months that clamp to a short month's last day and come back to the anchor day in the
 * next long one, as Stripe's billing cycle does. Days are local calendar days, never 24 h. A wall time that a
 * clock change skips moves forward, one that happens twice is the earlier (Temporal's "compatible").
 *
 * @throws Misuse when a value is no instant, zone, term, day of month or time, or the end is past the year 9999
 */
export function addTerm(request: TermStart): string {
  const { start, zone, term, anchorDay, anchorTime } = members('addTerm', request);
  const from = localTime(instantOf('addTerm: start', start), 'addTerm: zone', zone);
  const last = endOf(from, termOf('addTerm: term', term), aimOf('addTerm', anchorDay, anchorTime));
  return written('addTerm', last);
}

/** The end of a term: months on the day of the aim, both on its time; on the start's own where it has none. */
export function endOf(
  from: Temporal.ZonedDateTime,
  term: Term,
  { day, time }: Aim = {},
): Temporal.ZonedDateTime {
  const date = from.toPlainDate().add(term);
  const last = 'months' in term && day !== undefined ? date.with({ day }) : date;
  return last.toPlainDateTime(time ?? from.toPlainTime()).toZonedDateTime(from.timeZoneId);
}

/** As the contract writes instants, which has four digits for a year. */
export function written(call: string, at: Temporal.ZonedDateTime): string {
  const text = at.toInstant().toString();
  if (text.startsWith('+')) throw misuse(`${call}: the end`, text, 'before the year 10000');
  return text;
}
