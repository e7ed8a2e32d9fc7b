import * as v from 'valibot';

/** ISO 4217 alphabetic code, e.g. `EUR`. */
export const CurrencyCode = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code'));
export type CurrencyCode = v.InferOutput<typeof CurrencyCode>;

/**
 * An exact amount. The exponent travels with it because no table on the way agrees on it:
 * `Intl` prints HUF without decimals, ISO 4217 lists two.
 */
export const Money = v.object({
  /** Whole minor units (cents, yen, fils); negative for a credit. */
  minor: v.pipe(v.number(), v.safeInteger()),
  currency: CurrencyCode,
  /** Decimal digits of the minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
  exponent: v.picklist([0, 2, 3, 4]),
});
export type Money = v.InferOutput<typeof Money>;

/** What a plan costs and how to show it. Computed by the server; the client only displays it. */
export const Price = v.object({
  /** What will be charged, tax included. */
  total: Money,
  tax: v.object({
    amount: Money,
    /** Hundredths of a percent: 1900 is 19 %. */
    rateBasisPoints: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  /** For display beside the total, rounded up, never charged. Null for terms counted in days. */
  perMonth: v.nullable(Money),
  /** Against buying a shorter plan `times` over; percent rounded down; null below 1 %. */
  saving: v.nullable(
    v.object({
      percent: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
      comparedWith: v.object({
        planId: v.string(),
        name: v.string(),
        times: v.pipe(v.number(), v.integer(), v.minValue(2)),
      }),
    }),
  ),
});
export type Price = v.InferOutput<typeof Price>;
