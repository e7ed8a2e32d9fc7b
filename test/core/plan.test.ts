import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import { Misuse, type Money, type Plan, type Term } from '@leb-renew/core';
import {
  comparePlan,
  comparePlans,
  recommendPlan,
  type Need,
  type Recommendation,
} from '@leb-renew/core/plan';
import { addTerm } from '@leb-renew/core/term';
import { plan as example } from './examples/quote.ts';

const exponents = { USD: 2, JPY: 0, KWD: 3 } as const;
type Currency = keyof typeof exponents;
const money = (minor: number, currency: Currency = 'USD'): Money => ({
  minor,
  currency,
  exponent: exponents[currency],
});

const now = '2026-11-20T08:00:00Z';
const expiry = '2026-12-04T00:00:00Z';

interface Wish {
  readonly currency?: Currency;
  readonly to?: string;
  readonly from?: string;
  readonly previousExpiry?: string | null;
  readonly refused?: boolean;
}

/** A plan on offer for a card that ends on 4 December 2026; its id is its name. */
function plan(planId: string, term: Term, minor: number, wish: Wish = {}): Plan {
  const { currency, from = expiry, previousExpiry = expiry, refused = false } = wish;
  const to = wish.to ?? addTerm({ start: from, zone: 'UTC', term });
  return {
    ...example,
    planId,
    name: planId,
    term,
    price: { ...example.price, total: money(minor, currency) },
    offer: refused
      ? { ok: false, reason: 'max-stacked', opensAt: null }
      : { ok: true, effect: { from, to, basis: 'expiry', losesDays: 0, previousExpiry } },
  };
}

const month = plan('month', { months: 1 }, 999);
const quarter = plan('quarter', { months: 3 }, 2_699);
const year = plan('year', { months: 12 }, 9_599);
const twoYears = plan('two years', { months: 24 }, 16_999);
const list = [month, quarter, year, twoYears];
const thirtyDays = plan('thirty days', { days: 30 }, 900);

/** What a list says beside each total: price of a month, percent, what it is compared with, cheapest or not. */
const table = (plans: readonly Plan[]) =>
  comparePlans(plans).map(({ planId, perMonth, saving, cheapestPerMonth }) => [
    planId,
    perMonth?.minor ?? null,
    saving === null
      ? null
      : `${saving.percent} % of ${saving.comparedWith.times} × ${saving.comparedWith.planId}`,
    cheapestPerMonth,
  ]);

