import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import {
  expiryOf,
  Misuse,
  noticeFor,
  type Entitlement,
  type ExpiryState,
  type NoticePolicy,
} from '@leb-renew/core';
import { card } from './examples/quote.ts';
import { wallTime } from './second-calendar.ts';
import { hardZones } from './zones.ts';

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

  test('is unknown, not gone, while nobody has asked: what is said of the number is as old', () => {
    const { at } = setup({ ...shanghai, asOf: '2026-11-20T08:00:00Z' }, { staleHours: 0 });
    assert.equal(at('2028-01-01T00:00:00Z').state, 'unknown');
    assert.equal(at('2026-11-20T07:59:59.999Z').state, 'due-soon');
  });

  test('is never called over before its end, whatever the other dates say', () => {
    const wrong = { graceEndsAt: '2026-11-03T16:00:00Z', recoverableUntil: '2026-11-10T16:00:00Z' };
    const { at } = setup({ ...shanghai, ...wrong });
    assert.equal(at('2026-12-03T15:59:59.999Z').state, 'due-now');
    assert.equal(at('2026-12-03T16:00:00Z').state, 'terminated');
    assert.equal(
      setup({ ...shanghai, graceEndsAt: wrong.graceEndsAt }).at('2026-12-03T16:00:00Z').state,
      'expired',
    );
  });

  test('is told in days before hours are urgent, and never urgent in an hour that nobody set', () => {
    const { at } = setup(shanghai, { soonDays: 0, nowHours: 0 });
    assert.equal(at('2026-12-02T15:59:59.999Z').state, 'active');
    assert.equal(at('2026-12-02T16:00:00Z').state, 'due-soon');
    assert.equal(at('2026-12-03T15:59:59.999Z').state, 'due-soon');
    assert.equal(setup(shanghai, { soonDays: 0, nowHours: 48 }).at('2026-12-01T16:00:00Z').state, 'due-now');
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

  test('is unknown before the first use once what the supplier said is too old', () => {
    const { at } = setup({ expiresAt: null, asOf: '2026-11-20T08:00:00Z' }, { staleHours: 48 });
    const stale = Date.parse('2026-11-22T08:00:00Z');
    assert.deepEqual([at(stale - 1).state, at(stale - 1).nextChangeAt], ['not-started', stale]);
    assert.deepEqual([at(stale).state, at(stale).nextChangeAt], ['unknown', null]);
  });

  test('is what the supplier’s flag says before the first use too, and waits for no change', () => {
    const { state, nextChangeAt } = setup(
      { expiresAt: null, asOf: '2026-11-20T08:00:00Z', suspended: true },
      { staleHours: 48 },
    ).at('2026-11-20T08:00:00Z');
    assert.deepEqual([state, nextChangeAt], ['suspended', null]);
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
    ['Antarctica/Troll', '2026-03-30T22:00:00Z', '2026-03-28T23:59:59Z', 2, 'before a day of 22 hours'],
    ['Africa/Monrovia', '1960-01-03T00:44:30Z', '1960-01-02T00:44:29Z', 1, 'midnight with seconds'],
    ['UTC', '9999-12-31T23:59:59Z', '2026-12-31T00:00:00Z', 2_912_078, 'an end that stands for never'],
    ['UTC', '0001-01-01T00:00:00Z', '2026-01-01T00:00:00Z', -739_617, 'a date that stands for none'],
    ['UTC', '0000-03-01T00:00:00Z', '0000-02-28T00:00:00Z', 1, 'a leap day of the year before the first'],
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

  const cards = fc.record({
    zone: fc.constantFrom(...hardZones, 'Africa/Cairo', 'Pacific/Kiritimati'),
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
      { numRuns: 2_000 },
    );
  });

  test('is counted on whole milliseconds, though a clock may have fractions', () => {
    const { at } = setup(shanghai);
    const end = Date.parse('2026-12-03T16:00:00Z');
    assert.deepEqual(at(end - 3 * hour + 0.75), at(end - 3 * hour));
    assert.equal(at(end - 3 * hour + 0.75).nextChangeAt, end - 3 * hour + 1);
    assert.equal(at(end - 0.25).state, 'due-now');
  });

  test('is never, before the first use', () => {
    assert.equal(setup({ expiresAt: null }).at(0).nextChangeAt, null);
  });

  test('is the next midnight for a card that is gone, whose days are still counted', () => {
    const { at } = setup(shanghai);
    assert.equal(at('2028-01-01T00:00:00Z').nextChangeAt, Date.parse('2028-01-01T16:00:00Z'));
  });

  test('counts days as a second calendar does', () => {
    fc.assert(
      fc.property(cards, times, (any, time) => {
        const { at } = make(any);
        const dayAt = (moment: number) => Math.floor(wallTime(moment, any.zone) / day);
        assert.equal(at(any.end + time).daysLeft, dayAt(any.end - 1) - dayAt(any.end + time));
      }),
      { numRuns: 2_000 },
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
      { numRuns: 2_000 },
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
      { numRuns: 2_000 },
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

describe('what is no card, policy or time', () => {
  const owned = { entitlement: { ...card.entitlement, ...shanghai } };
  const now = Date.parse('2026-11-20T08:00:00Z');
  const refuses = (call: () => unknown, message: string) =>
    assert.throws(call, (error: unknown) => {
      assert.ok(error instanceof Misuse);
      assert.equal(error.message, message);
      return true;
    });
  const withDates = (wrong: Record<string, unknown>, more: Partial<NoticePolicy> = {}) =>
    expiryOf({ entitlement: { ...owned.entitlement, ...wrong } }, { ...policy, ...more }, now);

  test('is misuse that names it', () => {
    refuses(() => expiryOf(null as never, policy, now), 'expiryOf: card is null, must be an object');
    refuses(
      () => expiryOf({ entitlement: [] as never }, policy, now),
      'expiryOf: card.entitlement is a list, must be an object',
    );
    refuses(
      () => expiryOf(owned, undefined as never, now),
      'expiryOf: policy is undefined, must be an object',
    );
  });

  for (const name of ['expiresAt', 'graceEndsAt', 'recoverableUntil', 'asOf'])
    for (const [value, said] of [
      [undefined, 'undefined'],
      [now, `${now}`],
      ['soon', '"soon"'],
      ['2026-12-03', '"2026-12-03"'],
      ['2026-12-03T16:00:00', '"2026-12-03T16:00:00"'],
      ['2026-12-03T16:00:00+00:00', '"2026-12-03T16:00:00+00:00"'],
      ['2026-12-03T16:00Z', '"2026-12-03T16:00Z"'],
      ['2026-02-30T16:00:00Z', '"2026-02-30T16:00:00Z"'],
      ['+012026-12-03T16:00:00Z', '"+012026-12-03T16:00:00Z"'],
    ] as const)
      test(`is misuse that names it: ${name} of ${said}`, () => {
        refuses(
          () => withDates({ [name]: value }, { staleHours: 1 }),
          `expiryOf: ${name} is ${said}, must be an ISO 8601 instant with Z`,
        );
      });

  test('is nothing that is not asked for: when the supplier was asked, if that is never too old', () => {
    assert.equal(withDates({ asOf: 'soon' }).state, 'due-soon');
  });

  for (const [zone, said] of [
    [undefined, 'undefined'],
    [['UTC'], 'a list'],
    ['Mars/Base', '"Mars/Base"'],
  ] as const)
    test(`is misuse that names it: a zone of ${said}`, () => {
      refuses(() => withDates({ zone }), `zone is ${said}, must be an IANA time zone`);
    });

  for (const flag of ['suspended', 'revoked'])
    test(`is misuse: ${flag} that is neither true nor false`, () => {
      refuses(
        () => withDates({ [flag]: 'no' }),
        'expiryOf: a flag of the supplier is "no", must be true or false',
      );
    });

  for (const [name, most] of [
    ['soonDays', 3_660],
    ['nowHours', 87_840],
    ['staleHours', 87_840],
  ] as const) {
    test(`is misuse that names it: ${name} that is no whole number from 0 to ${most}`, () => {
      for (const value of [-1, 0.5, Number.NaN, Infinity, most + 1, undefined])
        refuses(
          () => withDates({}, { [name]: value }),
          `expiryOf: ${name} is ${value}, must be a whole number from 0 to ${most}`,
        );
    });
    test(`though ${name} may be 0 and ${most}`, () => {
      for (const value of [0, most]) assert.equal(typeof withDates({}, { [name]: value }).state, 'string');
    });
  }

  test('is misuse that names it: a time that no calendar has', () => {
    const rule = 'must be a whole number from -8000000000000000 to 8000000000000000';
    for (const value of [Number.NaN, Infinity, 8e15 + 1, -8e15 - 1, '0', null, new Date(now)])
      refuses(
        () => expiryOf(owned, policy, value as number),
        `expiryOf: now is ${value === '0' ? '"0"' : value instanceof Date ? 'an object' : value}, ${rule}`,
      );
    for (const value of [8e15, -8e15])
      assert.ok(Number.isInteger(expiryOf(owned, policy, value).nextChangeAt));
  });

  for (const [term, message] of [
    [null, 'noticeFor: term is null, must be an object'],
    [{}, 'noticeFor: term is an object, must be a count of either months or days'],
    [{ months: 0 }, 'noticeFor: term.months is 0, must be a whole number from 1 to 3660'],
    [{ days: 3_661 }, 'noticeFor: term.days is 3661, must be a whole number from 1 to 3660'],
  ] as const)
    test(`is misuse: a notice for a term of ${JSON.stringify(term)}`, () => {
      refuses(() => noticeFor(term as never), message);
    });

  test('is misuse, or is answered as promised: anything at all', () => {
    const anything = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
      fc.double(),
      fc.string({ unit: 'binary' }),
      fc
        .date({ noInvalidDate: true, min: new Date(-6e13), max: new Date(25e13) })
        .map((date) => date.toISOString()),
      fc.constantFrom(null, 'UTC', 'Pacific/Apia', true),
    );
    const spoiled = <Value extends object>(value: Value) =>
      fc
        .subarray(Object.keys(value))
        .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, anything]))))
        .map((wrong) => ({ ...value, ...wrong }));
    const someCard = fc.oneof(
      { weight: 1, arbitrary: anything },
      {
        weight: 4,
        arbitrary: spoiled({ ...card.entitlement, ...shanghai }).map((entitlement) => ({ entitlement })),
      },
    );
    fc.assert(
      fc.property(
        someCard,
        fc.oneof(anything, spoiled({ ...policy, staleHours: 48 })),
        fc.oneof(anything, fc.integer({ min: -8e15, max: 8e15 })),
        (anyCard, anyPolicy, anyTime) => {
          try {
            const { state, ...numbers } = expiryOf(anyCard as never, anyPolicy as never, anyTime as number);
            assert.equal(typeof state, 'string');
            for (const number of Object.values(numbers))
              assert.ok(number === null || Number.isInteger(number));
            assert.ok(numbers.nextChangeAt === null || numbers.nextChangeAt > (anyTime as number));
          } catch (error) {
            assert.ok(error instanceof Misuse, String(error));
          }
          try {
            assert.ok(noticeFor(anyTime as never).soonDays > 0);
          } catch (error) {
            assert.ok(error instanceof Misuse, String(error));
          }
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
