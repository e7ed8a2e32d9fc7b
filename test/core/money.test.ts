import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import { formatMoney, Misuse, moneyDisplay, type Money } from '@leb-renew/core';
import { perMonth, saving, sum, taxWithin } from '@leb-renew/core/plan';

type Currency = 'USD' | 'JPY' | 'KWD';
const exponents = { USD: 2, JPY: 0, KWD: 3 } as const;
const money = (minor: number, currency: Currency = 'USD'): Money => ({
  minor,
  currency,
  exponent: exponents[currency],
});

/** domain.md §4: what a plan of so many months costs, and how it is shown beside single months. */
const prices: readonly [
  currency: Currency,
  single: number,
  months: number,
  total: number,
  month: number,
  percent: number,
][] = [
  ['USD', 999, 3, 2_699, 900, 9],
  ['USD', 999, 12, 9_599, 800, 19],
  ['USD', 999, 24, 16_999, 709, 29],
  ['JPY', 1_200, 3, 3_240, 1_080, 10],
  ['JPY', 1_200, 12, 11_500, 959, 20],
  ['JPY', 1_200, 24, 20_400, 850, 29],
  ['KWD', 3_000, 3, 8_100, 2_700, 10],
  ['KWD', 3_000, 12, 28_800, 2_400, 20],
  ['KWD', 3_000, 24, 50_400, 2_100, 30],
];

const amount = fc.integer({ min: 1, max: 100_000_000 });
const large = fc.oneof(amount, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));

describe('the price of a month', () => {
  for (const [currency, , months, total, month] of prices)
    test(`${total} for ${months} months is ${month} a month in ${currency}`, () => {
      assert.deepEqual(perMonth(money(total, currency), months), money(month, currency));
    });

  test('times the months is never less than the total, and never a unit more than needed', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 120 }), (total, months) => {
        const { minor } = perMonth(money(total), months);
        assert.ok(minor * months >= total && (minor - 1) * months < total);
      }),
    );
  });

  test('is exact for the largest amounts', () => {
    const total = fc.maxSafeNat();
    fc.assert(
      fc.property(total, fc.integer({ min: 1, max: 3_660 }), (minor, months) => {
        const times = BigInt(perMonth(money(minor), months).minor);
        assert.ok(times * BigInt(months) >= minor && (times - 1n) * BigInt(months) < minor);
      }),
    );
  });

  test('of what is free is free', () => {
    assert.deepEqual(perMonth(money(0), 12), money(0));
  });
});

describe('the saving', () => {
  for (const [currency, single, months, total, , percent] of prices)
    test(`of ${total} against ${months} times ${single} is ${percent} % in ${currency}`, () => {
      assert.equal(saving(money(total, currency), money(single, currency), months), percent);
    });

  test('is promised only when it is there', () => {
    assert.equal(saving(money(991), money(1_000), 1), null, '0.9 % is not 1 %');
    assert.equal(saving(money(990), money(1_000), 1), 1);
    assert.equal(saving(money(1_100), money(1_000), 1), null, 'dearer');
    assert.equal(saving(money(0), money(1_000), 1), null, 'free is no saving of 100 %');
    assert.equal(saving(money(100), money(0), 12), null, 'nothing to compare with');
    assert.equal(saving(money(1_000), money(1_000), 1), null, 'the same');
    assert.equal(saving(money(0), money(0), 1), null, 'nothing against nothing');
    assert.equal(saving(money(1), money(1_000), 1), 99);
  });

  test('is not compared across currencies', () => {
    assert.equal(saving(money(500, 'JPY'), money(1_000), 1), null);
    assert.equal(saving({ ...money(500), exponent: 3 }, money(1_000), 1), null);
  });

  test('is never promised higher than it is, and never a whole percent lower', () => {
    fc.assert(
      fc.property(large, large, fc.integer({ min: 1, max: 3_660 }), (total, single, times) => {
        const percent = saving(money(total), money(single), times) ?? 0;
        const full = BigInt(single) * BigInt(times);
        const saved = (full - BigInt(total)) * 100n;
        const promised = BigInt(percent) * full;
        assert.ok(saved < promised + full && (percent === 0 || (percent < 100 && promised <= saved)));
      }),
    );
  });
});

