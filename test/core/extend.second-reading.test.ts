import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import { extend } from '@leb-renew/core/term';
import { daysOn, readAgain, type Wish } from './second-reading.ts';
import { hardZones } from './zones.ts';

const iso = (at: number): string => new Date(at).toISOString();
const whole = (most: number, least = 0) => fc.integer({ min: least, max: most });

const policies = fc.record(
  {
    active: fc.constantFrom('stack', 'queue', 'restart'),
    graceDays: whole(60),
    grace: fc.constantFrom('from-expiry', 'from-now'),
    recoverDays: whole(120),
    horizonMonths: whole(36, 1),
    anchor: fc.constantFrom('sticky', 'drift'),
    opensBeforeDays: whole(60),
    closesBeforeMinutes: whole(10_000),
    maxStacked: whole(3),
  },
  { requiredKeys: [] },
);

/** Asked about the moments at which an answer changes: the end, and every limit that the policy counts from it. */
const wishes: fc.Arbitrary<Wish> = fc
  .record({
    zone: fc.constantFrom(...hardZones),
    end: whole(Date.UTC(2060, 0, 1), Date.UTC(2004, 0, 1)),
    anchorDay: whole(31, 1),
    anchorTime: fc.option(
      whole(86_399).map((second) => second * 1_000),
      { nil: undefined },
    ),
    term: fc.oneof(
      fc.record({ months: fc.constantFrom(1, 3, 12, 24) }),
      fc.record({ days: fc.constantFrom(1, 7, 30, 365) }),
    ),
    policy: policies,
    stacked: whole(3),
    limit: whole(5),
    off: fc.oneof(fc.constantFrom(-1, 0, 1), whole(90 * 86_400_000, -90 * 86_400_000)),
  })
  .map(({ limit, off, ...wish }) => {
    const { zone, end, policy } = wish;
    const limits = [
      end,
      end,
      daysOn(end, policy.graceDays ?? 0, zone),
      daysOn(end, policy.recoverDays ?? 0, zone),
      daysOn(end, -(policy.opensBeforeDays ?? 0), zone),
      end - (policy.closesBeforeMinutes ?? 0) * 60_000,
    ];
    return { ...wish, now: limits[limit]! + off };
  });

const ms = (text: string | undefined) => (text === undefined ? {} : { ms: Date.parse(text) });

/** What `extend` says, in the words of the second reading. */
function said({ end, now, anchorTime, ...rest }: Wish) {
  const answer = extend({
    ...rest,
    expiresAt: iso(end),
    now: iso(now),
    anchorTime: anchorTime === undefined ? undefined : iso(anchorTime).slice(11, 19),
  });
  if (!('refused' in answer)) return { ...answer, from: ms(answer.from), to: ms(answer.to) };
  return { refused: answer.refused, at: ms(answer.at), would: ms(answer.would) };
}

function expected(wish: Wish) {
  const reading = readAgain(wish);
  const at = (moment: number | undefined) => (moment === undefined ? {} : { ms: moment });
  if ('refused' in reading) return { refused: reading.refused, at: at(reading.at), would: at(reading.would) };
  return { ...reading, from: at(reading.from), to: at(reading.to) };
}

/** A share of a day is a quotient, which two ways of counting round differently. */
const roughly = <Answer extends object>(answer: Answer) =>
  'losesDays' in answer ? { ...answer, losesDays: (answer.losesDays as number).toFixed(9) } : answer;

describe('extend and a second reading of the policies', () => {
  test('agree on 10 000 wishes in twelve zones, at the moments at which answers change', () => {
    const met = new Map<string, number>();
    fc.assert(
      fc.property(wishes, (wish) => {
        const answer = said(wish);
        const kind = 'refused' in answer ? answer.refused : answer.basis;
        met.set(kind, (met.get(kind) ?? 0) + 1);
        assert.deepEqual(roughly(answer), roughly(expected(wish)));
      }),
      { numRuns: 10_000 },
    );
    const kinds = ['expiry', 'now', 'terminated', 'would-shorten', 'beyond-horizon', 'not-open-yet'];
    for (const kind of [...kinds, 'closed-until', 'max-stacked'])
      assert.ok((met.get(kind) ?? 0) > 100, `${kind} was met ${met.get(kind) ?? 0} times`);
  });
});
