import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatMoney, perMonth, saving, sum, taxWithin, type Money } from '@leb-renew/core';

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
const runs = { seed: 20_261_120 };

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
      runs,
    );
  });

  for (const months of [0, -1, 1.5, Number.NaN])
    test(`of ${months} months is a mistake, and is named`, () => {
      assert.throws(() => perMonth(money(100), months), new RegExp(`months is ${months}`));
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
    assert.equal(saving(money(-1), money(1_000), 1), null, 'a credit is no price');
  });

  test('is not compared across currencies', () => {
    assert.equal(saving(money(500, 'JPY'), money(1_000), 1), null);
    assert.equal(saving({ ...money(500), exponent: 3 }, money(1_000), 1), null);
  });

  test('is never promised higher than it is, and never a whole percent lower', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 60 }), (total, single, times) => {
        const percent = saving(money(total), money(single), times);
        if (percent === null) return;
        const [full, saved] = [BigInt(single * times), BigInt(single * times - total) * 100n];
        assert.ok(BigInt(percent) * full <= saved && saved < BigInt(percent + 1) * full);
      }),
      runs,
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
  ];
  for (const [total, rate, tax] of rows)
    test(`of ${total} at ${rate} basis points is ${tax}, half a unit rounded up`, () => {
      assert.deepEqual(taxWithin(money(total), rate), money(tax));
    });
});

/** What a reader sees: without direction marks, in western digits, narrow spaces as spaces. */
function parts(text: string) {
  const plain = text
    .replaceAll(/[\u200e\u200f\u061c]/g, '')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll('٬', ',')
    .replaceAll('٫', '.');
  const number = /\d[\d.,]*/.exec(plain)?.[0] ?? '';
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
    ['zh-TW', money(123_456), '1,234.56', 'US$'],
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

  test('has the decimals of the amount, not those of Intl, be they more or fewer', () => {
    const forint = { minor: 250_050, currency: 'HUF', exponent: 2 } as const;
    assert.equal(parts(formatMoney(forint, 'en')).number, '2,500.50');
    const dollar = { minor: 300, currency: 'TWD', exponent: 0 } as const;
    assert.equal(parts(formatMoney(dollar, 'en')).number, '300');
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
        fc.constantFrom<Currency>('USD', 'JPY', 'KWD'),
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        (currency, minor) => {
          const { minus, number } = parts(formatMoney(money(minor, currency), 'en'));
          const digits = Number(number.replaceAll(/[.,]/g, ''));
          assert.equal(minus ? -digits : digits, minor);
        },
      ),
      runs,
    );
  });
});
