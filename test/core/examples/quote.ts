import type { Card, Money, Plan, Quote, Receipt, ReceiptSummary, Session } from '@leb-renew/core/contract';

export const dollars = (minor: number): Money => ({ minor, currency: 'USD', exponent: 2 });

const year = {
  planId: 'global-12m',
  name: '1 year',
  nameIn: { de: '1 Jahr', 'zh-Hans': '1年' },
  term: { months: 12 },
};

export const quote: Quote = {
  quoteId: 'quote-1',
  cardRef: 'card-1',
  card: {
    label: 'LEB Global card',
    iccidMasked: '8985 •••• •••• 4821',
    region: '60 countries',
    zone: 'Asia/Shanghai',
  },
  entitlementVersion: '1',
  plan: year,
  switchesPlan: false,
  lines: [
    { kind: 'plan', label: '1 year', labelIn: year.nameIn, amount: dollars(8_400), rateBasisPoints: null },
  ],
  total: dollars(8_400),
  effect: {
    from: '2026-12-03T16:00:00Z',
    to: '2027-12-03T16:00:00Z',
    basis: 'expiry',
    losesDays: 0,
    previousExpiry: '2026-12-03T16:00:00Z',
  },
  issuedAt: '2026-11-20T08:00:00Z',
  validUntil: '2026-11-20T08:15:00Z',
  methods: ['card', 'paypal'],
  seller: {
    name: 'LEB Demo Shop',
    address: '1 Harbour Street, Singapore',
    taxId: null,
    support: 'mailto:help@shop.example',
    termsUrl: 'https://shop.example/terms',
  },
  autoRenews: null,
  withdrawal: 'none',
};

export const plan: Plan = {
  ...year,
  price: {
    total: dollars(8_400),
    tax: { amount: dollars(0), rateBasisPoints: 0 },
    perMonth: dollars(700),
    saving: { percent: 22, comparedWith: { planId: 'global-1m', name: '1 month', times: 12 } },
  },
  allowance: { bytes: 15_000_000_000, per: 'month' },
  includes: ['60 countries'],
  includesIn: { de: ['60 Länder'] },
  current: true,
  offer: { ok: true, effect: quote.effect },
};

export const card: Card = {
  cardRef: 'card-1',
  iccidMasked: '8985 •••• •••• 4821',
  label: 'LEB Global card',
  region: 'Global',
  devices: ['phone'],
  currentPlan: year,
  entitlement: {
    zone: 'Asia/Shanghai',
    periods: [
      { periodId: 'period-1', plan: year, start: '2025-12-03T16:00:00Z', end: '2026-12-03T16:00:00Z' },
    ],
    expiresAt: '2026-12-03T16:00:00Z',
    startsOn: 'purchase',
    graceEndsAt: null,
    graceServiceOn: true,
    recoverableUntil: null,
    suspended: false,
    revoked: false,
    asOf: '2026-11-20T08:00:00Z',
    version: '1',
  },
  profile: 'installed',
  data: { remainingBytes: 5, totalBytes: 10, asOf: '2026-11-20T08:00:00Z' },
  openRenewal: null,
};

export const receipt: Receipt = {
  number: 'R-2026-00001',
  renewalId: 'renewal-1',
  reference: '7F3K-Q2',
  issuedAt: '2026-11-20T08:01:00Z',
  seller: quote.seller,
  card: { cardRef: 'card-1', label: 'LEB Global card', iccidMasked: '8985 •••• •••• 4821' },
  plan: year,
  previousExpiry: '2026-12-03T16:00:00Z',
  period: { from: quote.effect.from, to: quote.effect.to },
  zone: 'Asia/Shanghai',
  lines: quote.lines,
  total: dollars(8_400),
  paidWith: 'Visa •• 4242',
  paidAt: '2026-11-20T08:01:00Z',
  sentTo: 'm•••@example.com',
  withdrawal: 'none',
  corrects: null,
  correctedBy: [],
  links: { page: null, calendar: null },
};

export const receiptRow: ReceiptSummary = {
  number: receipt.number,
  renewalId: receipt.renewalId,
  issuedAt: receipt.issuedAt,
  plan: year,
  period: receipt.period,
  zone: 'Asia/Shanghai',
  total: dollars(8_400),
  corrects: null,
  links: { page: 'https://shop.example/papers/R-2026-00001', calendar: null },
};

export const session: Session = {
  token: 'session-token-of-mira',
  expiresAt: '2026-11-20T09:00:00Z',
  account: { emailMasked: 'm•••@example.com', name: 'Mira' },
};