describe('a comparison of plans', () => {
  const ofCurrency = (currency: Currency, totals: readonly number[]) =>
    list.map(({ planId, term }, nth) => plan(planId, term, totals[nth]!, { currency }));

  test('gives each its price per month, its saving, and what that is compared with', () => {
    assert.deepEqual(table(list), [
      ['month', 999, null, false],
      ['quarter', 900, '9 % of 3 × month', false],
      ['year', 800, '19 % of 12 × month', false],
      ['two years', 709, '29 % of 24 × month', true],
    ]);
    assert.deepEqual(comparePlans(list)[1], {
      planId: 'quarter',
      perMonth: money(900),
      saving: {
        percent: 9,
        comparedWith: { planId: 'month', name: 'month', nameIn: example.nameIn, times: 3 },
      },
      cheapestPerMonth: false,
    });
  });

  test('names what a saving is compared with in one language where it has no other name', () => {
    const { planId, name, term, price } = month;
    const [, { saving } = { saving: null }] = comparePlans([{ planId, name, term, price }, quarter]);
    assert.deepEqual(saving?.comparedWith, { planId: 'month', name: 'month', times: 3 });
  });

  test('knows currencies without decimals and with three', () => {
    assert.deepEqual(table(ofCurrency('JPY', [1_200, 3_240, 11_500, 20_400])), [
      ['month', 1_200, null, false],
      ['quarter', 1_080, '10 % of 3 × month', false],
      ['year', 959, '20 % of 12 × month', false],
      ['two years', 850, '29 % of 24 × month', true],
    ]);
    assert.deepEqual(table(ofCurrency('KWD', [3_000, 8_100, 28_800, 50_400])), [
      ['month', 3_000, null, false],
      ['quarter', 2_700, '10 % of 3 × month', false],
      ['year', 2_400, '20 % of 12 × month', false],
      ['two years', 2_100, '30 % of 24 × month', true],
    ]);
  });

  test('of nothing is empty, of one plan alone has nothing to save against', () => {
    assert.deepEqual(comparePlans([]), []);
    assert.deepEqual(table([year]), [['year', 800, null, true]]);
  });

  test('derives no month from days', () => {
    assert.deepEqual(table([thirtyDays, plan('sixty days', { days: 60 }, 1_000)]), [
      ['thirty days', null, null, false],
      ['sixty days', null, null, false],
    ]);
    assert.deepEqual(table([thirtyDays, year]), [
      ['thirty days', null, null, false],
      ['year', 800, null, true],
    ]);
  });

  test('is against a plan that can be chosen: else against the next one, where it fits', () => {
    const refused = plan('month', { months: 1 }, 999, { refused: true });
    assert.deepEqual(table([refused, quarter, year]), [
      ['month', 999, null, false],
      ['quarter', 900, null, false],
      ['year', 800, '11 % of 4 × quarter', true],
    ]);
    assert.deepEqual(table([quarter, plan('four', { months: 4 }, 1)]).at(-1), ['four', 1, null, true]);
  });

  test('is against no plan that lasts as long', () => {
    const refused = plan('cheap month', { months: 1 }, 500, { refused: true });
    assert.deepEqual(table([month, refused]), [
      ['month', 999, null, true],
      ['cheap month', 500, null, false],
    ]);
  });

  test('takes a plan of which nobody knows yet whether it can be chosen as one that can', () => {
    const priced = list.map(({ planId, name, nameIn, term, price }) => ({
      planId,
      name,
      nameIn,
      term,
      price,
    }));
    assert.deepEqual(comparePlans(priced), comparePlans(list));
  });

  test('is against the cheaper of two single months: nothing is saved against the other', () => {
    const dear = plan('large month', { months: 1 }, 2_000);
    for (const plans of [
      [dear, month, year],
      [month, dear, year],
    ])
      assert.deepEqual(table(plans).at(-1), ['year', 800, '19 % of 12 × month', true]);
  });

  test('never mixes currencies: each has its own base and its own cheapest', () => {
    const yen = plan('year in yen', { months: 12 }, 11_500, { currency: 'JPY' });
    const yenMonth = plan('month in yen', { months: 1 }, 1_200, { currency: 'JPY' });
    assert.deepEqual(table([month, yen]), [
      ['month', 999, null, true],
      ['year in yen', 959, null, true],
    ]);
    assert.deepEqual(table([month, yen, yenMonth, year]).slice(1), [
      ['year in yen', 959, '20 % of 12 × month in yen', true],
      ['month in yen', 1_200, null, false],
      ['year', 800, '19 % of 12 × month', true],
    ]);
  });

  test('finds the cheapest by the exact price, and the shorter of two equals', () => {
    const cheapest = (...plans: Plan[]) =>
      comparePlans(plans)
        .filter(({ cheapestPerMonth }) => cheapestPerMonth)
        .map(({ planId }) => planId);
    const [a, b] = [plan('three', { months: 3 }, 1_000), plan('twelve', { months: 12 }, 3_999)];
    assert.deepEqual(cheapest(a, b), ['twelve'], 'both are 334 a month');
    assert.deepEqual(cheapest(b, a), ['twelve']);
    assert.deepEqual(cheapest(plan('twelve', { months: 12 }, 4_000), a), ['three']);
    assert.deepEqual(cheapest(a, plan('twelve', { months: 12 }, 4_000)), ['three']);
    assert.deepEqual(cheapest(a, plan('other three', { months: 3 }, 1_000)), ['three']);
    const most = Number.MAX_SAFE_INTEGER;
    assert.deepEqual(
      cheapest(plan('24', { months: 24 }, most), plan('23', { months: 23 }, most - 391_617_358_901_782)),
      ['23'],
    );
  });

  test('of one plan is as in the list', () => {
    for (const [nth, { perMonth, saving }] of comparePlans(list).entries())
      assert.deepEqual(comparePlan(list[nth]!, list), { perMonth, saving });
    assert.deepEqual(comparePlan(year, []), { perMonth: money(800), saving: null });
  });

  test('never promises more than there is', () => {
    const plans = fc.array(
      fc.record({
        months: fc.integer({ min: 1, max: 36 }),
        minor: fc.integer({ min: 0, max: 1_000_000 }),
        currency: fc.constantFrom<Currency>('USD', 'JPY'),
        refused: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(plans, (wishes) => {
        const offers = wishes.map(({ months, minor, ...wish }, nth) =>
          plan(`p${nth}`, { months }, minor, wish),
        );
        for (const [nth, { perMonth, saving }] of comparePlans(offers).entries()) {
          const { total } = offers[nth]!.price;
          assert.ok(perMonth !== null && perMonth.minor * wishes[nth]!.months >= total.minor);
          assert.equal(perMonth.currency, total.currency);
          if (saving === null) continue;
          const { times, planId } = saving.comparedWith;
          const base = offers.find((each) => each.planId === planId)!;
          assert.ok(base.offer.ok && base.price.total.currency === total.currency);
          assert.ok(total.minor * 100 <= base.price.total.minor * times * (100 - saving.percent));
        }
      }),
    );
  });
});

/** The recommendation in few words: why, which plan, days to spare (or missing, below 0), and the others. */
const said = (found: Recommendation) => [
  found.why,
  found.plan?.planId ?? null,
  'spareDays' in found ? found.spareDays : 'missingDays' in found ? -found.missingDays : null,
  'compared' in found
    ? Object.fromEntries(found.compared.map(({ planId, verdict }) => [planId, verdict]))
    : null,
];

describe('a recommendation', () => {
  const forDays = (days: number, zone = 'UTC', from = now): Need => ({ days, from, zone });

  test('is the cheapest that covers, and says why not the others', () => {
    assert.deepEqual(recommendPlan(list, { until: '2027-02-01T00:00:00Z' }), {
      why: 'cheapest-that-covers',
      plan: quarter,
      coversUntil: '2027-03-04T00:00:00Z',
      spareDays: 31,
      compared: [
        { planId: 'month', verdict: 'too-short' },
        { planId: 'year', verdict: 'dearer' },
        { planId: 'two years', verdict: 'dearer' },
      ],
    });
  });

  test('need not be the shortest: a longer plan may cost less', () => {
    const sale = plan('year', { months: 12 }, 2_000);
    assert.deepEqual(said(recommendPlan([month, quarter, sale], { until: '2027-02-01T00:00:00Z' })), [
      'cheapest-that-covers',
      'year',
      306,
      { month: 'too-short', quarter: 'dearer' },
    ]);
  });

  test('of two at one price is the one that lasts longer', () => {
    const longer = plan('longer', { months: 4 }, 2_699);
    for (const plans of [
      [quarter, longer],
      [longer, quarter],
    ])
      assert.deepEqual(said(recommendPlan(plans, { until: '2027-02-01T00:00:00Z' })), [
        'cheapest-that-covers',
        'longer',
        62,
        { quarter: 'same-price' },
      ]);
    const twin = plan('twin', { months: 3 }, 2_699);
    assert.equal(recommendPlan([quarter, twin], { until: '2027-02-01T00:00:00Z' }).plan, quarter);
  });

  test('covers to the very moment, and not one second less', () => {
    const end = '2027-01-04T00:00:00Z';
    assert.deepEqual(said(recommendPlan([month], { until: end })), ['cheapest-that-covers', 'month', 0, {}]);
    assert.deepEqual(said(recommendPlan([month], { until: '2027-01-04T00:00:01Z' })), [
      'none-covers',
      'month',
      -1,
      {},
    ]);
    assert.deepEqual(said(recommendPlan([month], { until: '2027-01-05T00:00:01Z' })), [
      'none-covers',
      'month',
      -2,
      {},
    ]);
  });

  test('passes over a plan that covers to the very moment for its price alone', () => {
    const dear = plan('dear month', { months: 1 }, 2_000);
    const found = recommendPlan([month, dear], { until: '2027-01-04T00:00:00Z' });
    assert.deepEqual(said(found), ['cheapest-that-covers', 'month', 0, { 'dear month': 'dearer' }]);
  });

  test('knows the hour that clocks skip, and the one they show twice', () => {
    const rows: readonly [from: string, to: string, spare: number][] = [
      // 29 March 2026 in Berlin has no 02:30: it is 03:30, so 03:10 is too early.
      ['2026-03-28T01:30:00Z', '2026-03-29T01:10:00Z', -1],
      ['2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z', 0],
      // 25 October has two: from the first on it is covered, at 02:10 after it too.
      ['2026-10-24T00:30:00Z', '2026-10-25T00:29:59Z', -1],
      ['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', 0],
      ['2026-10-24T00:30:00Z', '2026-10-25T01:10:00Z', 0],
    ];
    for (const [from, to, spare] of rows) {
      const offer = plan('day', { days: 1 }, 1, { from, to, previousExpiry: null });
      const found = recommendPlan([offer], { days: 1, from, zone: 'Europe/Berlin' });
      assert.equal(said(found)[2], spare, `${from} to ${to}`);
    }
  });

  test('names the one that comes nearest when none covers', () => {
    assert.deepEqual(recommendPlan([month, twoYears, year], { until: '2029-01-01T00:00:00Z' }), {
      why: 'none-covers',
      plan: twoYears,
      coversUntil: '2028-12-04T00:00:00Z',
      missingDays: 28,
      compared: [
        { planId: 'month', verdict: 'too-short' },
        { planId: 'year', verdict: 'too-short' },
      ],
    });
    const cheaper = plan('cheaper', { months: 24 }, 1);
    for (const plans of [
      [twoYears, cheaper],
      [cheaper, twoYears],
    ])
      assert.equal(recommendPlan(plans, { until: '2029-01-01T00:00:00Z' }).plan, cheaper);
  });

  test('is that no renewal is needed while what is paid for lasts long enough', () => {
    assert.deepEqual(recommendPlan(list, { until: expiry }), {
      why: 'already-covered',
      plan: null,
      coversUntil: expiry,
      spareDays: 0,
    });
    assert.deepEqual(said(recommendPlan(list, forDays(10))), ['already-covered', null, 3, null]);
    assert.equal(recommendPlan(list, { until: '2026-12-04T00:00:01Z' }).why, 'cheapest-that-covers');
    const unused = plan('month', { months: 1 }, 999, { previousExpiry: null });
    assert.equal(recommendPlan([unused], { until: now }).why, 'cheapest-that-covers');
  });

  test('counts bare days from the start of the plan, so that nothing is covered before', () => {
    const rows: readonly [days: number, ...said: unknown[]][] = [
      [1, 'cheapest-that-covers', 'month', 30],
      [31, 'cheapest-that-covers', 'month', 0],
      [32, 'cheapest-that-covers', 'quarter', 58],
      [731, 'cheapest-that-covers', 'two years', 0],
      [732, 'none-covers', 'two years', -1],
    ];
    for (const [days, ...expected] of rows)
      assert.deepEqual(said(recommendPlan(list, { days })).slice(0, 3), expected, `${days} days`);
  });

  test('holds no clock change against a plan that lasts as many days as needed', () => {
    for (const start of ['2026-03-09T23:00:00Z', '2026-10-09T22:00:00Z']) {
      const to = addTerm({ start, zone: 'Europe/Berlin', term: { days: 30 } });
      const offer = plan('thirty days', { days: 30 }, 900, { from: start, to });
      assert.deepEqual(said(recommendPlan([offer], { days: 30 })), [
        'cheapest-that-covers',
        'thirty days',
        0,
        {},
      ]);
      assert.equal(recommendPlan([offer], { days: 31 }).why, 'none-covers');
    }
  });

  test('passes over what cannot be chosen', () => {
    const refused = plan('quarter', { months: 3 }, 1, { refused: true });
    assert.deepEqual(said(recommendPlan([refused, month, year], { until: '2027-02-01T00:00:00Z' })), [
      'cheapest-that-covers',
      'year',
      306,
      { quarter: 'not-on-offer', month: 'too-short' },
    ]);
    assert.deepEqual(recommendPlan([refused], { days: 1 }), {
      why: 'none-on-offer',
      plan: null,
      compared: [{ planId: 'quarter', verdict: 'not-on-offer' }],
    });
    assert.deepEqual(recommendPlan([], { days: 1 }), { why: 'none-on-offer', plan: null, compared: [] });
  });

  test('compares in the currency of the first plan that can be chosen', () => {
    const yen = plan('yen', { months: 12 }, 1, { currency: 'JPY' });
    const refused = plan('refused', { months: 12 }, 1, { currency: 'KWD', refused: true });
    assert.deepEqual(said(recommendPlan([refused, year, yen], { days: 300 })), [
      'cheapest-that-covers',
      'year',
      65,
      { refused: 'not-on-offer', yen: 'other-currency' },
    ]);
    assert.deepEqual(said(recommendPlan([month, yen], { days: 300 })), [
      'none-covers',
      'month',
      -269,
      { yen: 'other-currency' },
    ]);
  });

  const zones = [
    'UTC',
    'Europe/Berlin',
    'Asia/Shanghai',
    'America/New_York',
    'America/Sao_Paulo',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Cairo',
  ];
  const instants = fc
    .date({
      min: new Date('2008-01-01T00:00:00Z'),
      max: new Date('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString());

  test('counts local calendar days as a term in days does, in any zone', () => {
    const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();
    const why = (need: Need, to: string) =>
      recommendPlan([plan('p', { days: 1 }, 1, { from: now, to, previousExpiry: null })], need).why;
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom(...zones),
        fc.integer({ min: 1, max: 800 }),
        (from, zone, days) => {
          const end = addTerm({ start: from, zone, term: { days } });
          assert.equal(why({ days, from, zone }, end), 'cheapest-that-covers');
          assert.equal(why({ days, from, zone }, later(end, -1)), 'none-covers');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('leaves over the days between the need and the end of the plan, as the zone counts them', () => {
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom('Europe/Berlin', 'Asia/Shanghai', 'America/New_York'),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        (day, zone, needed, lasts) => {
          const from = `${day.slice(0, 10)}T12:00:00Z`;
          const to = addTerm({ start: from, zone, term: { days: lasts } });
          const offer = plan('p', { days: lasts }, 1, { from, to, previousExpiry: null });
          assert.equal(said(recommendPlan([offer], { days: needed, from, zone }))[2], lasts - needed);
        },
      ),
    );
  });

  const offers = fc.array(
    fc.record({
      months: fc.integer({ min: 1, max: 24 }),
      minor: fc.integer({ min: 0, max: 20 }),
      currency: fc.constantFrom<Currency>('USD', 'USD', 'JPY'),
      refused: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  const needs = fc.oneof(
    fc.record({ days: fc.integer({ min: 1, max: 900 }) }),
    fc.record({ until: instants }),
    fc.record({ days: fc.integer({ min: 1, max: 900 }), from: instants, zone: fc.constantFrom(...zones) }),
  );

  test('answers every list and every need, and each plan is taken or passed over', () => {
    fc.assert(
      fc.property(offers, needs, (wishes, need) => {
        const plans = wishes.map(({ months, minor, ...wish }, nth) =>
          plan(`p${nth}`, { months }, minor, wish),
        );
        const found = recommendPlan(plans, need as Need);
        if (found.why === 'already-covered') return;
        const named = [found.plan?.planId ?? [], found.compared.map(({ planId }) => planId)].flat(2);
        assert.deepEqual(named.sort(), plans.map(({ planId }) => planId).sort());
        if (found.why !== 'cheapest-that-covers') return;
        const verdicts = new Map(found.compared.map(({ planId, verdict }) => [planId, verdict]));
        for (const other of plans.filter(({ planId }) => verdicts.get(planId) !== 'too-short')) {
          if (!other.offer.ok || other.price.total.currency !== found.plan.price.total.currency) continue;
          assert.ok(other.price.total.minor >= found.plan.price.total.minor);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a mistake of the caller', () => {
  const wrong = (value: unknown) => value as never;
  const broken = (more: object) => wrong([month, { ...year, ...more }]);
  const effect = (more: object) =>
    broken({ offer: { ok: true, effect: { ...(month.offer.ok ? month.offer.effect : {}), ...more } } });
  const need: Need = { days: 1 };
  const rows: readonly [call: () => unknown, message: string][] = [
    [() => comparePlans(wrong(null)), 'comparePlans: plans is null, must be a list'],
    [() => comparePlans(wrong([7])), 'comparePlans: plans[0] is 7, must be an object'],
    [() => comparePlans(broken({ planId: 5 })), 'comparePlans: plans[1].planId is 5, must be text'],
    [() => comparePlans(broken({ name: null })), 'comparePlans: plans[1].name is null, must be text'],
    [
      () => comparePlans(broken({ term: {} })),
      'comparePlans: plans[1].term is an object, must be a count of either months or days',
    ],
    [
      () => comparePlans(broken({ term: { months: 0 } })),
      'comparePlans: plans[1].term.months is 0, must be a whole number from 1 to 3660',
    ],
    [() => comparePlans(broken({ price: 5 })), 'comparePlans: plans[1].price is 5, must be an object'],
    [
      () => comparePlans(broken({ price: { total: money(-1) } })),
      'comparePlans: plans[1].price.total.minor is -1, must be a whole number from 0 to 9007199254740991',
    ],
    [() => comparePlans(broken({ offer: 5 })), 'comparePlans: plans[1].offer is 5, must be an object'],
    [
      () => comparePlans(broken({ offer: {} })),
      'comparePlans: plans[1].offer.ok is undefined, must be true or false',
    ],
    [() => comparePlan(wrong(0), []), 'comparePlan: plan is 0, must be an object'],
    [() => comparePlan(month, wrong(0)), 'comparePlan: onSale is 0, must be a list'],
    [() => recommendPlan(wrong({}), need), 'recommendPlan: plans is an object, must be a list'],
    [
      () => recommendPlan(broken({ offer: undefined }), need),
      'recommendPlan: plans[1].offer is undefined, must be an object',
    ],
    [
      () => recommendPlan(broken({ offer: { ok: true } }), need),
      'recommendPlan: plans[1].offer.effect is undefined, must be an object',
    ],
    ...(['from', 'to', 'previousExpiry'] as const).map((member): [() => unknown, string] => [
      () => recommendPlan(effect({ [member]: '2026-02-30T00:00:00Z' }), need),
      `recommendPlan: plans[1].offer.effect.${member} is "2026-02-30T00:00:00Z", must be an ISO 8601 instant with Z`,
    ]),
    [() => recommendPlan([], wrong('month')), 'recommendPlan: need is "month", must be an object'],
    [() => recommendPlan([], wrong({})), 'recommendPlan: need is an object, must be either days or until'],
    [
      () => recommendPlan([], wrong({ days: 1, until: now })),
      'recommendPlan: need is an object, must be either days or until',
    ],
    [
      () => recommendPlan([], { until: 'soon' }),
      'recommendPlan: need.until is "soon", must be an ISO 8601 instant with Z',
    ],
    [
      () => recommendPlan([], { until: wrong(Object('2027-02-01T00:00:00Z')) }),
      'recommendPlan: need.until is an object, must be an ISO 8601 instant with Z',
    ],
    [
      () => recommendPlan([], { days: 0 }),
      'recommendPlan: need.days is 0, must be a whole number from 1 to 3660',
    ],
    [
      () => recommendPlan([], { days: 3_661 }),
      'recommendPlan: need.days is 3661, must be a whole number from 1 to 3660',
    ],
    [
      () => recommendPlan([], wrong({ days: 1, from: now })),
      'recommendPlan: need is an object, must be days with both from and zone, or neither',
    ],
    [
      () => recommendPlan([], wrong({ days: 1, zone: 'UTC' })),
      'recommendPlan: need is an object, must be days with both from and zone, or neither',
    ],
    [
      () => recommendPlan([], { days: 1, from: '2026-11-20', zone: 'UTC' }),
      'recommendPlan: need.from is "2026-11-20", must be an ISO 8601 instant with Z',
    ],
    [
      () => recommendPlan([], { days: 1, from: now, zone: 'Mars/Base' }),
      'zone is "Mars/Base", must be an IANA time zone',
    ],
    [
      () => recommendPlan([], { days: 1, from: now, zone: wrong(null) }),
      'zone is null, must be an IANA time zone',
    ],
  ];
  for (const [call, message] of rows)
    test(message, () => {
      assert.throws(call, (error) => error instanceof Misuse && error.message === message);
    });

  test('is named whatever is given; else comes an answer without holes', () => {
    const thing = fc.anything();
    const almost = fc.record({
      planId: fc.oneof(fc.string(), thing),
      name: fc.string(),
      term: fc.oneof(fc.record({ months: fc.integer() }), thing),
      price: fc.oneof(fc.constant(month.price), thing),
      offer: fc.oneof(fc.constant(month.offer), thing),
    });
    const plans = fc.oneof(fc.array(fc.oneof(fc.constant(month), almost)), thing);
    const need = fc.oneof(
      fc.record({ days: fc.oneof(fc.integer(), thing) }),
      fc.record({ until: thing }),
      thing,
    );
    const noHoles = (value: unknown) => !/NaN|Invalid|undefined|-\d+,"currency/.test(JSON.stringify(value));
    fc.assert(
      fc.property(plans, almost, need, (given, one, wish) => {
        for (const call of [
          () => comparePlans(wrong(given)),
          () => comparePlan(wrong(one), wrong(given)),
          () => said(recommendPlan(wrong(given), wrong(wish))).slice(0, 3),
        ])
          try {
            assert.ok(noHoles(call()));
          } catch (error) {
            if (!(error instanceof Misuse)) throw error;
          }
      }),
      { numRuns: 1_000 },
    );
  });
});
