/**
 * Adding a term, worked out a second time from first principles: proleptic Gregorian days, and the clocks of a
 * zone as `Intl` shows them. It knows neither Temporal nor our code, so that an error has to be made twice to
 * stay unseen. Instants are epoch ms; wall times are the epoch ms at which UTC shows the same.
 */
import type { Term } from '@leb-renew/core/contract';

const hour = 3_600_000;
const day = 24 * hour;

/** Running number of a civil day; 1 January 1970 is 0. Years begin in March here, so that a leap day is their last. */
export function dayNumber(year: number, month: number, date: number): number {
  const from = month > 2 ? year : year - 1;
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return from * 365 + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 719_469;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The civil day of a running number, found by walking to it. */
export function civil(number: number): Civil {
  let year = 1969 + Math.floor(number / 366);
  while (dayNumber(year + 1, 1, 1) <= number) year += 1;
  let month = 1;
  while (dayNumber(year, month, daysIn(year, month)) < number) month += 1;
  return { year, month, date: number - dayNumber(year, month, 1) + 1 };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a zone are ahead of UTC at an instant, ms. */
function ahead(at: number, zone: string): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  clocks.set(zone, clock);
  const [year = 0, month = 0, date = 0, h = 0, m = 0, s = 0] = clock.format(at).split(/\D/).map(Number);
  return (
    dayNumber(year, month, date) * day + h * hour + m * 60_000 + s * 1_000 - Math.floor(at / 1_000) * 1_000
  );
}

export const wallTime = (at: number, zone: string): number => at + ahead(at, zone);

/** The instant in `(from, to]` from which on the clocks are no longer as they were at `from`. */
function changeBetween(from: number, to: number, zone: string): number {
  let [before, after] = [from, to];
  const was = ahead(from, zone);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (ahead(middle, zone) === was) before = middle;
    else after = middle;
  }
  return after;
}

/** Every clock change of a zone between two instants, if no two lie within five days of each other. */
export function clockChanges(from: number, to: number, zone: string): number[] {
  const changes: number[] = [];
  for (let at = from; at < to; at += 5 * day)
    if (ahead(at, zone) !== ahead(at + 5 * day, zone)) changes.push(changeBetween(at, at + 5 * day, zone));
  return changes;
}

/** When clocks show `wall`: the first time they do, and as long after the gap as it was meant after its start. */
export function momentAt(wall: number, zone: string): { at: number; shown: 'once' | 'twice' | 'never' } {
  const [early, late] = [wall - 15 * hour, wall + 13 * hour];
  const [before, after] = [ahead(early, zone), ahead(late, zone)];
  if (before === after) return { at: wall - before, shown: 'once' };
  const change = changeBetween(early, late, zone);
  const first = wall - before < change;
  const second = wall - after >= change;
  if (first) return { at: wall - before, shown: second ? 'twice' : 'once' };
  return second ? { at: wall - after, shown: 'once' } : { at: wall - before, shown: 'never' };
}

export interface Start {
  /** Epoch ms. */
  readonly start: number;
  readonly zone: string;
  readonly term: Term;
  readonly anchorDay?: number | undefined;
  /** Ms since local midnight. */
  readonly anchorTime?: number | undefined;
}

/** The wall time at which a term ends, whether clocks show it or not. */
export function wallEnd({ start, zone, term, anchorDay, anchorTime }: Start): number {
  const wall = wallTime(start, zone);
  const number = Math.floor(wall / day);
  const time = anchorTime ?? wall - number * day;
  if ('days' in term) return (number + term.days) * day + time;
  const { year, month, date } = civil(number);
  const months = year * 12 + month - 1 + term.months;
  const [endYear, endMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const endDate = Math.min(anchorDay ?? date, daysIn(endYear, endMonth));
  return dayNumber(endYear, endMonth, endDate) * day + time;
}

/** The end of a term, epoch ms. */
export const endOfTerm = (start: Start): number => momentAt(wallEnd(start), start.zone).at;
