import fc from '../chance.ts';
import { civil, clockChanges, dayNumber, momentAt, wallTime, type Start } from './second-calendar.ts';
import { hardZones } from './zones.ts';

const hour = 3_600_000;
const day = 24 * hour;

interface NearChange extends Start {
  /** Epoch ms from which on the clocks are other than before. */
  readonly change: number;
  /** Ms since local midnight. */
  readonly anchorTime: number;
}

const changes = hardZones.flatMap((zone) =>
  clockChanges(Date.UTC(2005, 0, 1), Date.UTC(2037, 0, 1), zone).map((change) => ({ zone, change })),
);

/** Terms that end within hours of a clock change: started at a noon before, anchored at its day and about its time. */
export const nearChanges: fc.Arbitrary<NearChange> = fc
  .record({
    at: fc.constantFrom(...changes),
    off: fc.integer({ min: -9_000, max: 9_000 }).map((second) => second * 1_000),
    term: fc.oneof(
      fc.record({ months: fc.constantFrom(1, 3, 12, 24) }),
      fc.record({ days: fc.constantFrom(1, 7, 30, 365) }),
    ),
  })
  .map(({ at: { zone, change }, off, term }) => {
    const wall = wallTime(change - 1, zone) + 1 + off;
    const number = Math.floor(wall / day);
    const { year, month, date } = civil(number);
    const startDay =
      'days' in term ? number - term.days : dayNumber(year, month, 1) - (term.months - 1) * 31 - 16;
    return {
      start: momentAt(startDay * day + 12 * hour, zone).at,
      zone,
      change,
      term,
      anchorDay: date,
      anchorTime: wall - number * day,
    };
  });
