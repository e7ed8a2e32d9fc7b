import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { expiryOf, noticeFor, type Entitlement, type ExpiryState, type NoticePolicy } from '@leb-renew/core';
import { card } from './examples/quote.ts';

const day = 86_400_000;
const hour = 3_600_000;
const policy: NoticePolicy = { soonDays: 30, nowHours: 24, staleHours: null };
const flags = { suspended: false, revoked: false };

/** Ends with 3 December in Shanghai; a week of grace; the number is kept for 90 days. */
const shanghai: Partial<Entitlement> = {
  zone: 'Asia/Shanghai',
  expiresAt: '2026-12-03T16:00:00Z',
  graceEndsAt: '2026-12-10T16:00:00Z',
  recoverableUntil: '2027-03-03T16:00:00Z',
};

function setup(entitlement: Partial<Entitlement>, more: Partial<NoticePolicy> = {}) {
  const owned = { entitlement: { ...card.entitlement, ...flags, ...entitlement } };
  const notice = { ...policy, ...more };
  const at = (now: number | string) =>
    expiryOf(owned, notice, typeof now === 'string' ? Date.parse(now) : now);
  /** Everything that is shown: hours only while they are. */
  const shown = (now: number) => {
    const { state, daysLeft, hoursLeft } = at(now);
    return JSON.stringify({ state, daysLeft, hours: state === 'due-now' ? hoursLeft : null });
  };
  return { at, shown };
}

describe('the state of a card', () => {
  const changes: readonly [from: string, before: ExpiryState, after: ExpiryState][] = [
    ['2026-11-02T16:00:00Z', 'active', 'due-soon'],
    ['2026-12-02T16:00:00Z', 'due-soon', 'due-now'],
    ['2026-12-03T16:00:00Z', 'due-now', 'grace'],
    ['2026-12-10T16:00:00Z', 'grace', 'expired'],
    ['2027-03-03T16:00:00Z', 'expired', 'terminated'],
  ];
  for (const [from, before, after] of changes)
    test(`is ${after} from ${from} on, and ${before} a millisecond earlier`, () => {
      const { at } = setup(shanghai);
      assert.equal(at(Date.parse(from) - 1).state, before);
      assert.equal(at(from).state, after);
    });

  test('is expired at its end when there is no grace, and never terminated when the number is kept', () => {
    const { at } = setup({ ...shanghai, graceEndsAt: null, recoverableUntil: null });
    assert.equal(at('2026-12-03T15:59:59.999Z').state, 'due-now');
    assert.equal(at('2026-12-03T16:00:00Z').state, 'expired');
    assert.equal(at('2099-01-01T00:00:00Z').state, 'expired');
  });

  test('is unknown once the supplier has not been asked for too long', () => {
    const { at } = setup({ ...shanghai, asOf: '2026-11-20T08:00:00Z' }, { staleHours: 48 });
    assert.equal(at('2026-11-22T07:59:59.999Z').state, 'due-soon');
    assert.equal(at('2026-11-22T08:00:00Z').state, 'unknown');
    assert.equal(at('2026-11-22T08:00:00Z').daysLeft, 11);
  });

  test('is not started before the first use', () => {
    assert.deepEqual(setup({ expiresAt: null }).at('2026-11-20T08:00:00Z'), {
      state: 'not-started',
      daysLeft: null,
      hoursLeft: null,
      lastUsableMoment: null,
      nextChangeAt: null,
    });
  });

  for (const state of ['suspended', 'revoked'] as const)
    test(`is ${state} when the supplier says so, whatever the dates say`, () => {
      for (const now of ['2026-06-01T00:00:00Z', '2026-12-03T12:00:00Z', '2028-01-01T00:00:00Z'])
        assert.equal(setup({ ...shanghai, [state]: true }, { staleHours: 1 }).at(now).state, state);
      assert.equal(setup({ expiresAt: null, [state]: true }).at('2026-06-01T00:00:00Z').state, state);
    });

  test('is revoked rather than suspended when it is both', () => {
    assert.equal(setup({ suspended: true, revoked: true }).at('2026-06-01T00:00:00Z').state, 'revoked');
  });
});

