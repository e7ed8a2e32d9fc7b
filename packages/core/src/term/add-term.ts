import { Temporal } from 'temporal-polyfill';
import type { Term } from '../contract/index.ts';

export interface TermStart {
  /** ISO instant with `Z`. */
  readonly start: string;
  /** IANA zone of the card. */
  readonly zone: string;
  readonly term: Term;
  /** Local day of month, 1 to 31, that months aim for; the start's own local day when left out. */
  readonly anchorDay?: number | undefined;
  /** Local wall time `HH:MM:SS` that the end falls on; the start's own when left out. */
  readonly anchorTime?: string | undefined;
}

/**
 * The end of a term that begins at `start`: an ISO instant.
 *
 * Months are calendar months that clamp to a short month's last day and come back to the anchor day in the
 * next long one, as Stripe's billing cycle does. Days are local calendar days, never 24 h. A wall time that a
 * clock change skips moves forward, one that happens twice is the earlier (Temporal's "compatible").
 *
 * @throws RangeError when a value is no instant, zone, day of month or time
 */
export function addTerm({ start, zone, term, anchorDay, anchorTime }: TermStart): string {
  const local = Temporal.Instant.from(start).toZonedDateTimeISO(zone);
  const time = anchorTime === undefined ? local.toPlainTime() : Temporal.PlainTime.from(anchorTime);
  const date =
    'days' in term
      ? local.toPlainDate().add({ days: count(term.days) })
      : inMonths(local.toPlainDate(), count(term.months), anchorDay ?? local.day);
  return date
    .toPlainDateTime(time)
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toInstant()
    .toString();
}

function inMonths(from: Temporal.PlainDate, months: number, anchorDay: number): Temporal.PlainDate {
  if (!Number.isInteger(anchorDay) || anchorDay < 1 || anchorDay > 31)
    throw new RangeError(`addTerm: anchorDay is ${anchorDay}, must be 1 to 31`);
  const { year, month } = from.toPlainYearMonth().add({ months });
  return Temporal.PlainDate.from({ year, month, day: anchorDay }, { overflow: 'constrain' });
}

function count(amount: number): number {
  if (!Number.isInteger(amount) || amount < 1)
    throw new RangeError(`addTerm: a term of ${amount} must be a whole number above 0`);
  return amount;
}