describe('a sum', () => {
  test('adds what is given, credits too', () => {
    assert.deepEqual(sum(money(8_400), money(-500), money(75)), money(7_975));
    assert.deepEqual(sum(money(8_400)), money(8_400));
  });

  test('of two currencies is a mistake, and both are named', () => {
    assert.throws(() => sum(money(1), money(1, 'JPY')), /JPY.*USD/);
  });

  test('of two exponents of one currency is a mistake, and both are named', () => {
    assert.throws(() => sum(money(1), { ...money(1), exponent: 3 }), /3.*2/);
  });
});

describe('the tax in a total', () => {
  const rows: readonly [total: number, rate: number, tax: number][] = [
    [11_900, 1_900, 1_900],
    [9_599, 1_900, 1_533],
    [9_599, 0, 0],
    [105, 500, 5],
    [1_000, 10_000, 500],
    [1, 10_000, 1],
    [1, 9_999, 0],
    [0, 1_900, 0],
    [-11_900, 1_900, -1_900],
    [-1, 10_000, -1],
    [-1, 1_900, 0],
    [9_007_199_254_740_991, 1_900, 1_438_124_250_756_965],
    [9_007_199_254_740_991, 1_000_000, 8_918_019_064_099_991],
  ];
  for (const [total, rate, tax] of rows)
    test(`of ${total} at ${rate} basis points is ${tax}, half a unit rounded up`, () => {
      assert.deepEqual(taxWithin(money(total), rate), money(tax));
    });

  test('of a credit takes back what the amount had', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 1_000_000 }), (total, rate) => {
        const [tax, back] = [taxWithin(money(total), rate), taxWithin(money(-total), rate)];
        assert.deepEqual(sum(tax, back), money(0));
      }),
    );
  });
});

/** Decimal digits of every script stand in order, ten by ten, and before their zero stands none. */
function western(digit: string): string {
  const point = digit.codePointAt(0)!;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}

