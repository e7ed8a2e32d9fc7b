import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import { Misuse } from '@leb-renew/core';
import {
  addTerm,
  anchorOf,
  extend,
  gainsADay,
  type ExtensionRequest,
  type TermStart,
} from '@leb-renew/core/term';

const start: TermStart = { start: '2026-01-31T00:00:00Z', zone: 'UTC', term: { months: 1 } };
const request: ExtensionRequest = {
  zone: 'Europe/Berlin',
  expiresAt: '2026-03-15T00:00:00Z',
  anchorDay: 15,
  anchorTime: '01:00:00',
  now: '2026-03-01T09:00:00Z',
  term: { months: 1 },
  policy: { active: 'restart', graceDays: 7 },
  stacked: 1,
};

const refuses = (call: () => unknown, message: string) =>
  assert.throws(call, (error: unknown) => {
    assert.ok(error instanceof Misuse);
    assert.equal(error.message, message);
    return true;
  });

const noInstant = 'must be an ISO 8601 instant with Z';
const noZone = 'must be an IANA time zone';
const noTime = 'must be a wall time HH:MM:SS';
const noTerm = 'must be a whole number from 1 to 3660';
const noDay = 'must be a whole number from 1 to 31';

/** [what is given, how it is said] */
type Slip = readonly [value: unknown, said: string];

