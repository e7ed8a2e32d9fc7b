import type { Money } from '../contract/index.ts';

const formatters = new Map<string, Intl.NumberFormat>();

/**
 * An amount in the person's language. Decimals come from the amount, not from `Intl`, whose table differs
 * from ISO 4217. `code` shows `USD` instead of a symbol that several currencies share.
 */
export function formatMoney(
  { minor, currency, exponent }: Money,
  locale: string,
  display: 'symbol' | 'code' = 'symbol',
): string {
  const key = `${locale} ${currency} ${exponent} ${display}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: display,
      minimumFractionDigits: exponent,
      maximumFractionDigits: exponent,
    });
    formatters.set(key, formatter);
  }
  return formatter.format(decimal(minor, exponent));
}

/** The exact decimal text: no rounding on the way to the formatter. */
function decimal(minor: number, exponent: number): `${number}` {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  return `${minor < 0 ? '-' : ''}${whole}${fraction}` as `${number}`;
}