/** What a reader sees: without direction marks, in western digits, narrow spaces as spaces. */
function parts(text: string) {
  const plain = text
    .replaceAll(/[\u200e\u200f\u061c]/g, '')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/\p{Nd}/gu, western)
    .replaceAll('’', "'")
    .replaceAll('٬', ',')
    .replaceAll('٫', '.');
  const number = /\d([\d.,' ]*\d)?/.exec(plain)?.[0] ?? '';
  return { minus: /[-−]/.test(plain), number, unit: plain.replace(number, '').replaceAll(/[-−\s]/g, '') };
}

describe('an amount in words', () => {
  const rows: readonly [locale: string, amount: Money, number: string, unit: string][] = [
    ['en', money(123_456), '1,234.56', '$'],
    ['en', money(1_200, 'JPY'), '1,200', '¥'],
    ['en', money(8_100, 'KWD'), '8.100', 'KWD'],
    ['de', money(123_456), '1.234,56', '$'],
    ['de', money(1_200, 'JPY'), '1.200', '¥'],
    ['de', money(8_100, 'KWD'), '8,100', 'KWD'],
    ['ja', money(123_456), '1,234.56', '$'],
    ['ja', money(1_200, 'JPY'), '1,200', '￥'],
    ['ja', money(8_100, 'KWD'), '8.100', 'KWD'],
    ['ar', money(123_456), '1,234.56', 'US$'],
    ['ar', money(8_100, 'KWD'), '8.100', 'د.ك.'],
    ['ar-EG', money(123_456), '1,234.56', 'US$'],
    ['ar-EG', money(1_200, 'JPY'), '1,200', 'JP¥'],
    ['ar-SA', money(8_100, 'KWD'), '8.100', 'د.ك.'],
    ['fa', money(123_456), '1,234.56', '$'],
    ['fa-IR', money(1_200, 'JPY'), '1,200', '¥'],
    ['he', money(123_456), '1,234.56', '$'],
    ['hi-u-nu-deva', money(123_456_789), '12,34,567.89', '$'],
    ['bn', money(1_200, 'JPY'), '1,200', 'JP¥'],
    ['fr', money(123_456), '1 234,56', '$US'],
    ['de-CH', money(123_456), "1'234.56", '$'],
    ['zh-CN', money(1_200, 'JPY'), '1,200', 'JP¥'],
    ['zh-TW', money(123_456), '1,234.56', 'US$'],
    ['en', { minor: 123_456, currency: 'CLF', exponent: 4 }, '12.3456', 'CLF'],
    ['en', { minor: 250_050, currency: 'HUF', exponent: 2 }, '2,500.50', 'HUF'],
    ['id', { minor: 1_500_050, currency: 'IDR', exponent: 2 }, '15.000,50', 'Rp'],
    ['en', { minor: 300, currency: 'TWD', exponent: 0 }, '300', 'NT$'],
  ];
  for (const [locale, value, number, unit] of rows)
    test(`${value.minor} ${value.currency} is ${number} and ${unit} in ${locale}`, () => {
      assert.deepEqual(parts(formatMoney(value, locale)), { minus: false, number, unit });
    });

  for (const locale of ['en', 'de', 'ja', 'ar'])
    test(`names the currency by its code in ${locale} when asked to`, () => {
      assert.equal(parts(formatMoney(money(100, 'JPY'), locale, 'code')).unit, 'JPY');
      assert.notEqual(parts(formatMoney(money(100), locale)).unit, 'USD');
    });

  test('keeps the marks that hold it together in a text from right to left', () => {
    for (const locale of ['ar', 'ar-EG', 'fa', 'he'])
      assert.match(formatMoney(money(-5), locale), /[\u200e\u200f\u061c]/);
  });

  test('leaves no symbol torn apart in a text from right to left', () => {
    assert.match(formatMoney(money(8_400), 'ar'), /US\$\u200e$/);
    assert.match(formatMoney(money(-8_400), 'ar-EG'), /US\$\u200e$/);
    assert.doesNotMatch(formatMoney(money(8_400), 'en'), /\u200e/);
  });

  test('leaves the currency on its side of a number below zero in a text from right to left', () => {
    for (const display of ['symbol', 'code'] as const)
      assert.match(formatMoney(money(-8_400), 'ar', display), /-84\.00\u200f\sUS/);
    assert.match(formatMoney({ ...money(-8_400), currency: 'XOF' }, 'ar'), /-84\.00\u200f\sF\sCFA\u200e$/);
    assert.doesNotMatch(formatMoney({ ...money(-8_400), currency: 'XOF' }, 'he'), /F\u200f/);
  });

  test('tells every currency from every other by its symbol, in each language of the elements', () => {
    for (const locale of [
      'en',
      'en-001',
      ...'ar de es fr id it ja ko pt ru th tr vi zh-Hans zh-Hant'.split(' '),
    ]) {
      const seen = new Map<string, string>();
      for (const currency of Intl.supportedValuesOf('currency')) {
        const text = formatMoney({ minor: 1, currency, exponent: 0 }, locale);
        assert.equal(seen.get(text), undefined, `${currency} in ${locale}`);
        seen.set(text, currency);
      }
    }
  });

  test('is in the digits of the language', () => {
    assert.match(formatMoney(money(1_234), 'ar-EG'), /١٢٫٣٤/);
    assert.match(formatMoney(money(1_234), 'fa'), /۱۲٫۳۴/);
    assert.match(formatMoney(money(1_234), 'hi-u-nu-deva'), /१२\.३४/);
  });

  test('keeps every digit of the largest amount', () => {
    assert.equal(parts(formatMoney(money(Number.MAX_SAFE_INTEGER), 'en')).number, '90,071,992,547,409.91');
  });

  test('shows less than a unit, and less than nothing', () => {
    assert.deepEqual(parts(formatMoney(money(5), 'en')), { minus: false, number: '0.05', unit: '$' });
    assert.deepEqual(parts(formatMoney(money(-5, 'KWD'), 'en')), {
      minus: true,
      number: '0.005',
      unit: 'KWD',
    });
    assert.deepEqual(parts(formatMoney(money(-123_456), 'ar-EG')), {
      minus: true,
      number: '1,234.56',
      unit: 'US$',
    });
  });

  test('reads back as the amount it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'de', 'fr', 'de-CH', 'ar-EG', 'fa', 'hi-u-nu-deva', 'ja', 'pl', 'th-u-nu-thai'),
        fc.constantFrom<Currency>('USD', 'JPY', 'KWD'),
        fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2_000, max: 2_000 })),
        (locale, currency, minor) => {
          const { minus, number } = parts(formatMoney(money(minor, currency), locale));
          const digits = Number(number.replaceAll(/\D/g, ''));
          assert.equal(minus ? -digits : digits, minor);
        },
      ),
    );
  });
});

