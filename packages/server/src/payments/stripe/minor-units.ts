import type { Money } from '@leb-renew/core/contract';
import { words } from './words.ts';

/** @see https://docs.stripe.com/currencies#zero-decimal */
const withoutDecimals = words('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF');
/** Sent with three decimals, the last of which is 0. @see https://docs.stripe.com/currencies#three-decimal */
const withThree = words('BHD JOD KWD OMR TND');
/** Without decimals in life, sent with two, which are 00. @see https://docs.stripe.com/currencies#special-cases */
const withTwoZeros = words('ISK UGX');

/** The decimals that Stripe counts a currency in. */
const exponentAt = (currency: string): 0 | 2 | 3 =>
  withoutDecimals.has(currency) ? 0 : withThree.has(currency) ? 3 : 2;

/** Stripe's amounts of a currency are multiples of this. */
const stepOf = (currency: string): number =>
  withTwoZeros.has(currency) ? 100 : withThree.has(currency) ? 10 : 1;

/** The amount as Stripe counts it; null where Stripe cannot take it to the unit. Whole numbers all the way. */
export function toStripe({ minor, currency, exponent }: Money): number | null {
  const amount = rescaled(minor, exponent, exponentAt(currency));
  return amount !== null && amount % stepOf(currency) === 0 ? amount : null;
}

/**
 * What Stripe's amount is, in the decimals that the payment was made with; in Stripe's own where they are not known or
 * too coarse for it.
 */
export function fromStripe(
  amount: number,
  stripeCurrency: string,
  exponent: Money['exponent'] | null,
): Money {
  const currency = stripeCurrency.toUpperCase();
  const own = exponentAt(currency);
  const minor = exponent === null ? null : rescaled(amount, own, exponent);
  return exponent === null || minor === null
    ? { minor: amount, currency, exponent: own }
    : { minor, currency, exponent };
}

/** Null where a digit would be lost. */
function rescaled(amount: number, from: number, to: number): number | null {
  const factor = 10 ** Math.abs(to - from);
  const scaled = to >= from ? amount * factor : amount / factor;
  return Number.isSafeInteger(scaled) ? scaled : null;
}
