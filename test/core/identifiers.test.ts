import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import { lastFour, Misuse } from '@leb-renew/core';
import { Card } from '@leb-renew/core/contract';
import {
  iccidSearchHint,
  maskActivationCode,
  maskEid,
  maskIccid,
  parseActivationCode,
  parseEid,
  parseIccid,
  type NumberReading,
} from '@leb-renew/core/identifiers';
import { issuesOf } from './examples/conforms.ts';
import { card } from './examples/quote.ts';
import vectors from './vectors/identifiers.json' with { type: 'json' };

const wrong = (value: unknown) => value as never;
const digits = (least: number, most = least) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
    .map((each) => each.join(''));

/** Luhn as ISO/IEC 7812-1 tells it by hand: double every second digit from the right, add up all digits. */
function luhn(number: string): number {
  const weighed = Array.from(number, Number).reverse();
  const doubled = weighed.map((digit, place) => String(digit * (place % 2 === 0 ? 1 : 2))).join('');
  return Array.from(doubled, Number).reduce((sum, digit) => sum + digit, 0) % 10;
}
const withLuhn = (number: string): string =>
  Array.from('0123456789', (last) => number + last).find((each) => luhn(each) === 0)!;

describe('an ICCID', () => {
  const accepted = (...notes: string[]) => ({ ok: true, notes });
  const read = (reading: NumberReading) => (reading.ok ? accepted(...reading.notes) : reading);

  const byRow: readonly [iccid: string, typed: object, received: object][] = [
    ['8988211000000530082', accepted(), accepted()],
    ['8988211000000530081', { ok: false, code: 'wrong-check' }, accepted('wrong-check')],
    ['8914800000000000006', accepted(), accepted()],
    ['8931089318104284409F', accepted(), accepted()],
    ['89882806660004909182', accepted(), accepted()],
    ['89852202401310123456', { ok: false, code: 'wrong-check' }, accepted('wrong-check')],
    ['893000000000034143', accepted('no-check-digit'), accepted('no-check-digit')],
    ['87123123456889019', { ok: false, code: 'too-short' }, { ok: false, code: 'too-short' }],
    ['8943108170001029631', accepted(), accepted()],
    ['12345678901234567', { ok: false, code: 'too-short' }, { ok: false, code: 'too-short' }],
    ['99887766554433221X', { ok: false, code: 'not-digits' }, { ok: false, code: 'not-digits' }],
  ];

  test('of every published row is judged below', () => {
    assert.deepEqual(
      byRow.map(([iccid]) => iccid),
      vectors.iccid.map((row) => row.in),
    );
  });

  for (const [nth, row] of vectors.iccid.entries()) {
    const [iccid, typed, received] = byRow[nth]!;
    test(`${iccid} (${row.source})`, () => {
      assert.deepEqual(read(parseIccid(row.in, 'typed')), typed);
      assert.deepEqual(read(parseIccid(row.in, 'received')), received);
      assert.deepEqual(read(parseIccid(row.in, 'typed-and-checked')), received, 'as the person says');
      const reading = parseIccid(row.in, 'received');
      if (!reading.ok) return;
      assert.equal(reading.digits, row.normalised ?? row.in);
      assert.equal(!reading.notes.includes('wrong-check') && reading.digits.length > 18, row.luhn);
      if (row.len !== undefined) assert.equal(reading.digits.length, row.len);
    });
  }

  for (const written of [
    '8931 0893 1810 4284 409',
    '8931-0893-1810-4284-409',
    '8931\u20110893\u20111810\u20114284\u2011409',
    '8931\u00a00893\u20091810\t4284\n409',
    '\u2066\u200e8931089318104284409\u2069',
    '8931089318104284409F',
    '8931089318104284409f',
    ' 8931 0893 1810 4284 409F ',
  ])
    test(`is read as it is however it is written: ${JSON.stringify(written)}`, () => {
      const reading = { ok: true, digits: '8931089318104284409', notes: [] };
      assert.deepEqual(parseIccid(written, 'typed'), reading);
    });

  test('of 18 digits is padded with two F on the chip, and is not completed', () => {
    assert.deepEqual(parseIccid('893000000000034143FF', 'typed'), {
      ok: true,
      digits: '893000000000034143',
      notes: ['no-check-digit'],
    });
  });

  const refused: readonly [text: string, code: string][] = [
    ['', 'too-short'],
    ['F', 'too-short'],
    ['  - ', 'too-short'],
    ['89300000000003414', 'too-short'],
    ['893000000000034143000', 'too-long'],
    ['F8931089318104284409', 'not-digits'],
    ['8931089318104284F409', 'not-digits'],
    ['893108931810428440FFF', 'not-digits'],
    ['８９３１０８９３１８１０４２８４４０９', 'not-digits'],
    ['8931+0893', 'not-digits'],
  ];
  for (const [text, code] of refused)
    test(`is refused as ${code}: ${JSON.stringify(text)}`, () => {
      for (const source of ['typed', 'typed-and-checked', 'received'] as const)
        assert.deepEqual(parseIccid(text, source), { ok: false, code });
    });

  test('that begins with anything but 89 is noted, not refused', () => {
    assert.deepEqual(parseIccid(withLuhn('871231234568890195'), 'typed'), {
      ok: true,
      digits: withLuhn('871231234568890195'),
      notes: ['not-telecom'],
    });
    assert.deepEqual(
      read(parseIccid('993000000000034143', 'received')),
      accepted('no-check-digit', 'not-telecom'),
    );
  });

  test('with its check digit passes; with one digit changed it does not', () => {
    fc.assert(
      fc.property(digits(16, 17), fc.nat(), fc.integer({ min: 1, max: 9 }), (body, place, change) => {
        const iccid = withLuhn(`89${body}`);
        assert.deepEqual(parseIccid(iccid, 'typed'), { ok: true, digits: iccid, notes: [] });
        const at = place % iccid.length;
        const changed = `${iccid.slice(0, at)}${(Number(iccid[at]) + change) % 10}${iccid.slice(at + 1)}`;
        assert.deepEqual(parseIccid(changed, 'typed'), { ok: false, code: 'wrong-check' });
      }),
    );
  });

  test('is completed only as a hint for a search', () => {
    const rows: readonly [iccid: string, hint: string | null][] = [
      ['8988211000000530081', '89882110000005300811'],
      ['8988211000000530082', null],
      ['893000000000034143', '8930000000000341438'],
      ['89852202401310123456', null],
      ['12345678901234567', null],
      ['99887766554433221X', null],
    ];
    for (const [iccid, hint] of rows) assert.equal(iccidSearchHint(iccid), hint, iccid);
    fc.assert(
      fc.property(digits(18, 20), (iccid) => {
        const hint = iccidSearchHint(iccid);
        assert.ok(hint === null || (hint === withLuhn(iccid) && hint.length <= 20));
      }),
    );
  });
});