describe('a currency is shown', () => {
  const rows: readonly [currencies: string[], locale: string, display: string, why: string][] = [
    [['USD', 'EUR'], 'en-US', 'code', 'as two can occur'],
    [['EUR', 'EUR'], 'de', 'symbol', 'as one occurs twice'],
    [[], 'en', 'symbol', 'as there is none'],
    [['USD'], 'en', 'code', 'as Canada writes $ too'],
    [['USD'], 'en-US', 'symbol', 'as the locale names whose $ it is'],
    [['USD'], 'zh', 'symbol', 'as it reads US$ there'],
    [['CNY'], 'zh-Hans', 'code', 'as Japan writes ¥ too'],
    [['CNY'], 'zh-Hans-CN', 'symbol', 'as the locale names whose ¥ it is'],
    [['CNY'], 'en', 'symbol', 'as it reads CN¥ there'],
    [['JPY'], 'en', 'code', 'as China writes ¥ too'],
    [['TWD'], 'zh-Hant', 'code', 'as Hong Kong writes $ too'],
    [['EUR'], 'fr', 'symbol', 'as there is one €'],
    [['GBP'], 'en', 'symbol', 'as no other well-known currency writes £'],
    [['KWD'], 'en', 'symbol', 'as it reads KWD anyway'],
    [['SEK'], 'sv', 'symbol', 'as no other well-known currency writes kr'],
  ];
  for (const [currencies, locale, display, why] of rows)
    test(`by its ${display} for ${currencies.join(' and ') || 'nothing'} in ${locale}, ${why}`, () => {
      assert.equal(moneyDisplay(currencies, locale), display);
    });
});

