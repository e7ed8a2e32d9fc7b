import type { PaymentMethod } from '@leb-renew/core/contract';
import { words } from './words.ts';

const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK';
const europe = `${euro} CH CZ DK GB HU LI NO PL RO SE`;

/** Where Stripe's accounts may offer a method, and for which currencies. */
const offered: readonly {
  readonly method: Exclude<PaymentMethod, 'card'>;
  readonly countries: ReadonlySet<string>;
  readonly currencies: ReadonlySet<string>;
  /** Only in the currency of the account's own country, or in CNY. */
  readonly isLocal: boolean;
}[] = [
  // https://docs.stripe.com/payments/paypal
  {
    method: 'paypal',
    countries: words(europe),
    currencies: words('EUR GBP USD CHF CZK DKK NOK PLN SEK AUD CAD HKD NZD SGD'),
    isLocal: false,
  },
  // https://docs.stripe.com/payments/alipay
  {
    method: 'alipay',
    countries: words(`${europe} AU CA HK JP MY NZ SG US`),
    currencies: words('AUD CAD CNY EUR GBP HKD JPY NZD SGD USD MYR'),
    isLocal: true,
  },
  // https://docs.stripe.com/payments/wechat-pay
  {
    method: 'wechat_pay',
    countries: words(
      'AU AT BE BG CA CY CZ DK EE FI FR DE GR HK HU IE IT JP LV LT LU MT NL NO PL PT RO SG SK SI ES SE CH GB US',
    ),
    currencies: words('AUD CAD CNY EUR GBP HKD JPY SGD USD DKK NOK SEK CHF'),
    isLocal: true,
  },
];

/** Countries whose own currency it is; Swiss and Nordic accounts have the euro beside their own. */
const homes: Readonly<Record<string, ReadonlySet<string>>> = {
  AUD: words('AU'),
  CAD: words('CA'),
  CHF: words('CH LI'),
  DKK: words('DK'),
  EUR: words(`${euro} CH DK NO SE`),
  GBP: words('GB'),
  HKD: words('HK'),
  JPY: words('JP'),
  MYR: words('MY'),
  NOK: words('NO'),
  NZD: words('NZ'),
  SEK: words('SE'),
  SGD: words('SG'),
  USD: words('US'),
};

/**
 * The methods that can appear for an account's country (ISO 3166-1; null when it is not known) and a currency. Which of
 * them do, the seller's settings at Stripe and the customer's device decide.
 */
export function methodsFor(country: string | null, currency: string): readonly PaymentMethod[] {
  if (country === null) return ['card'];
  const isAtHome = currency === 'CNY' || (homes[currency]?.has(country) ?? false);
  const others = offered.filter(
    ({ countries, currencies, isLocal }) =>
      countries.has(country) && currencies.has(currency) && (isAtHome || !isLocal),
  );
  return ['card', ...others.map(({ method }) => method)];
}