describe('an EID', () => {
  for (const row of vectors.eid)
    test(`${row.in} (${row.source})`, () => {
      const expected = row.ok ? { ok: true, digits: row.in, notes: [] } : { ok: false, code: 'not-digits' };
      assert.deepEqual(parseEid(row.in, 'typed'), expected);
    });

  /** SGP.29: the last two digits make the whole 1 more than a multiple of 97. */
  const withCheck = (body: string) => body + String(98n - (BigInt(`${body}00`) % 97n)).padStart(2, '0');

  test('passes with its check digits, and fails with any digit changed', () => {
    fc.assert(
      fc.property(digits(28), fc.nat(31), fc.integer({ min: 1, max: 9 }), (body, at, change) => {
        const eid = withCheck(`89${body}`);
        assert.deepEqual(parseEid(eid, 'typed'), { ok: true, digits: eid, notes: [] });
        const changed = `${eid.slice(0, at)}${(Number(eid[at]) + change) % 10}${eid.slice(at + 1)}`;
        assert.deepEqual(parseEid(changed, 'typed'), { ok: false, code: 'wrong-check' });
        const notes = changed.startsWith('89') ? ['wrong-check'] : ['wrong-check', 'not-telecom'];
        for (const source of ['typed-and-checked', 'received'] as const)
          assert.deepEqual(parseEid(changed, source), { ok: true, digits: changed, notes });
      }),
    );
  });

  test('has 32 digits, whatever stands between them', () => {
    const eid = '89049032123451234512345678901235';
    assert.deepEqual(parseEid(` ${eid.replaceAll(/(.{4})/g, '$1 ')}`, 'typed'), {
      ok: true,
      digits: eid,
      notes: [],
    });
    assert.deepEqual(parseEid(eid.slice(1), 'received'), { ok: false, code: 'too-short' });
    assert.deepEqual(parseEid(`${eid}0`, 'received'), { ok: false, code: 'too-long' });
    assert.deepEqual(parseEid(`${eid}F`, 'received'), { ok: false, code: 'not-digits' });
  });
});