describe('a mistake of the caller', () => {
  /** What no type check has looked at. */
  const wrong = (value: unknown) => value as never;
  const rows: readonly [call: () => unknown, message: string][] = [
    [() => sum(wrong(undefined)), 'sum: amount is undefined, must be an object'],
    [() => sum(wrong([])), 'sum: amount is a list, must be an object'],
    [
      () => sum(money(1.5)),
      'sum: amount.minor is 1.5, must be a whole number from -9007199254740991 to 9007199254740991',
    ],
    [
      () => sum(money(1), money(Number.NaN)),
      'sum: amount.minor is NaN, must be a whole number from -9007199254740991 to 9007199254740991',
    ],
    [
      () => sum(money(2 ** 53 - 1), money(1)),
      'sum: total.minor is 9007199254740992, must be a whole number from -9007199254740991 to 9007199254740991',
    ],
    [
      () => sum(money(1), money(1, 'JPY')),
      'sum: amount is "JPY with 0 decimals", must be in USD with 2 decimals',
    ],
    [
      () => sum(money(1), { ...money(1), exponent: 3 }),
      'sum: amount is "USD with 3 decimals", must be in USD with 2 decimals',
    ],
    [
      () => perMonth(money(-1), 1),
      'perMonth: total.minor is -1, must be a whole number from 0 to 9007199254740991',
    ],
    [() => perMonth(money(1), 0), 'perMonth: months is 0, must be a whole number from 1 to 3660'],
    [() => perMonth(money(1), 3_661), 'perMonth: months is 3661, must be a whole number from 1 to 3660'],
    [() => perMonth(money(1), wrong('1')), 'perMonth: months is "1", must be a whole number from 1 to 3660'],
    [
      () => saving(money(-1), money(1), 1),
      'saving: total.minor is -1, must be a whole number from 0 to 9007199254740991',
    ],
    [
      () => saving(money(1), money(-1), 1),
      'saving: base.minor is -1, must be a whole number from 0 to 9007199254740991',
    ],
    [() => saving(money(1), money(1), 0), 'saving: times is 0, must be a whole number from 1 to 3660'],
    [() => saving(money(1), money(1), 3_661), 'saving: times is 3661, must be a whole number from 1 to 3660'],
    [
      () => taxWithin(money(1), -1),
      'taxWithin: rateBasisPoints is -1, must be a whole number from 0 to 1000000',
    ],
    [
      () => taxWithin(money(1), 1_000_001),
      'taxWithin: rateBasisPoints is 1000001, must be a whole number from 0 to 1000000',
    ],
    [() => taxWithin(wrong(null), 0), 'taxWithin: total is null, must be an object'],
    [() => formatMoney(wrong('€ 5'), 'en'), 'formatMoney: amount is "€ 5", must be an object'],
    ...['usd', 'USDX', 'XUSD', 'US', 'US1', '', null, ['USD']].map((currency): [() => unknown, string] => [
      () => formatMoney({ ...money(1), currency: wrong(currency) }, 'en'),
      `formatMoney: amount.currency is ${Array.isArray(currency) ? 'a list' : JSON.stringify(currency)}, must be an ISO 4217 code`,
    ]),
    ...[1, 5, -2, 2.5, Number.NaN, '2', undefined].map((exponent): [() => unknown, string] => [
      () => formatMoney({ ...money(1), exponent: wrong(exponent) }, 'en'),
      `formatMoney: amount.exponent is ${typeof exponent === 'string' ? '"2"' : exponent}, must be 0, 2, 3 or 4`,
    ]),
    [
      () => formatMoney(money(1), 'en', wrong('name')),
      'formatMoney: display is "name", must be "symbol" or "code"',
    ],
    [() => formatMoney(money(1), 'no such locale'), 'locale is "no such locale", must be a BCP 47 tag'],
    [() => formatMoney(money(1), ''), 'locale is "", must be a BCP 47 tag'],
    [() => formatMoney(money(1), wrong(undefined)), 'locale is undefined, must be a BCP 47 tag'],
    [() => formatMoney(money(1), wrong(['en'])), 'locale is a list, must be a BCP 47 tag'],
    [() => moneyDisplay(wrong('USD'), 'en'), 'moneyDisplay: currencies is "USD", must be a list'],
    [
      () => moneyDisplay(['USD', 'dollar'], 'en'),
      'moneyDisplay: currency is "dollar", must be an ISO 4217 code',
    ],
    [() => moneyDisplay([], '??'), 'locale is "??", must be a BCP 47 tag'],
    [() => moneyDisplay(['USD', 'EUR'], '??'), 'locale is "??", must be a BCP 47 tag'],
  ];
  for (const [call, message] of rows)
    test(message, () => {
      assert.throws(call, (error) => error instanceof Misuse && error.message === message);
    });

  test('is named whatever is given; else comes money or text', () => {
    const unit = fc.record({
      minor: fc.oneof(fc.maxSafeInteger(), fc.anything()),
      currency: fc.oneof(fc.constantFrom('USD', 'JPY'), fc.anything()),
      exponent: fc.oneof(fc.constantFrom(0, 2, 3, 4), fc.anything()),
    });
    const thing = fc.oneof(unit, fc.anything());
    const number = fc.oneof(fc.integer({ min: -2, max: 40 }), fc.anything());
    const isMoney = (value: unknown) =>
      typeof value === 'object' && value !== null && Number.isSafeInteger((value as Money).minor);
    const isSaving = (value: unknown) =>
      value === null || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 99);
    fc.assert(
      fc.property(thing, thing, number, (one, other, count) => {
        const [a, b, n] = [wrong(one), wrong(other), wrong(count)];
        const calls: readonly [call: () => unknown, isRight: (value: unknown) => boolean][] = [
          [() => sum(a, b), isMoney],
          [() => perMonth(a, n), (value) => isMoney(value) && (value as Money).minor >= 0],
          [() => saving(a, b, n), isSaving],
          [() => taxWithin(a, n), isMoney],
          [() => formatMoney(a, 'en', n), (value) => typeof value === 'string' && !value.includes('NaN')],
          [() => formatMoney(a, b), (value) => typeof value === 'string'],
          [() => moneyDisplay(a, b), (value) => value === 'symbol' || value === 'code'],
          [() => moneyDisplay(wrong([one, other]), 'en'), (value) => value === 'symbol' || value === 'code'],
        ];
        for (const [call, isRight] of calls)
          try {
            assert.ok(isRight(call()));
          } catch (error) {
            if (!(error instanceof Misuse)) throw error;
          }
      }),
      { numRuns: 1_000 },
    );
  });
});