const badInstants: readonly Slip[] = [
  [undefined, 'undefined'],
  [null, 'null'],
  [1_767_225_600_000, '1767225600000'],
  [['2026-01-31T00:00:00Z'], 'a list'],
  ['', '""'],
  ['soon', '"soon"'],
  ['2026-01-31', '"2026-01-31"'],
  ['2026-01-31T00:00:00', '"2026-01-31T00:00:00"'],
  ['2026-01-31T00:00:00+00:00', '"2026-01-31T00:00:00+00:00"'],
  ['2026-01-31T00:00:00z', '"2026-01-31T00:00:00z"'],
  ['2026-01-31T00:00:00Z[UTC]', '"2026-01-31T00:00:00Z[UTC]"'],
  [' 2026-01-31T00:00:00Z', '" 2026-01-31T00:00:00Z"'],
  ['+012026-01-31T00:00:00Z', '"+012026-01-31T00:00:00Z"'],
  ['2026-02-30T00:00:00Z', '"2026-02-30T00:00:00Z"'],
  ['2026-01-31T24:00:00Z', '"2026-01-31T24:00:00Z"'],
  ['2026-01-31T23:59:60Z', '"2026-01-31T23:59:60Z"'],
  ['2026-01-31T00:00:00.1234567890Z', '"2026-01-31T00:00:00.1234567890Z"'],
  ['2026-01-31T00:00:00.Z', '"2026-01-31T00:00:00.Z"'],
];
const badZones: readonly Slip[] = [
  [undefined, 'undefined'],
  [null, 'null'],
  [['UTC'], 'a list'],
  ['', '""'],
  ['Mars/Base', '"Mars/Base"'],
  ['+08:00', '"+08:00"'],
  ['Z', '"Z"'],
  ['2020-01-01T00:00[Europe/Berlin]', '"2020-01-01T00:00[Europe/Berlin]"'],
  ['2020-01-01T00:00Z', '"2020-01-01T00:00Z"'],
  ['T10:00[UTC]', '"T10:00[UTC]"'],
  ['Europe/Berlin ', '"Europe/Berlin "'],
  ['__proto__', '"__proto__"'],
];
const badTimes: readonly Slip[] = [
  [60, '60'],
  ['', '""'],
  ['6:00:00', '"6:00:00"'],
  ['06:00', '"06:00"'],
  ['24:00:00', '"24:00:00"'],
  ['06:60:00', '"06:60:00"'],
  ['06:00:60', '"06:00:60"'],
  ['06:00:00.', '"06:00:00."'],
  ['06:00:00Z', '"06:00:00Z"'],
  ['06:00:00+01:00', '"06:00:00+01:00"'],
  ['06:00:00,5', '"06:00:00,5"'],
  ['T06:00:00', '"T06:00:00"'],
  ['2026-01-01T06:00:00', '"2026-01-01T06:00:00"'],
];
const noCounts: readonly Slip[] = [
  ['1', '"1"'],
  [1.5, '1.5'],
  [Number.NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [1n, '1'],
  [[1], 'a list'],
];
const badTerms: readonly Slip[] = [...noCounts, [null, 'null'], [0, '0'], [-1, '-1'], [3_661, '3661']];
const badDays: readonly Slip[] = [...noCounts, [0, '0'], [-1, '-1'], [32, '32']];

describe('what is no plain data', () => {
  const noObjects: readonly Slip[] = [
    [undefined, 'undefined'],
    [null, 'null'],
    ['UTC', '"UTC"'],
    [1, '1'],
    [[], 'a list'],
    [() => start, 'a function'],
  ];
  for (const [value, said] of noObjects) {
    const rule = `is ${said}, must be an object`;
    test(`is misuse: ${said}`, () => {
      refuses(() => addTerm(value as never), `addTerm ${rule}`);
      refuses(() => addTerm({ ...start, term: value as never }), `addTerm: term ${rule}`);
      refuses(() => extend(value as never), `extend ${rule}`);
      refuses(() => extend({ ...request, term: value as never }), `extend: term ${rule}`);
      refuses(() => extend({ ...request, policy: value as never }), `extend: policy ${rule}`);
      refuses(() => gainsADay(value as never, request.expiresAt), `gainsADay ${rule}`);
    });
  }
});

describe('what is no instant', () => {
  for (const [value, said] of badInstants)
    test(`is misuse, by its name: ${said}`, () => {
      const given = value as string;
      const rule = `is ${said}, ${noInstant}`;
      refuses(() => addTerm({ ...start, start: given }), `addTerm: start ${rule}`);
      refuses(() => extend({ ...request, now: given }), `extend: now ${rule}`);
      refuses(() => extend({ ...request, expiresAt: given }), `extend: expiresAt ${rule}`);
      refuses(() => anchorOf(given, 'UTC'), `anchorOf: instant ${rule}`);
      refuses(() => gainsADay({ to: given, losesDays: 1 }, request.expiresAt), `gainsADay: to ${rule}`);
      refuses(() => gainsADay({ to: request.now, losesDays: 1 }, given), `gainsADay: expiresAt ${rule}`);
    });

  test('though a fraction of up to nine digits is one', () => {
    assert.equal(
      addTerm({ ...start, start: '2026-01-31T00:00:00.123456789Z' }),
      '2026-02-28T00:00:00.123456789Z',
    );
  });
});

describe('what is no zone', () => {
  for (const [value, said] of badZones)
    test(`is misuse, by its name: ${said}`, () => {
      const zone = value as string;
      refuses(() => addTerm({ ...start, zone }), `addTerm: zone is ${said}, ${noZone}`);
      refuses(() => extend({ ...request, zone }), `extend: zone is ${said}, ${noZone}`);
      refuses(() => anchorOf(start.start, zone), `anchorOf: zone is ${said}, ${noZone}`);
    });

  for (const zone of ['Etc/GMT+5', 'EST5EDT', 'America/Port-au-Prince', 'America/Argentina/Buenos_Aires'])
    test(`though ${zone} is one`, () => assert.ok('to' in extend({ ...request, zone, policy: {} })));
});

describe('what is no anchor', () => {
  for (const [value, said] of badTimes)
    test(`is misuse, by its name: a time of ${said}`, () => {
      const anchorTime = value as string;
      refuses(() => addTerm({ ...start, anchorTime }), `addTerm: anchorTime is ${said}, ${noTime}`);
      refuses(() => extend({ ...request, anchorTime }), `extend: anchorTime is ${said}, ${noTime}`);
    });
  for (const [value, said] of badDays)
    test(`is misuse, by its name: a day of ${said}`, () => {
      const anchorDay = value as number;
      refuses(() => addTerm({ ...start, anchorDay }), `addTerm: anchorDay is ${said}, ${noDay}`);
      refuses(() => extend({ ...request, anchorDay }), `extend: anchorDay is ${said}, ${noDay}`);
    });
  for (const anchorDay of [undefined, null])
    test(`is misuse where a card is extended: a day of ${anchorDay} would let it drift unseen`, () => {
      refuses(
        () => extend({ ...request, anchorDay: anchorDay as never }),
        `extend: anchorDay is ${anchorDay}, ${noDay}`,
      );
    });
  test('is misuse even where no anchor is asked for', () => {
    const drift = { ...request, policy: { anchor: 'drift' }, term: { days: 1 } } as const;
    refuses(() => extend({ ...drift, anchorDay: 32 }), `extend: anchorDay is 32, ${noDay}`);
    refuses(() => extend({ ...drift, anchorTime: 'noon' }), `extend: anchorTime is "noon", ${noTime}`);
    refuses(
      () => addTerm({ ...start, term: { days: 1 }, anchorDay: 32 }),
      `addTerm: anchorDay is 32, ${noDay}`,
    );
  });
  test('though its first and last days are', () => {
    assert.equal(addTerm({ ...start, anchorDay: 1 }), '2026-02-01T00:00:00Z');
    assert.equal(addTerm({ ...start, anchorDay: 31, term: { months: 2 } }), '2026-03-31T00:00:00Z');
  });
});

describe('what is no term', () => {
  for (const [value, said] of badTerms)
    test(`is misuse, by its name: ${said}`, () => {
      for (const unit of ['months', 'days']) {
        const term = { [unit]: value } as never;
        refuses(() => addTerm({ ...start, term }), `addTerm: term.${unit} is ${said}, ${noTerm}`);
        refuses(() => extend({ ...request, term }), `extend: term.${unit} is ${said}, ${noTerm}`);
      }
    });
  for (const term of [{}, { months: 1, days: 1 }, { weeks: 2 }])
    test(`is misuse: ${JSON.stringify(term)} is neither months nor days, or both`, () => {
      refuses(
        () => addTerm({ ...start, term: term as never }),
        'addTerm: term is an object, must be a count of either months or days',
      );
    });
});

describe('what is no policy', () => {
  const counts = [
    ['graceDays', 0, 3_660],
    ['recoverDays', 0, 3_660],
    ['horizonMonths', 1, 3_660],
    ['opensBeforeDays', 0, 3_660],
    ['closesBeforeMinutes', 0, 5_270_400],
    ['maxStacked', 0, 3_660],
  ] as const;
  for (const [name, least, most] of counts) {
    const rule = `must be a whole number from ${least} to ${most}`;
    const slips: readonly Slip[] = [...noCounts, [least - 1, `${least - 1}`], [most + 1, `${most + 1}`]];
    test(`is misuse, by its name: ${name} that is no whole number from ${least} to ${most}`, () => {
      for (const [value, said] of slips)
        refuses(
          () => extend({ ...request, policy: { [name]: value } }),
          `extend: policy.${name} is ${said}, ${rule}`,
        );
    });
    test(`though ${name} may be ${least} and ${most}`, () => {
      for (const value of [least, most])
        assert.equal(typeof extend({ ...request, policy: { [name]: value } }), 'object');
    });
  }

  const words = [
    ['active', 'stack, queue, restart'],
    ['grace', 'from-expiry, from-now'],
    ['anchor', 'sticky, drift'],
  ] as const;
  for (const [name, known] of words) {
    test(`is misuse, by its name: a word for ${name} that no supplier uses`, () => {
      for (const [value, said] of [...noCounts, ['Stack', '"Stack"'], ['', '""'], [true, 'true']] as Slip[])
        refuses(
          () => extend({ ...request, policy: { [name]: value } }),
          `extend: policy.${name} is ${said}, must be one of ${known}`,
        );
    });
    test(`though ${name} may be each of ${known}`, () => {
      for (const word of known.split(', '))
        assert.equal(typeof extend({ ...request, policy: { [name]: word } }), 'object');
    });
  }

  const members = [...counts.map(([name]) => name), ...words.map(([name]) => name)];
  for (const name of ['gracedays', 'recoveryDays', '__proto__', 'toString'])
    test(`is misuse: ${name} would be overlooked`, () => {
      const policy = JSON.parse(`{"${name}": 7}`) as object;
      assert.throws(
        () => extend({ ...request, policy }),
        (error: unknown) => {
          assert.ok(error instanceof Misuse);
          assert.ok(error.message.startsWith(`extend: policy: a member is "${name}", must be one of `));
          for (const known of members) assert.match(error.message, new RegExp(`\\b${known}(, |$)`));
          return true;
        },
      );
    });

  test('though a member may be left out as undefined or null', () => {
    const left = Object.fromEntries(members.map((name, nth) => [name, nth % 2 === 0 ? undefined : null]));
    assert.deepEqual(extend({ ...request, policy: left }), extend({ ...request, policy: {} }));
  });
});

describe('what is no count of waiting terms', () => {
  for (const [value, said] of [...noCounts, [-1, '-1'], [3_661, '3661']] as Slip[])
    test(`is misuse, by its name: ${said}`, () => {
      refuses(
        () => extend({ ...request, stacked: value as number }),
        `extend: stacked is ${said}, must be a whole number from 0 to 3660`,
      );
    });
});

describe('an end that cannot be written', () => {
  const last = { zone: 'UTC', term: { days: 1 } } as const;
  test('is misuse: the contract has four digits for a year', () => {
    const rule = 'the end is "+010000-01-01T00:00:00Z", must be before the year 10000';
    refuses(() => addTerm({ ...last, start: '9999-12-31T00:00:00Z' }), `addTerm: ${rule}`);
    refuses(
      () => extend({ ...request, ...last, anchorTime: null, expiresAt: '9999-12-31T00:00:00Z', policy: {} }),
      `extend: ${rule}`,
    );
  });
  test('is in no way near for a card of the year 0', () => {
    assert.equal(
      addTerm({ start: '0000-01-01T00:00:00Z', zone: 'America/New_York', term: { days: 1 } }),
      '0000-01-02T00:00:00Z',
    );
  });
});

describe('anything at all', () => {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
  const isInstant = (text: unknown) => typeof text === 'string' && form.test(text);

  /** Mostly nonsense, and what is almost right. */
  const anything = fc.oneof(
    { withCrossShrink: true },
    fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }),
    fc.integer(),
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc
      .date({ noInvalidDate: true, min: new Date(-6e13), max: new Date(25e13) })
      .map((date) => date.toISOString()),
    fc.constantFrom('UTC', 'Asia/Shanghai', '\ud800', 'restart', 'drift', '10:00:00', cyclic()),
    fc.record({ months: fc.integer({ min: -1, max: 4_000 }) }),
    fc.record({ days: fc.integer({ min: -1, max: 4_000 }) }),
    fc.dictionary(
      fc.constantFrom('active', 'graceDays', 'recoverDays', 'horizonMonths', 'maxStacked'),
      fc.anything(),
    ),
  );
  const spoiled = <Value extends object>(value: Value) =>
    fc
      .subarray(Object.keys(value), { minLength: 1 })
      .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, anything]))))
      .map((wrong) => ({ ...value, ...wrong }));

  function answerOrMisuse(call: () => unknown, isRight: (answer: never) => boolean): void {
    let answer: unknown;
    try {
      answer = call();
    } catch (error) {
      assert.ok(error instanceof Misuse, String(error));
      assert.match(error.message, /^(addTerm|extend|anchorOf|gainsADay)(: .+)? is .+, must be .+$/s);
      return;
    }
    assert.ok(isRight(answer as never));
  }

  test('is answered as promised, or is misuse that names the value and the rule', () => {
    fc.assert(
      fc.property(
        fc.oneof(anything, spoiled({ ...start, anchorDay: 31, anchorTime: '10:00:00' })),
        fc.oneof(anything, spoiled(request)),
        anything,
        anything,
        (someStart, someRequest, one, other) => {
          answerOrMisuse(() => addTerm(someStart as never), isInstant);
          answerOrMisuse(
            () => extend(someRequest as never),
            (answer: Record<string, unknown>) => {
              const { refused, from, to, basis, anchorDay, losesDays } = answer;
              if (refused !== undefined)
                return ['at', 'would'].every((name) => !(name in answer) || isInstant(answer[name]));
              return (
                isInstant(from) &&
                isInstant(to) &&
                ['expiry', 'now'].includes(basis as string) &&
                Number.isInteger(anchorDay) &&
                (losesDays as number) >= 0
              );
            },
          );
          answerOrMisuse(
            () => anchorOf(one as never, other as never),
            ({ anchorDay }: { anchorDay: number }) => anchorDay >= 1 && anchorDay <= 31,
          );
          answerOrMisuse(
            () => gainsADay({ to: one, losesDays: other } as never, other as never),
            (answer) => typeof answer === 'boolean',
          );
        },
      ),
      { numRuns: 5_000 },
    );
  });

  function cyclic(): object {
    const self: Record<string, unknown> = {};
    self['self'] = self;
    return self;
  }
});
