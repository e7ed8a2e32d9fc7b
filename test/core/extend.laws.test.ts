import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import type { Term } from '@leb-renew/core/contract';
import {
  addTerm,
  anchorOf,
  extend,
  type Extension,
  type ExtensionPolicy,
  type ExtensionRequest,
  type Refusal,
} from '@leb-renew/core/term';
import { nearChanges } from './near-changes.ts';
import { wallEnd, wallTime } from './second-calendar.ts';
import { hardZones } from './zones.ts';

const settings = { numRuns: 500 };
const day = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();
const at = (instant: string): number => Date.parse(instant);

/** After Apia skipped a day: two anchors that fall on one day are one anchor from there on. */
const moments = fc.integer({ min: Date.UTC(2012, 1, 1), max: Date.UTC(2070, 0, 1) });
const months = fc.oneof(fc.constantFrom(1, 3, 12, 24), fc.integer({ min: 1, max: 120 }));
const days = fc.oneof(fc.constantFrom(1, 7, 30, 365), fc.integer({ min: 1, max: 800 }));
const terms: fc.Arbitrary<Term> = fc.oneof(fc.record({ months }), fc.record({ days }));
const clock = fc.integer({ min: 0, max: 86_399 }).map((second) => iso(second * 1_000).slice(11, 19));
const anchors = fc.record({
  zone: fc.constantFrom(...hardZones),
  anchorDay: fc.integer({ min: 1, max: 31 }),
  anchorTime: fc.oneof(clock, fc.constantFrom('00:00:00', '01:30:00', '02:30:00')),
});

type Anchored = Pick<ExtensionRequest, 'zone' | 'anchorDay' | 'anchorTime' | 'expiresAt'>;

/** Cards whose end lies on their anchor, as every renewal leaves them. */
const cards: fc.Arbitrary<Anchored> = fc.tuple(anchors, moments).map(([anchor, start]) => ({
  ...anchor,
  expiresAt: addTerm({ ...anchor, start: iso(start), term: { months: 1 } }),
}));

/** Cards that were anchored by an instant. */
const anyCards: fc.Arbitrary<Anchored> = fc
  .tuple(fc.constantFrom(...hardZones), moments)
  .map(([zone, end]) => ({ zone, expiresAt: iso(end), ...anchorOf(iso(end), zone) }));

const policies: fc.Arbitrary<ExtensionPolicy> = fc.record(
  {
    active: fc.constantFrom('stack', 'queue', 'restart'),
    graceDays: fc.integer({ min: 0, max: 40 }),
    grace: fc.constantFrom('from-expiry', 'from-now'),
    recoverDays: fc.integer({ min: 0, max: 90 }),
    horizonMonths: fc.integer({ min: 1, max: 40 }),
    anchor: fc.constantFrom('sticky', 'drift'),
    opensBeforeDays: fc.integer({ min: 0, max: 60 }),
    closesBeforeMinutes: fc.integer({ min: 0, max: 5_000 }),
    maxStacked: fc.integer({ min: 0, max: 5 }),
  },
  { requiredKeys: [] },
);

const sold = (answer: Extension | Refusal): Extension => {
  assert.ok(!('refused' in answer), JSON.stringify(answer));
  return answer;
};

/** Renews in time, one term after the other, with the anchor that each leaves. */
const renewed = (card: Anchored, ...wishes: readonly Term[]): Anchored =>
  wishes.reduce((owned, term) => {
    const now = iso(at(owned.expiresAt) - 1);
    const { to, anchorDay } = sold(extend({ ...owned, now, term, policy: {} }));
    return { ...owned, expiresAt: to, anchorDay };
  }, card);

const times = (count: number, term: Term): Term[] => Array.from({ length: count }, () => term);

