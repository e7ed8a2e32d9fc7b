import { invalidRequest } from './fault.ts';

/** What Stripe takes. @see https://docs.stripe.com/currencies */
const known = new Set(
  (
    'aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf clp cny ' +
    'cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk jmd ' +
    'jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ' +
    'ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl ' +
    'thb tjs tnd top try ttd twd tzs uah ugx usd uyu uzs vnd vuv wst xaf xcd xcg xof xpf yer zar zmw'
  ).split(' '),
);

const thousandths = new Set('bhd jod kwd omr tnd'.split(' '));
/** Without cents in life, and with them here. */
const hundreds = new Set('isk ugx'.split(' '));

/** In the smallest unit. */
const least: Readonly<Record<string, number>> = {
  ...Object.fromEntries('usd eur cad aud chf nzd sgd brl inr'.split(' ').map((currency) => [currency, 50])),
  ...{ gbp: 30, hkd: 400, jpy: 50, mxn: 1000, myr: 200, aed: 200, thb: 1000, dkk: 250, nok: 300, sek: 300 },
  ...{ pln: 200, ron: 200, czk: 1500, huf: 17_500, bgn: 100 },
};
const digits: Readonly<Record<string, number>> = { idr: 12, inr: 9 };

/** Throws what Stripe would say of an amount; the types say no more than that it is a number. */
export function checkAmount(amount: number, currency: string): void {
  if (!known.has(currency))
    throw invalidRequest(
      `Invalid currency: ${currency}. Stripe currently supports these currencies: usd, …`,
      {
        param: 'currency',
      },
    );
  const refused = (message: string, code: string) => invalidRequest(message, { code, param: 'amount' });
  if (!Number.isInteger(amount)) throw refused(`Invalid integer: ${amount}`, 'parameter_invalid_integer');
  if (amount < 1)
    throw refused('This value must be greater than or equal to 1.', 'parameter_invalid_integer');
  if (amount < (least[currency] ?? 1))
    throw refused(`Amount must be at least ${least[currency] ?? 1} ${currency}`, 'amount_too_small');
  if (String(amount).length > (digits[currency] ?? 8))
    throw refused('Amount must be no more than 999,999.99', 'amount_too_large');
  const step = thousandths.has(currency) ? 10 : hundreds.has(currency) ? 100 : 1;
  if (amount % step !== 0)
    throw refused(`Amounts in ${currency} must be evenly divisible by ${step}.`, 'invalid_amount');
}