describe('an activation code', () => {
  const byRow: readonly object[] = [
    { ok: true, smdp: 'SMDP.GSMA.COM', token: '04386-AGYFT-A74Y8-3F815', oid: null, ccRequired: false },
    {
      ok: true,
      smdp: 'SMDP.GSMA.COM',
      token: '04386-AGYFT-A74Y8-3F815',
      oid: '1.3.6.1.4.1.31746',
      ccRequired: true,
    },
    { ok: true, smdp: 'SMDP.GSMA.COM', token: '', oid: '1.3.6.1.4.1.31746', ccRequired: false },
    { ok: true, smdp: 'rsp.truphone.com', token: 'QR-G-5C-1LS-1W1Z9P7', oid: null, ccRequired: false },
    { ok: false, code: 'wrong-token' },
  ];
  for (const [nth, row] of vectors.activationCode.entries())
    test(`${row.in} (${row.source})`, () => {
      const reading = parseActivationCode(row.in);
      assert.deepEqual(reading, byRow[nth]);
      assert.equal(reading.ok, row.error === undefined);
      for (const field of ['smdp', 'token', 'oid', 'ccRequired'] as const)
        if (reading.ok && row[field] !== undefined) assert.equal(reading[field], row[field]);
    });

  test('of every published row is judged above', () => {
    assert.equal(byRow.length, vectors.activationCode.length);
  });

  const rows: readonly [text: string, expected: object | string][] = [
    [' LPA:1$a.example$T \n', { smdp: 'a.example', token: 'T', oid: null, ccRequired: false }],
    ['lPa:1$a.example$T', { smdp: 'a.example', token: 'T', oid: null, ccRequired: false }],
    ['1$a.example$T$$1', { smdp: 'a.example', token: 'T', oid: null, ccRequired: true }],
    ['1$a.example$T$$', { smdp: 'a.example', token: 'T', oid: null, ccRequired: false }],
    ['1$a.example$', { smdp: 'a.example', token: '', oid: null, ccRequired: false }],
    ['1$localhost$T', { smdp: 'localhost', token: 'T', oid: null, ccRequired: false }],
    ['', 'wrong-format'],
    ['LPA:', 'wrong-format'],
    ['1', 'wrong-fields'],
    ['1$a.example', 'wrong-fields'],
    ['1$a.example$T$1.2$1$x', 'wrong-fields'],
    ['2$a.example$T', 'wrong-format'],
    ['LPA:LPA:1$a.example$T', 'wrong-format'],
    ['1$$T', 'wrong-address'],
    ['1$a..example$T', 'wrong-address'],
    ['1$-a.example$T', 'wrong-address'],
    ['1$a-.example$T', 'wrong-address'],
    ['1$https://a.example$T', 'wrong-address'],
    ['1$a.example$T T', 'wrong-token'],
    ['1$a.example$T$x', 'wrong-oid'],
    ['1LPA:$a.example$T', 'wrong-format'],
    ['1$a.example$T$1', 'wrong-oid'],
    ['1$a.example$T$3.1', 'wrong-oid'],
    ['1$a.example$T$1.2.', 'wrong-oid'],
    ['1$a.example$T$1.2$0', 'wrong-flag'],
    ['1$a.example$T$$11', 'wrong-flag'],
    [
      `1$a.example$${'T'.repeat(243)}`,
      { smdp: 'a.example', token: 'T'.repeat(243), oid: null, ccRequired: false },
    ],
    [`1$a.example$${'T'.repeat(244)}`, 'too-long'],
  ];
  for (const [text, expected] of rows)
    test(`reads ${JSON.stringify(text.slice(0, 40))} as ${JSON.stringify(expected).slice(0, 40)}`, () => {
      assert.deepEqual(
        parseActivationCode(text),
        typeof expected === 'string' ? { ok: false, code: expected } : { ok: true, ...expected },
      );
    });

  test('is shown without its token, however long that is', () => {
    for (const { in: code, error } of vectors.activationCode) {
      if (error !== undefined) continue;
      const { smdp } = parseActivationCode(code) as { readonly smdp: string };
      assert.equal(maskActivationCode(code), `1$${smdp}$••••`);
    }
  });
});

