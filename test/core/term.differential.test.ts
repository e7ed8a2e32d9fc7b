import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import type { Term } from '@leb-renew/core/contract';
import { addTerm, anchorOf } from '@leb-renew/core/term';
import { nearChanges } from './near-changes.ts';
import { civil, dayNumber, endOfTerm, momentAt, wallEnd, wallTime, type Start } from './second-calendar.ts';
import { hardZones } from './zones.ts';

const day = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

/** Ms since midnight as `HH:MM:SS`. */
const clock = (time: number): string => iso(time).slice(11, 19);

const terms: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ months: fc.oneof(fc.constantFrom(1, 3, 12, 24), fc.integer({ min: 1, max: 400 })) }),
  fc.record({ days: fc.oneof(fc.constantFrom(1, 7, 30, 365), fc.integer({ min: 1, max: 3_660 })) }),
);

/** Any start, any anchor. */
const anywhere: fc.Arbitrary<Start> = fc.record({
  start: fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2090, 0, 1) }),
  zone: fc.constantFrom(...hardZones),
  term: terms,
  anchorDay: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
  anchorTime: fc.option(
    fc.integer({ min: 0, max: 86_399 }).map((second) => second * 1_000),
    { nil: undefined },
  ),
});

const ours = ({ start, zone, term, anchorDay, anchorTime }: Start): number =>
  Date.parse(
    addTerm({
      start: iso(start),
      zone,
      term,
      anchorDay,
      anchorTime: anchorTime === undefined ? undefined : clock(anchorTime),
    }),
  );

describe('addTerm and a second calendar', () => {
  test('agree on 20 000 ends anywhere, in twelve zones', () => {
    fc.assert(
      fc.property(anywhere, (start) => {
        assert.equal(iso(ours(start)), iso(endOfTerm(start)));
      }),
      { numRuns: 20_000 },
    );
  });

  test('agree on 5 000 ends about clock changes, in gaps and in overlaps', () => {
    const met = { once: 0, twice: 0, never: 0 };
    fc.assert(
      fc.property(nearChanges, (start) => {
        met[momentAt(wallEnd(start), start.zone).shown] += 1;
        assert.equal(iso(ours(start)), iso(endOfTerm(start)));
      }),
      { numRuns: 5_000 },
    );
    for (const [shown, times] of Object.entries(met))
      assert.ok(times > 200, `ends that clocks show ${shown} were met ${times} times`);
  });

  test('read the same anchor off an instant', () => {
    fc.assert(
      fc.property(anywhere, ({ start, zone }) => {
        const whole = Math.floor(start / 1_000) * 1_000;
        const wall = wallTime(whole, zone);
        const { date } = civil(Math.floor(wall / day));
        assert.deepEqual(anchorOf(iso(whole), zone), {
          anchorDay: date,
          anchorTime: clock(((wall % day) + day) % day),
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the second calendar itself', () => {
  test('numbers days as published: 1 January 1970 is 0, 29 February 2000 is 11 016, 1 March 2100 is 47 541', () => {
    assert.deepEqual(
      [dayNumber(1970, 1, 1), dayNumber(2000, 2, 29), dayNumber(2100, 3, 1)],
      [0, 11_016, 47_541],
    );
  });

  test('comes back from every day of four centuries', () => {
    for (let number = dayNumber(1900, 1, 1); number < dayNumber(2300, 1, 1); number++) {
      const { year, month, date } = civil(number);
      assert.equal(dayNumber(year, month, date), number);
    }
  });
});
