export type Method = 'card' | 'paypal' | 'alipay' | 'wechat_pay';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const euro = words('AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK');
const paypalCountries = new Set([...euro, ...words('CH CZ DK GB HU LI NO PL RO SE')]);
const paypalCurrencies = words('eur gbp usd chf czk dkk nok pln sek aud cad hkd nzd sgd');
const alipayCurrencies = words('aud cad cny eur gbp hkd jpy nzd sgd usd myr');
const wechatCurrencies = words('aud cad cny eur gbp hkd jpy sgd usd dkk nok sek chf');
const wechatCountries = new Set([...euro, ...words('AU CA CH CZ DK GB HK HU JP NO PL RO SE SG US')]);

const locals: Readonly<Record<string, string>> = {
  ...{
    AU: 'aud',
    CA: 'cad',
    CH: 'chf',
    CN: 'cny',
    CZ: 'czk',
    DK: 'dkk',
    GB: 'gbp',
    HK: 'hkd',
    HU: 'huf',
    JP: 'jpy',
  },
  ...{ MY: 'myr', NO: 'nok', NZ: 'nzd', PL: 'pln', RO: 'ron', SE: 'sek', SG: 'sgd', US: 'usd' },
};

/** In what an account of this country is paid out. */
export const currencyOf = (country: string): string => locals[country] ?? (euro.has(country) ? 'eur' : 'usd');

/**
 * What an account with everything turned on offers for a payment of this currency.
 *
 * @see https://docs.stripe.com/payments/payment-methods/payment-method-support
 */
export function methodsFor(country: string, currency: string): readonly Method[] {
  const local = currency === currencyOf(country) || (currency === 'eur' && words('CH DK NO SE').has(country));
  const offered: Readonly<Record<Method, boolean>> = {
    card: true,
    paypal: paypalCountries.has(country) && paypalCurrencies.has(currency),
    alipay: alipayCurrencies.has(currency) && (local || currency === 'cny'),
    wechat_pay:
      wechatCountries.has(country) && wechatCurrencies.has(currency) && (local || currency === 'cny'),
  };
  return (Object.keys(offered) as Method[]).filter((method) => offered[method]);
}