describe('a masked number', () => {
  const visible = (mask: string) => mask.replaceAll(/[ •]/g, '');

  test('shows its first and last four digits and nothing else', () => {
    fc.assert(
      fc.property(digits(18, 20), digits(32), (iccid, eid) => {
        assert.equal(maskIccid(iccid), `${iccid.slice(0, 4)} •••• •••• ${iccid.slice(-4)}`);
        assert.equal(visible(maskIccid(iccid)), iccid.slice(0, 4) + iccid.slice(-4));
        assert.equal(maskEid(eid), `${eid.slice(0, 4)} •••• •••• ${eid.slice(-4)}`);
        assert.equal(lastFour(maskIccid(iccid)), iccid.slice(-4));
      }),
    );
  });

  test('is what the contract takes, and a whole number is not', () => {
    assert.deepEqual(issuesOf(Card, { ...card, iccidMasked: maskIccid('8931089318104284409') }), []);
    const [issue, ...others] = issuesOf(Card, { ...card, iccidMasked: '8931089318104284409' });
    assert.match(issue ?? '', /^iccidMasked: (?!.*8931)/);
    assert.deepEqual(others, []);
  });

  test('is refused for what is none', () => {
    for (const iccid of ['', '89', '89300000000003414', '893000000000034143000'])
      assert.throws(() => maskIccid(iccid), {
        name: 'Misuse',
        message: 'maskIccid: an ICCID has 18 to 20 digits',
      });
    for (const eid of [
      '',
      '8904903212345123451234567890123',
      '890490321234512345123456789012350',
      '89049032005008882600033489aaaaaa',
    ])
      assert.throws(() => maskEid(eid), { name: 'Misuse', message: 'maskEid: an EID has 32 digits' });
    assert.throws(() => maskActivationCode('1$a.example'), {
      name: 'Misuse',
      message: 'maskActivationCode: this is no activation code (wrong-fields)',
    });
  });
});

describe('a mistake of the caller', () => {
  const number = 8_931_089_318_104_284_000;
  for (const [name, call] of [
    ['parseIccid', () => parseIccid(wrong(number), 'typed')],
    ['maskIccid', () => maskIccid(wrong(number))],
    ['iccidSearchHint', () => iccidSearchHint(wrong(number))],
    ['parseEid', () => parseEid(wrong(number), 'typed')],
    ['maskEid', () => maskEid(wrong(number))],
    ['parseActivationCode', () => parseActivationCode(wrong(number))],
    ['maskActivationCode', () => maskActivationCode(wrong(number))],
    ['lastFour', () => lastFour(wrong(number))],
  ] as const)
    test(`is named by its type in ${name}: a number`, () => {
      assert.throws(
        call,
        (error) => error instanceof Misuse && error.message === `${name}: type is "number", must be text`,
      );
    });

  test('is an unknown source, which is not repeated: it may be the number in the wrong place', () => {
    for (const parse of [parseIccid, parseEid])
      assert.throws(() => parse('89', wrong('8931089318104284409')), {
        name: 'Misuse',
        message: `${parse.name}: source must be typed, typed-and-checked, received`,
      });
  });

  test('never brings up the number, whatever is given', () => {
    const text = fc.oneof(digits(0, 40), fc.string(), fc.anything());
    const source = fc.oneof(fc.constantFrom('typed', 'typed-and-checked', 'received'), fc.anything());
    fc.assert(
      fc.property(text, source, (given, from) => {
        for (const call of [
          () => parseIccid(wrong(given), wrong(from)),
          () => parseEid(wrong(given), wrong(from)),
          () => iccidSearchHint(wrong(given)),
          () => parseActivationCode(wrong(given)),
          () => maskIccid(wrong(given)),
          () => maskEid(wrong(given)),
          () => maskActivationCode(wrong(given)),
          () => lastFour(wrong(given)),
        ])
          try {
            const answer: unknown = call();
            if (typeof answer === 'object' && answer !== null && 'code' in answer)
              assert.deepEqual(Object.keys(answer), ['ok', 'code']);
          } catch (error) {
            if (!(error instanceof Misuse)) throw error;
            if (typeof given === 'string' && given.length > 8) assert.ok(!error.message.includes(given));
          }
      }),
      { numRuns: 1_000 },
    );
  });
});
