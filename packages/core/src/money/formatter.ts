import { misuse } from '../misuse.ts';

const formatters = new Map<string, Intl.NumberFormat>();

/** Prints a currency in a language. Slow to make, so each is kept. Throws `Misuse` for what is no locale. */
export function formatterOf(
  locale: string,
  currency: string,
  exponent: number,
  currencyDisplay: 'symbol' | 'narrowSymbol' | 'code',
): Intl.NumberFormat {
  // Anything that is no text would stand for the language of the device.
  if (typeof locale !== 'string') throw misuse('locale', locale, 'a BCP 47 tag');
  const key = `${locale} ${currency} ${exponent} ${currencyDisplay}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    try {
      formatter = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay,
        minimumFractionDigits: exponent,
        maximumFractionDigits: exponent,
      });
    } catch {
      throw misuse('locale', locale, 'a BCP 47 tag');
    }
    formatters.set(key, formatter);
  }
  return formatter;
}
