import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Misuse } from '@leb-renew/core';
import * as contract from '@leb-renew/core/contract';
import { check, problem, type Schema } from '@leb-renew/core/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from '../chance.ts';
import { card, plan, quote, receipt, receiptRow, session } from './examples/quote.ts';
import { renewalIn } from './examples/renewal.ts';

/** A validator that others wrote. Formats are ours to give it: these know nothing of our check. */
const ajv = new Ajv2020({
  strict: true,
  formats: { 'date-time': isInstant, 'iana-time-zone': isZone },
});

function isInstant(text: string): boolean {
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = text.split(/\D/).map(Number);
  const at = new Date(Date.UTC(year, month - 1, date, hour, minute, second));
  const real = [
    at.getUTCMonth() + 1,
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  ];
  return real.join() === [month, date, hour, minute, second].join();
}

function isZone(text: string): boolean {
  try {
    return new Date(0).toLocaleString('en', { timeZone: text }) !== '';
  } catch {
    return false;
  }
}

const examples: readonly (readonly [name: string, schema: Schema, example: unknown])[] = [
  ['Card', contract.Card, card],
  ['Plan', contract.Plan, plan],
  ['a refused Plan', contract.Plan, { ...plan, offer: { ok: false, reason: 'terminated', opensAt: null } }],
  ['Quote', contract.Quote, quote],
  ['QuoteRequest', contract.QuoteRequest, { cardRef: 'card-1', planId: 'global-12m', currency: 'USD' }],
  ['Receipt', contract.Receipt, receipt],
  ['ReceiptList', contract.ReceiptList, { receipts: [receiptRow] }],
  ['SignInAnswer', contract.SignInAnswer, { kind: 'session', session }],
  ['SignInRequest', contract.SignInRequest, { email: 'mira@example.com', password: 'x' }],
  ['Problem', contract.Problem, problem('renewal-open', { renewalId: 'renewal-1' })],
  ['an unpaid Renewal', contract.Renewal, renewalIn('awaiting-payment')],
  ['a renewed Renewal', contract.Renewal, renewalIn('renewed')],
  ['Term', contract.Term, { months: 12 }],
];

type Json = Record<string, unknown>;

/** Every place inside a JSON value, by its keys. */
function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

type Change = { to: unknown } | 'gone';

/** A copy in which the value at a place is another, or gone. */
function but(example: unknown, [key, ...rest]: readonly string[], change: Change): unknown {
  if (key === undefined) return change === 'gone' ? null : change.to;
  const inner = rest.length > 0 ? { to: but((example as Json)[key], rest, change) } : change;
  if (Array.isArray(example)) return butInList(example, Number(key), inner);
  if (inner !== 'gone') return { ...(example as Json), [key]: inner.to };
  return Object.fromEntries(Object.entries(example as Json).filter(([name]) => name !== key));
}

/** JSON's lists have no holes and no names: what is no place of the list goes to its end. */
function butInList(list: readonly unknown[], place: number, change: Change): unknown[] {
  const at = place in list ? place : list.length;
  return change === 'gone' ? list.toSpliced(at, 1) : list.toSpliced(at, 1, change.to);
}

/** What stands in the wrong place of JSON more often than chance would have it. */
const strays = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue() },
  fc.integer({ min: -3, max: 400 }),
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    true,
    'unlimited',
    'USD',
    'paid',
    'renewed',
    'card-1',
    '2026-02-30T00:00:00Z',
    '2028-02-29T12:00:00.5Z',
    'Asia/Shanghai',
    'Mars/Base',
    'mailto:help@shop.example',
    '8985 •••• •••• 2210',
    'x'.repeat(501),
    '😀'.repeat(500),
    2 ** 53,
    1.5,
    { months: 1 },
    { days: 30 },
    { months: 1, days: 30 },
  ),
);

