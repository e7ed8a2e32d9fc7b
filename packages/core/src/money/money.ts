import type { Money } from '../contract/index.ts';

const zero = ({ currency, exponent }: Money): Money => ({ minor: 0, currency, exponent });

const unitOf = ({ currency, exponent }: Money): string => `${currency} with ${exponent} decimals`;

/** Adds amounts of one currency. Throws a `RangeError` when they are not. */
export function sum(first: Money, ...rest: readonly Money[]): Money {
  return rest.reduce((total, amount) => {
    if (amount.currency !== total.currency || amount.exponent !== total.exponent)
      throw new RangeError(`sum: ${unitOf(amount)} cannot be added to ${unitOf(total)}`);
    return { ...total, minor: total.minor + amount.minor };
  }, first);
}

/** The price of one month of a plan, rounded up so that months times it is never less than the total. */
export function perMonth(total: Money, months: number): Money {
  if (!Number.isInteger(months) || months < 1)
    throw new RangeError(`perMonth: months is ${months}, must be a whole number above 0`);
  return { ...total, minor: Math.ceil(total.minor / months) };
}

/**
 * What `total` saves against buying `base` `times` over: percent, rounded down. Null when it is below
 * 1 %, when there is nothing to compare, or when the currencies differ.
 */
export function saving(total: Money, base: Money, times: number): number | null {
  if (total.currency !== base.currency || total.exponent !== base.exponent) return null;
  const full = base.minor * times;
  if (full <= 0 || total.minor < 0) return null;
  const percent = Math.floor(((full - total.minor) * 100) / full);
  return percent >= 1 && percent < 100 ? percent : null;
}

/** The tax inside a total that includes it, rounded half up. Multiplies before it divides. */
export function taxWithin(total: Money, rateBasisPoints: number): Money {
  return { ...zero(total), minor: Math.round((total.minor * rateBasisPoints) / (10_000 + rateBasisPoints)) };
}
