import type { Money } from '../contract/index.ts';
import { misuse } from '../misuse.ts';
import { checkAmount } from './check.ts';
import { formatterOf } from './formatter.ts';

/**
 * An amount in the person's language. Decimals come from the amount, not from `Intl`, whose table differs
 * from ISO 4217. `code` shows `USD` instead of a symbol that several currencies share: see `moneyDisplay`.
 *
 * @throws Misuse when a value is no amount, locale or display
 */
export function formatMoney(amount: Money, locale: string, display: 'symbol' | 'code' = 'symbol'): string {
  checkAmount('formatMoney: amount', amount);
  if (!['symbol', 'code'].includes(display))
    throw misuse('formatMoney: display', display, '"symbol" or "code"');
  const { minor, currency, exponent } = amount;
  return whole(formatterOf(locale, currency, exponent, display).format(decimal(minor, exponent)));
}

/**
 * Arabic text runs from right to left, and would tear `US$` apart: a mark behind it (LRM, UAX #9) keeps it together. One
 * before it (RLM) keeps it on its side of the number, which a minus would else take to the other.
 */
const whole = (text: string): string => text.replace(/(\u200f.*\p{Nd})(\s[A-Z].*)$/u, '$1\u200f$2\u200e');

/** The exact decimal text: no rounding on the way to the formatter. */
function decimal(minor: number, exponent: number): `${number}` {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const units = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  return `${minor < 0 ? '-' : ''}${units}${fraction}` as `${number}`;
}
