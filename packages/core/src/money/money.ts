import type { Money } from '../contract/index.ts';
import { misuse } from '../misuse.ts';
import { longest } from '../plain-data.ts';
import { whole } from '../whole.ts';
import { checkAmount, checkPrice } from './check.ts';

const unitOf = ({ currency, exponent }: Money): string => `${currency} with ${exponent} decimals`;

/** Whether two amounts may be added or compared: one currency, counted in one minor unit. */
export const isSameUnit = (one: Money, other: Money): boolean => unitOf(one) === unitOf(other);

/**
 * Adds amounts of one currency; those below zero are credits.
 *
 * @throws Misuse when the units differ, or the total is more than a number holds exactly
 */
export function sum(first: Money, ...rest: readonly Money[]): Money {
  checkAmount('sum: amount', first);
  return rest.reduce((total, amount) => {
    checkAmount('sum: amount', amount);
    if (!isSameUnit(amount, total)) throw misuse('sum: amount', unitOf(amount), `in ${unitOf(total)}`);
    const added = { ...total, minor: total.minor + amount.minor };
    checkAmount('sum: total', added);
    return added;
  }, first);
}

/**
 * The price of one month of a plan, rounded up so that months times it is never less than the total.
 *
 * @throws Misuse when `total` is no price or `months` no count of months
 */
export function perMonth(total: Money, months: number): Money {
  checkPrice('perMonth: total', total);
  return { ...total, minor: Math.ceil(total.minor / whole('perMonth: months', months, 1, longest)) };
}

/**
 * What `total` saves against buying `base` `times` over: percent, rounded down. Null when it is below 1 %,
 * when there is nothing to pay, or when the currencies differ.
 *
 * @throws Misuse when `total` or `base` is no price or `times` no count
 */
export function saving(total: Money, base: Money, times: number): number | null {
  checkPrice('saving: total', total);
  checkPrice('saving: base', base);
  const full = BigInt(base.minor) * BigInt(whole('saving: times', times, 1, longest));
  if (!isSameUnit(total, base) || full === 0n) return null;
  const percent = Number(((full - BigInt(total.minor)) * 100n) / full);
  return percent >= 1 && percent < 100 ? percent : null;
}

/**
 * The tax inside a total that includes it, rounded half up; inside a credit, the tax that is given back.
 *
 * @throws Misuse when `total` is no amount or the rate is not in hundredths of a percent
 */
export function taxWithin(total: Money, rateBasisPoints: number): Money {
  checkAmount('taxWithin: total', total);
  const rate = BigInt(whole('taxWithin: rateBasisPoints', rateBasisPoints, 0, 1_000_000));
  const twice = 2n * (10_000n + rate);
  const tax = Number((2n * rate * BigInt(Math.abs(total.minor)) + twice / 2n) / twice);
  return { ...total, minor: total.minor < 0 ? 0 - tax : tax };
}
