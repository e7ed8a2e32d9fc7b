import type { Seller } from '@leb-renew/core/contract';
import type { PlanOffer } from '@leb-renew/server';

/** What every process of the shop that is measured agrees on. */
export const renewalPath = '/renewal';
export const paymentPath = '/sandbox-pay';
export const origin = 'http://shop.example';
export const secret = 'a secret of the shop that has enough characters';
export const paymentKey = 'sk_sandbox_of_the_bench';
export const noticeSecret = 'notices-of-the-bench-are-signed-with-this';
export const password = 'renew-me-please';

export const seller: Seller = {
  name: 'LEB Test Shop',
  address: '1 Test Street, Testville',
  taxId: null,
  support: 'mailto:help@shop.example',
  termsUrl: null,
};

const plan = (months: number, name: string, usd: number, eur: number): PlanOffer => ({
  planId: `global-${months}m`,
  family: 'global',
  name,
  term: { months },
  prices: [
    { minor: usd, currency: 'USD', exponent: 2 },
    { minor: eur, currency: 'EUR', exponent: 2 },
  ],
  taxRateBasisPoints: 1900,
  allowance: { bytes: 10_000_000_000, per: 'month' },
  includes: ['40 countries'],
  policy: { graceDays: 7, recoverDays: 90 },
});

export const plans: readonly PlanOffer[] = [
  plan(1, '1 month', 900, 850),
  plan(3, '3 months', 2_400, 2_250),
  plan(12, '1 year', 8_400, 7_900),
];

/** What every customer wishes for. */
export const quoteWish = (cardRef: string) => ({ cardRef, planId: 'global-12m', currency: 'USD' });