describe('what is left', () => {
  const rows: readonly [zone: string, expiresAt: string, now: string, days: number, why: string][] = [
    ['Asia/Shanghai', '2026-12-03T16:00:00Z', '2026-12-03T15:59:59Z', 0, 'the last second of the last day'],
    ['Asia/Shanghai', '2026-12-03T16:00:00Z', '2026-12-02T16:00:00Z', 0, 'the first second of the last day'],
    [
      'Asia/Shanghai',
      '2026-12-03T16:00:00Z',
      '2026-12-02T15:59:59Z',
      1,
      'the day before, though still the 2nd in UTC',
    ],
    ['Asia/Shanghai', '2026-12-03T16:00:00Z', '2026-12-03T16:00:00Z', -1, 'the day after'],
    ['UTC', '2026-12-03T16:00:00Z', '2026-12-02T16:00:00Z', 1, 'the same instants, counted in UTC'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-28T22:59:59Z', 1, 'before a day of 23 hours'],
    ['Europe/Berlin', '2026-03-29T22:00:00Z', '2026-03-28T23:00:00Z', 0, 'on a day of 23 hours'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-24T21:59:59Z', 1, 'before a day of 25 hours'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-24T22:00:00Z', 0, 'on a day of 25 hours'],
    ['America/Sao_Paulo', '2017-10-20T02:00:00Z', '2017-10-15T02:59:59Z', 5, 'before a day without midnight'],
    ['America/Sao_Paulo', '2017-10-20T02:00:00Z', '2017-10-15T03:00:00Z', 4, 'a day that begins at one'],
    [
      'America/Sao_Paulo',
      '2018-02-20T03:00:00Z',
      '2018-02-18T02:30:00Z',
      2,
      'half past eleven at night, again',
    ],
    ['Africa/Cairo', '2024-04-30T21:00:00Z', '2024-04-25T21:59:59Z', 5, 'before a day without midnight'],
    ['Africa/Cairo', '2024-04-30T21:00:00Z', '2024-04-25T22:00:00Z', 4, 'a day that begins at one'],
    ['Pacific/Apia', '2012-01-02T10:00:00Z', '2011-12-30T09:59:59Z', 4, 'the 29th, and there is no 30th'],
    ['Pacific/Apia', '2012-01-02T10:00:00Z', '2011-12-30T10:00:00Z', 2, 'the 31st, a second later'],
  ];
  for (const [zone, expiresAt, now, days, why] of rows)
    test(`${days} days in ${zone} at ${now}: ${why}`, () => {
      assert.equal(setup({ zone, expiresAt }).at(now).daysLeft, days);
    });

  test('is counted in whole hours, rounded down, and is nothing after the end', () => {
    const { at } = setup(shanghai);
    const end = Date.parse('2026-12-03T16:00:00Z');
    const hours = [24 * hour, 24 * hour - 1, hour, hour - 1, 1, 0, -hour].map(
      (left) => at(end - left).hoursLeft,
    );
    assert.deepEqual(hours, [24, 23, 1, 0, 0, 0, 0]);
  });

  test('ends with the last usable millisecond, so that a midnight is shown as the day before', () => {
    const { at } = setup(shanghai);
    assert.equal(at('2026-11-20T08:00:00Z').lastUsableMoment, Date.parse('2026-12-03T15:59:59.999Z'));
  });
});

describe('the next change', () => {
  const rows: readonly [zone: string, expiresAt: string, now: string, next: string, why: string][] = [
    [
      'Asia/Shanghai',
      '2026-12-03T16:00:00Z',
      '2026-06-01T08:00:00Z',
      '2026-06-01T16:00:00Z',
      'midnight in Shanghai',
    ],
    [
      'Asia/Shanghai',
      '2026-12-03T08:00:00Z',
      '2026-12-02T02:00:00Z',
      '2026-12-02T08:00:00Z',
      'a day before the end',
    ],
    [
      'Asia/Shanghai',
      '2026-12-03T16:00:00Z',
      '2026-12-03T12:34:00Z',
      '2026-12-03T13:00:00.001Z',
      'less than three hours',
    ],
    [
      'Asia/Shanghai',
      '2026-12-03T16:00:00Z',
      '2026-12-03T13:00:00.000Z',
      '2026-12-03T13:00:00.001Z',
      'three hours, just',
    ],
    ['Asia/Shanghai', '2026-12-03T16:00:00Z', '2026-12-03T15:20:00Z', '2026-12-03T16:00:00Z', 'the end'],
    [
      'Europe/Berlin',
      '2026-06-30T22:00:00Z',
      '2026-03-29T10:00:00Z',
      '2026-03-29T22:00:00Z',
      'a day of 23 hours',
    ],
    [
      'Europe/Berlin',
      '2026-12-31T23:00:00Z',
      '2026-10-25T10:00:00Z',
      '2026-10-25T23:00:00Z',
      'a day of 25 hours',
    ],
    [
      'America/Sao_Paulo',
      '2017-12-20T02:00:00Z',
      '2017-10-15T02:00:00Z',
      '2017-10-15T03:00:00Z',
      'no midnight',
    ],
    [
      'Pacific/Apia',
      '2012-06-02T10:00:00Z',
      '2011-12-29T20:00:00Z',
      '2011-12-30T10:00:00Z',
      'a day is skipped',
    ],
  ];
  for (const [zone, expiresAt, now, next, why] of rows)
    test(`after ${now} in ${zone} comes at ${next}: ${why}`, () => {
      const { nextChangeAt } = setup({ zone, expiresAt }).at(now);
      assert.equal(
        nextChangeAt === null ? null : new Date(nextChangeAt).toISOString(),
        new Date(next).toISOString(),
      );
    });

  const zones = [
    'UTC',
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Africa/Cairo',
    'Asia/Kathmandu',
  ];
  const cards = fc.record({
    zone: fc.constantFrom(
      ...zones,
      'Pacific/Apia',
      'Pacific/Honolulu',
      'Pacific/Kiritimati',
      'Australia/Lord_Howe',
    ),
    end: fc.integer({ min: Date.UTC(2011, 11, 1), max: Date.UTC(2027, 0, 1) }),
    graceDays: fc.option(fc.integer({ min: 1, max: 10 })),
    lostAfterDays: fc.option(fc.integer({ min: 11, max: 60 })),
    askedBefore: fc.integer({ min: 0, max: 20 * day }),
    suspended: fc.integer({ min: 0, max: 9 }).map((nth) => nth === 9),
    soonDays: fc.integer({ min: 0, max: 40 }),
    nowHours: fc.integer({ min: 1, max: 72 }),
    staleHours: fc.option(fc.integer({ min: 1, max: 1_000 })),
  });
  type AnyCard = typeof cards extends fc.Arbitrary<infer Value> ? Value : never;
  const make = ({ zone, end, graceDays, lostAfterDays, askedBefore, suspended, ...more }: AnyCard) => {
    const after = (days: number | null) => (days === null ? null : new Date(end + days * day).toISOString());
    return setup(
      {
        zone,
        suspended,
        expiresAt: new Date(end).toISOString(),
        graceEndsAt: after(graceDays),
        recoverableUntil: after(lostAfterDays),
        asOf: new Date(end - askedBefore).toISOString(),
      },
      more,
    );
  };
  const times = fc.oneof(
    fc.integer({ min: -50 * day, max: 70 * day }),
    fc.integer({ min: -3 * day, max: hour }),
    fc
      .tuple(fc.integer({ min: -80, max: 3 }), fc.integer({ min: -1, max: 1 }))
      .map(([hours, ms]) => hours * hour + ms),
  );

  test('is exact: nothing that is shown changes before it, and something does at it', () => {
    fc.assert(
      fc.property(
        cards,
        times,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        (any, time, parts) => {
          const { at, shown } = make(any);
          const now = any.end + time;
          const next = at(now).nextChangeAt;
          assert.ok(next !== null && next > now);
          for (const part of [...parts, 1])
            assert.equal(shown(Math.floor(now + part * (next - 1 - now))), shown(now));
          assert.notEqual(shown(next), shown(now));
        },
      ),
      { numRuns: 2_000, seed: 20_261_120 },
    );
  });

  test('leads on: a card only gets older', () => {
    const age: Record<ExpiryState, number> = {
      'not-started': 0,
      active: 1,
      'due-soon': 2,
      'due-now': 3,
      grace: 4,
      expired: 5,
      terminated: 6,
      unknown: 7,
      suspended: 8,
      revoked: 9,
    };
    fc.assert(
      fc.property(cards, times, times, (any, one, other) => {
        const { at } = make(any);
        const before = at(any.end + Math.min(one, other));
        const after = at(any.end + Math.max(one, other));
        assert.ok(age[before.state] <= age[after.state]);
        assert.ok((before.daysLeft ?? 0) >= (after.daysLeft ?? 0));
        assert.ok((before.hoursLeft ?? 0) >= (after.hoursLeft ?? 0));
      }),
      { numRuns: 2_000, seed: 20_261_120 },
    );
  });

  test('is due soon exactly while the days left are few', () => {
    fc.assert(
      fc.property(cards, times, (any, time) => {
        const { at } = make({ ...any, suspended: false, staleHours: null });
        const { state, daysLeft } = at(any.end + time);
        if (state === 'active') assert.ok((daysLeft ?? 0) > any.soonDays);
        if (state === 'due-soon') assert.ok((daysLeft ?? 0) <= any.soonDays);
      }),
      { numRuns: 2_000, seed: 20_261_120 },
    );
  });
});

describe('when the owner is told', () => {
  const rows = [
    [{ months: 1 }, 7],
    [{ months: 3 }, 30],
    [{ months: 24 }, 30],
    [{ days: 30 }, 7],
    [{ days: 60 }, 7],
    [{ days: 61 }, 30],
  ] as const;
  for (const [term, soonDays] of rows)
    test(`${soonDays} days before the end of ${JSON.stringify(term)}`, () => {
      assert.deepEqual(noticeFor(term), { soonDays, nowHours: 24, staleHours: null });
    });
});
