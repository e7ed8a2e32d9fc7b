import { fine, trouble, type Answer, type Money } from '@leb-renew/core/contract';
import { toStripe } from './minor-units.ts';

/**
 * The least that Stripe charges where it also settles in the currency, as it counts amounts. Where it converts, more may
 * be needed, and Stripe says so. @see https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
 */
export const least: Readonly<Record<string, number>> = {
  USD: 50,
  EUR: 50,
  CAD: 50,
  AUD: 50,
  CHF: 50,
  NZD: 50,
  SGD: 50,
  BRL: 50,
  INR: 50,
  GBP: 30,
  HKD: 400,
  JPY: 50,
  MXN: 1_000,
  MYR: 200,
  AED: 200,
  THB: 1_000,
  DKK: 250,
  NOK: 300,
  SEK: 300,
  PLN: 200,
  RON: 200,
  CZK: 1_500,
  HUF: 17_500,
  BGN: 100,
};

/** An amount as Stripe counts it; `payment-setup`, with why, where Stripe would not charge it. */
export function chargeable(amount: Money): Answer<number> {
  const { minor, currency, exponent } = amount;
  const said = `${minor} with ${exponent} decimals in ${currency}`;
  const asked = toStripe(amount);
  if (asked === null)
    return trouble('payment-setup', { detail: `Stripe cannot charge ${said} to the unit.` });
  const minimum = least[currency] ?? 1;
  return asked < minimum
    ? trouble('payment-setup', {
        detail: `Stripe charges nothing as small as ${said}: the least is ${minimum}, as it counts.`,
      })
    : fine(asked);
}
