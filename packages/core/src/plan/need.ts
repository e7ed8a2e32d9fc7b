import { momentAt, momentOf, wallTime } from '../card/wall-clock.ts';
import type { Instant, ZoneId } from '../contract/index.ts';
import { longest, members } from '../plain-data.ts';
import { misuse } from '../misuse.ts';
import { whole } from '../whole.ts';

/** How long a card is needed. */
export type Need =
  /** Until a moment. */
  | { readonly until: Instant; readonly days?: never; readonly from?: never; readonly zone?: never }
  /** For local calendar days, counted from `from` in the card's zone. */
  | { readonly days: number; readonly from: Instant; readonly zone: ZoneId; readonly until?: never }
  /** For so many days from the start of the plan, whenever that is. */
  | { readonly days: number; readonly from?: never; readonly zone?: never; readonly until?: never };

/** A need to hold service against. */
export interface Measure {
  /** Whole days that service from `start` to `end` (epoch ms) leaves over; below 0 when it ends too early. */
  spareDays(start: number, end: number): number;
  /** Whether the days are counted from the start of the plan, so that no earlier service counts. */
  readonly fromStart: boolean;
}

/** As it may come from where no types are checked. */
interface Given {
  readonly until?: Instant;
  readonly days?: number;
  readonly from?: Instant;
  readonly zone?: ZoneId;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Throws `Misuse` for what is no need. */
export function measureOf(what: string, need: Need): Measure {
  const { until, days, from, zone } = members<Given>(what, need);
  if ((until === undefined) === (days === undefined)) throw misuse(what, need, 'either days or until');
  if (until !== undefined) {
    const needed = momentOf(`${what}.until`, until);
    return { fromStart: false, spareDays: (_, end) => Math.floor((end - needed) / day) };
  }
  const count = whole(`${what}.days`, days, 1, longest);
  if (from === undefined && zone === undefined)
    // A clock change on the way makes no day less.
    return { fromStart: true, spareDays: (start, end) => Math.floor((end - start + 2 * hour) / day) - count };
  if (from === undefined || zone === undefined)
    throw misuse(what, need, 'days with both from and zone, or neither');
  const wall = wallTime(momentOf(`${what}.from`, from), zone) + count * day;
  const needed = momentAt(wall, zone);
  return {
    fromStart: false,
    spareDays(_, end) {
      const spare = Math.floor((wallTime(end, zone) - wall) / day);
      // By the clock on the wall, but an hour that it shows twice is two hours.
      return end < needed ? Math.min(spare, -1) : Math.max(spare, 0);
    },
  };
}