describe('the law of calendar terms', () => {
  test('a later start never ends earlier, under one anchor', () => {
    fc.assert(
      fc.property(
        anchors,
        terms,
        moments,
        fc.integer({ min: 0, max: 70 * day }),
        (anchor, term, start, wait) => {
          const end = (from: number) => at(addTerm({ ...anchor, term, start: iso(from) }));
          assert.ok(end(start) <= end(start + wait));
        },
      ),
      settings,
    );
  });

  test('a longer term ends later', () => {
    fc.assert(
      fc.property(
        anchors,
        moments,
        fc.constantFrom('months', 'days'),
        days,
        days,
        (anchor, start, unit, one, more) => {
          const end = (count: number) =>
            at(addTerm({ ...anchor, term: { [unit]: count } as Term, start: iso(start) }));
          assert.ok(end(one) < end(one + more));
        },
      ),
      settings,
    );
  });

  test('a term ends after it starts', () => {
    fc.assert(
      fc.property(anchors, moments, terms, (anchor, start, term) => {
        assert.ok(at(addTerm({ ...anchor, start: iso(start), term })) > start);
      }),
      settings,
    );
  });

  test('a month ends on the anchor day, or on the last day of a shorter month', () => {
    fc.assert(
      fc.property(anchors, moments, months, (anchor, start, count) => {
        const end = addTerm({ ...anchor, start: iso(start), term: { months: count } });
        const { anchorDay } = anchorOf(end, anchor.zone);
        const tomorrow = anchorOf(iso(at(end) + day), anchor.zone).anchorDay;
        assert.ok(anchorDay === anchor.anchorDay || (anchorDay < anchor.anchorDay && tomorrow === 1));
      }),
      settings,
    );
  });

  test('every end falls on the anchor’s wall time, or as much later as clocks skip there', () => {
    const met = { met: 0, skipped: 0 };
    fc.assert(
      fc.property(nearChanges, ({ change, start, anchorTime: time, ...asked }) => {
        const anchorTime = iso(time).slice(11, 19);
        const end = at(addTerm({ ...asked, start: iso(start), anchorTime }));
        const late = wallTime(end, asked.zone) - wallEnd({ ...asked, start, anchorTime: time });
        const skipped = wallTime(change, asked.zone) - wallTime(change - 1, asked.zone) - 1;
        assert.ok(late === 0 || (late === skipped && end >= change && end < change + skipped));
        met[late === 0 ? 'met' : 'skipped'] += 1;
      }),
      settings,
    );
    assert.ok(met.met > 50 && met.skipped > 50, JSON.stringify(met));
  });
});

describe('the law of renewals in time, under a sticky anchor', () => {
  test('twelve single months are one year, and three are a quarter (T1, T2)', () => {
    fc.assert(
      fc.property(fc.oneof(cards, anyCards), (card) => {
        const end = (...wishes: Term[]) => renewed(card, ...wishes).expiresAt;
        assert.equal(end(...times(12, { months: 1 })), end({ months: 12 }));
        assert.equal(end(...times(3, { months: 1 })), end({ months: 3 }));
        assert.equal(end(...times(4, { months: 3 })), end({ months: 12 }));
      }),
      { ...settings, numRuns: 300 },
    );
  });

  test('a month and then a quarter is a quarter and then a month', () => {
    fc.assert(
      fc.property(cards, months, months, (card, one, other) => {
        assert.deepEqual(
          renewed(card, { months: one }, { months: other }),
          renewed(card, { months: other }, { months: one }),
        );
      }),
      settings,
    );
  });

  test('two renewals are one of both lengths together', () => {
    fc.assert(
      fc.property(cards, months, months, (card, one, other) => {
        assert.deepEqual(
          renewed(card, { months: one }, { months: other }),
          renewed(card, { months: one + other }),
        );
      }),
      settings,
    );
  });

  test('days add up like that too, and leave the anchor where the last of them ends', () => {
    fc.assert(
      fc.property(cards, days, days, (card, one, other) => {
        const together = renewed(card, { days: one + other });
        assert.deepEqual(renewed(card, { days: one }, { days: other }), together);
        assert.equal(together.anchorDay, anchorOf(together.expiresAt, card.zone).anchorDay);
      }),
      settings,
    );
  });

  test('months never move the anchor', () => {
    fc.assert(
      fc.property(cards, months, (card, count) => {
        assert.equal(renewed(card, { months: count }).anchorDay, card.anchorDay);
      }),
      settings,
    );
  });

  test('thirty days are never a month from an end in a month of 31 days, and drifting loses days for ever', () => {
    const card = { zone: 'UTC', anchorDay: 31, anchorTime: '00:00:00', expiresAt: '2026-01-31T00:00:00Z' };
    const drifted = times(12, { months: 1 }).reduce(
      (expiresAt, term) =>
        sold(extend({ ...card, expiresAt, now: '2026-01-01T00:00:00Z', term, policy: { anchor: 'drift' } }))
          .to,
      card.expiresAt,
    );
    assert.equal(drifted, '2027-01-28T00:00:00Z');
    assert.equal(renewed(card, { days: 30 }).expiresAt, '2026-03-02T00:00:00Z');
  });
});

const wishes = fc.record({
  card: anyCards,
  policy: policies,
  term: terms,
  stacked: fc.integer({ min: 0, max: 5 }),
  late: fc.oneof(
    fc.integer({ min: -90 * day, max: 120 * day }),
    fc.integer({ min: -3, max: 3 }).map((nth) => nth * day),
  ),
});
type Wish = typeof wishes extends fc.Arbitrary<infer Value> ? Value : never;

