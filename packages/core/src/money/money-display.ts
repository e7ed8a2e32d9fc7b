import type { CurrencyCode } from '../contract/index.ts';
import { misuse } from '../misuse.ts';
import { checkCurrency } from './check.ts';
import { formatterOf } from './formatter.ts';

/**
 * How prices are shown so that their currency is certain, for `formatMoney`: by code where more than one can
 * occur, and where the sign is shared with another well-known currency, as `$` and `¥` are. A locale that
 * names its region settles whose sign it is: `en-US` does, `en` does not.
 *
 * @throws Misuse when `currencies` is no list of ISO 4217 codes or the locale no BCP 47 tag
 */
export function moneyDisplay(currencies: readonly CurrencyCode[], locale: string): 'symbol' | 'code' {
  const given: unknown = currencies;
  if (!Array.isArray(given)) throw misuse('moneyDisplay: currencies', given, 'a list');
  for (const currency of currencies) checkCurrency('moneyDisplay: currency', currency);
  const [own, another] = new Set(currencies);
  // A locale is judged even when there is nothing to show in it.
  const text = zeroIn(own ?? 'XXX', locale, 'symbol');
  if (another !== undefined) return 'code';
  if (new Intl.Locale(locale).region !== undefined) return 'symbol';
  return wellKnown().some((each) => each !== own && zeroIn(each, locale, 'narrowSymbol') === text)
    ? 'code'
    : 'symbol';
}

let known: readonly string[] | null = null;

/** Those that `Intl` has a sign of their own for, readable everywhere: `$` and `CA$`, but `CHF` and `SEK`. */
const wellKnown = (): readonly string[] =>
  (known ??= Intl.supportedValuesOf('currency').filter(
    (each) => !zeroIn(each, 'en', 'symbol').includes(each),
  ));

/** Equal where two currencies are written with the same sign. */
const zeroIn = (currency: string, locale: string, display: 'symbol' | 'narrowSymbol'): string =>
  formatterOf(locale, currency, 0, display).format(0);