describe('the check of the contract', () => {
  for (const [name, schema, example] of examples) {
    test(`agrees with an outside validator of JSON Schema on every ${name}, right and wrong`, () => {
      const validate = ajv.compile(schema);
      assert.ok(validate(example), `${name} is a good example`);
      const places = placesIn(example);
      fc.assert(
        fc.property(
          fc.array(
            fc.tuple(
              fc.constantFrom(...places),
              fc.option(fc.string({ unit: 'grapheme', maxLength: 6 }), { freq: 5, nil: undefined }),
              fc.oneof(
                fc.constant('gone' as const),
                strays.map((to) => ({ to })),
              ),
            ),
            { minLength: 1, maxLength: 2 },
          ),
          (changes) => {
            const [[place, extra, change] = [[], undefined, 'gone' as const]] = changes;
            const value = but(example, extra === undefined ? place : [...place.slice(0, -1), extra], change);
            assert.equal(check(schema, value).ok, validate(value), JSON.stringify(value));
          },
        ),
        { numRuns: 800 },
      );
    });

    test(`names what was changed in the ${name} it refuses, or what is missing beside it`, () => {
      fc.assert(
        fc.property(fc.constantFrom(...placesIn(example)), strays, (place, to) => {
          const checked = check(schema, but(example, place, { to }));
          if (checked.ok) return;
          const { path } = checked;
          const changed = place.join('.');
          const owner = place.slice(0, -1).join('.');
          assert.ok(
            path.startsWith(owner) || changed.startsWith(path),
            `${changed} was changed, ${path} is named: ${checked.rule}`,
          );
        }),
        { numRuns: 300 },
      );
    });
  }

  const edges: readonly (readonly [
    rule: string,
    Schema,
    example: unknown,
    place: string,
    good: unknown,
    bad: unknown,
  ])[] = [
    ['a highest number', contract.Plan, plan, 'price.saving.percent', 99, 100],
    ['a lowest number', contract.Plan, plan, 'price.saving.percent', 1, 0],
    ['a number that is one', contract.Plan, plan, 'offer.effect.losesDays', 0.5, Infinity],
    ['a whole number', contract.Renewal, renewalIn('paid'), 'seq', 2 ** 53 - 1, 2 ** 53],
    ['a shortest text, in characters', contract.Session, session, 'token', '😀'.repeat(16), '😀'.repeat(15)],
    ['a longest text, in characters', contract.Card, card, 'label', '😀'.repeat(500), '😀'.repeat(501)],
  ];
  for (const [rule, schema, example, place, good, bad] of edges)
    test(`keeps ${rule} at its very edge`, () => {
      const at = place.split('.');
      assert.equal(check(schema, but(example, at, { to: good })).ok, true);
      const refused = check(schema, but(example, at, { to: bad }));
      assert.equal(!refused.ok && refused.path, place);
    });

  test('takes anything at all without breaking', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const [, schema] of examples) assert.equal(typeof check(schema, value).ok, 'boolean');
      }),
    );
  });

  test('does not take an inherited name for a member it knows', () => {
    for (const name of ['constructor', 'toString', '__proto__', '']) {
      const request = JSON.parse(`{"quoteId":"quote-1","${name}":1}`) as unknown;
      assert.deepEqual(check(contract.BeginRequest, request), {
        ok: false,
        path: name,
        rule: 'additionalProperties false',
      });
    }
  });

  test('lets the texts of a plan be in languages that are named as BCP 47 recommends, and nothing else', () => {
    const named = (tag: string, name: unknown) =>
      check(
        contract.PlanRef,
        JSON.parse(
          `{"planId":"m","name":"1 month","nameIn":{"${tag}":${JSON.stringify(name)}},"term":{"months":1}}`,
        ),
      );
    for (const tag of ['de', 'yue', 'zh-Hans', 'pt-BR', 'es-419', 'sr-Latn-RS'])
      assert.deepEqual(named(tag, '…'), {
        ok: true,
        value: { planId: 'm', name: '1 month', nameIn: { [tag]: '…' }, term: { months: 1 } },
      });
    for (const tag of ['', 'DE', 'zh-hans', 'pt_BR', 'german', 'de-', 'en-u-nu-latn', '__proto__']) {
      const checked = named(tag, '…');
      assert.equal(!checked.ok && checked.path, `nameIn.${tag}`);
      assert.equal(!checked.ok && checked.rule.split(' ', 1)[0], 'pattern');
    }
    assert.deepEqual(named('de', ''), { ok: false, path: 'nameIn.de', rule: 'minLength 1' });
    assert.deepEqual(named('de', 'x'.repeat(501)), { ok: false, path: 'nameIn.de', rule: 'maxLength 500' });
    assert.deepEqual(named('de', null), { ok: false, path: 'nameIn.de', rule: 'type string' });
  });

  test('says which forms there are when none was meant', () => {
    assert.deepEqual(check(contract.Term, { weeks: 2 }), { ok: false, path: '', rule: 'none of 2 forms' });
    assert.deepEqual(check(contract.Renewal, { status: 'lost' }), {
      ok: false,
      path: 'status',
      rule: 'enum awaiting-payment,processing,paid,extending,renewed,cancelled,review,refunding,refunded',
    });
  });

  test('hands on a copy, so that what was checked cannot change after', () => {
    const value = { months: 12 };
    const checked = check(contract.Term, value);
    value.months = 0;
    assert.deepEqual(checked, { ok: true, value: { months: 12 } });
  });

  test('swallows no error of the value itself', () => {
    const term = {
      get months(): number {
        throw new TypeError('not now');
      },
    };
    assert.throws(() => check(contract.Term, term), /not now/);
  });

  test('takes no schema that is none', () => {
    for (const wrong of [undefined, null, 'Card'])
      assert.throws(() => check(wrong as never, {}), /check: schema is .*, must be a schema/);
  });

  test('of an answer that the page asked for itself throws, naming the member and the rule', () => {
    assert.throws(
      () => contract.readSandboxAnswer({ state: 'paid', problemCode: null }),
      (error) =>
        error instanceof Misuse &&
        error.message ===
          'the answer of the sandbox.state is "paid", must be as the contract says (enum succeeded,processing,requires_payment_method)',
    );
  });
});
