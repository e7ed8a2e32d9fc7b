import { integer, nullable, object, oneOf, optional, string, type Of } from '../schema/index.ts';
import { LineByLanguage } from './text.ts';

/** ISO 4217 alphabetic code, e.g. `EUR`. */
export const CurrencyCode = string({ pattern: '^[A-Z]{3}$' });
export type CurrencyCode = Of<typeof CurrencyCode>;

/**
 * An exact amount. The exponent travels with it because no table on the way agrees on it:
 * `Intl` prints HUF without decimals, ISO 4217 lists two.
 */
export const Money = object({
  /** Whole minor units (cents, yen, fils); negative for a credit. */
  minor: integer(),
  currency: CurrencyCode,
  /** Decimal digits of the minor unit: 2 for USD, 0 for JPY, 3 for KWD. */
  exponent: oneOf(0, 2, 3, 4),
});
export type Money = Of<typeof Money>;

/** What a plan costs and how to show it. Computed by the server; the client only displays it. */
export const Price = object({
  /** What will be charged, tax included. */
  total: Money,
  tax: object({
    amount: Money,
    /** Hundredths of a percent: 1900 is 19 %. */
    rateBasisPoints: integer(0),
  }),
  /** For display beside the total, rounded up, never charged. Null for terms counted in days. */
  perMonth: nullable(Money),
  /** Against buying a shorter plan `times` over; percent rounded down; null below 1 %. */
  saving: nullable(
    object({
      percent: integer(1, 99),
      comparedWith: object({
        planId: string(),
        name: string(),
        nameIn: optional(LineByLanguage),
        times: integer(2),
      }),
    }),
  ),
});
export type Price = Of<typeof Price>;