const asked = ({ card, policy, term, stacked, late }: Wish) => {
  const request = { ...card, policy, term, stacked, now: iso(at(card.expiresAt) + late) };
  return { request, answer: extend(request) };
};

describe('the law of renewals under any policy', () => {
  const holds = (law: (request: ExtensionRequest, effect: Extension) => void) =>
    fc.assert(
      fc.property(wishes, (wish) => {
        const { request, answer } = asked(wish);
        if (!('refused' in answer)) law(request, answer);
      }),
      { ...settings, numRuns: 2_000 },
    );

  test('what is sold ends after the old end and after now', () => {
    holds(({ expiresAt, now }, { to }) => {
      assert.ok(at(to) > at(expiresAt) && at(to) > at(now));
    });
  });

  test('paid service is kept to its end, or the days that are lost are told', () => {
    holds(({ expiresAt, now }, { from, losesDays }) => {
      const lost = (at(expiresAt) - Math.max(at(from), at(now))) / day;
      if (at(from) >= at(expiresAt)) assert.equal(losesDays, 0);
      else assert.ok(Math.abs(losesDays - lost) < 0.09, `${losesDays} told, ${lost} lost`);
    });
  });

  test('a period starts at the old end or now, and never in between or before both', () => {
    holds(({ expiresAt, now }, { from, basis }) => {
      assert.equal(at(from), at(basis === 'expiry' ? expiresAt : now));
    });
  });

  test('a term is never shorter than it is from where it starts', () => {
    holds(({ zone, term }, { from, to }) => {
      const plain = at(addTerm({ start: from, zone, term }));
      assert.ok(at(to) >= plain - 3 * 3_600_000, `${to} is before ${iso(plain)}`);
    });
  });

  test('a refusal says when its reason ends, and then it has ended', () => {
    let opened = 0;
    fc.assert(
      fc.property(wishes, (wish) => {
        const { request, answer } = asked(wish);
        if (!('refused' in answer) || answer.at === undefined) return;
        opened += 1;
        const reasonAt = (moment: number) => {
          const then = extend({ ...request, now: iso(moment) });
          return 'refused' in then ? then.refused : undefined;
        };
        assert.equal(reasonAt(at(answer.at) - 1), answer.refused);
        assert.notEqual(reasonAt(at(answer.at)), answer.refused);
      }),
      { ...settings, numRuns: 2_000 },
    );
    assert.ok(opened > 200, `${opened} refusals said when`);
  });

  test('once a number is gone it stays gone', () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 0, max: 400 * day }), (wish, later) => {
        const { request, answer } = asked(wish);
        if (!('refused' in answer) || answer.refused !== 'terminated') return;
        assert.deepEqual(extend({ ...request, now: iso(at(request.now) + later) }), {
          refused: 'terminated',
        });
      }),
      settings,
    );
  });

  test('stacked and queued terms have the same dates', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const as = (active: 'stack' | 'queue') =>
          asked({ ...wish, policy: { ...wish.policy, active } }).answer;
        assert.deepEqual(as('stack'), as('queue'));
      }),
      settings,
    );
  });

  test('the same question has the same answer, and the question is left as it was', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { request, answer } = asked(wish);
        const before = JSON.stringify(request);
        assert.deepEqual(
          extend(Object.freeze({ ...request, policy: Object.freeze(request.policy) })),
          answer,
        );
        assert.equal(JSON.stringify(request), before);
      }),
      { ...settings, numRuns: 200 },
    );
  });

  test('periods are half-open and never overlap, however late a card is renewed', () => {
    fc.assert(
      fc.property(
        cards,
        policies,
        fc.array(fc.record({ term: terms, late: fc.integer({ min: -20 * day, max: 20 * day }) }), {
          minLength: 2,
          maxLength: 6,
        }),
        (card, { active, ...policy }, renewals) => {
          let owned = card;
          for (const { term, late } of renewals) {
            const now = iso(at(owned.expiresAt) + late);
            const answer = extend({ ...owned, now, term, policy: { ...policy, active } });
            if ('refused' in answer) continue;
            const { from, to, anchorDay, losesDays } = answer;
            assert.ok(at(from) < at(to));
            if (losesDays === 0) assert.ok(at(from) >= at(owned.expiresAt));
            else assert.ok(active === 'restart' && at(from) < at(owned.expiresAt));
            owned = { ...owned, expiresAt: to, anchorDay };
          }
        },
      ),
      { ...settings, numRuns: 300 },
    );
  });
});
