import type {
  bodies,
  calls,
  CallName,
  Card,
  Money,
  Of,
  Plan,
  PlanRef,
  Quote,
  QuoteLine,
  Renewal,
  Schema,
  Seller,
} from '@leb-renew/core/contract';

type Passed<S> = S extends Schema ? Of<S> : null;

interface Example<Name extends CallName> {
  /** Values for the names in the call's path. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body: Name extends keyof typeof bodies ? Of<(typeof bodies)[Name]> : null;
  readonly answer: Passed<(typeof calls)[Name]['answer']>;
}

const eur = (minor: number): Money => ({ minor, currency: 'EUR', exponent: 2 });
const noTax = { amount: eur(0), rateBasisPoints: 0 };

const cardRef = 'c_Qm5lYXIgdGhlIHF1YXk0aQ';
const quoteId = 'q_V2hhdCBpcyBwcm9taXNlZA';
const renewalId = 'r_UGFpZCBvbmNlLCBvbmNlLg';
const token =
  'st_Rk7dQ0aT.Ea7jisJAzKkk32bmM6WhEBE0xKHcxXF3.1795360543.cTq2mFh8vKx1bZ9sYw4uRj7nLp0dGe3oIa6tNc5WkXM';
const nextToken =
  'st_Rk7dQ0aT.Ea7jisJAzKkk32bmM6WhEBE0xKHcxXF3.1795361141.uW3nYc8rTj6kQz1xHf5vBd0mPa9sLg4eKi7oVt2GqRE';

const oneMonth: PlanRef = {
  planId: 'global-1m',
  name: '1 month',
  nameIn: { de: '1 Monat', 'zh-Hans': '1个月' },
  term: { months: 1 },
};
const oneYear: PlanRef = {
  planId: 'global-12m',
  name: '1 year',
  nameIn: { de: '1 Jahr', 'zh-Hans': '1年' },
  term: { months: 12 },
};
const seller: Seller = {
  name: 'Harbour SIM Ltd',
  address: '1 Harbour Street, Singapore 048622',
  taxId: 'SG-201912345K',
  support: 'mailto:help@harbour-sim.example',
  termsUrl: 'https://harbour-sim.example/terms',
};

const card: Card = {
  cardRef,
  iccidMasked: '8985 •••• •••• 4821',
  label: 'LEB Global card',
  region: 'Global',
  devices: ['phone', 'tablet', 'watch'],
  currentPlan: oneYear,
  entitlement: {
    zone: 'Asia/Shanghai',
    periods: [
      {
        periodId: 'p_QSB5ZWFyIG9mIHNlcnZpY2',
        plan: oneYear,
        start: '2025-12-04T16:00:00Z',
        end: '2026-12-04T16:00:00Z',
      },
    ],
    expiresAt: '2026-12-04T16:00:00Z',
    startsOn: 'purchase',
    graceEndsAt: '2026-12-11T16:00:00Z',
    graceServiceOn: true,
    recoverableUntil: '2027-03-04T16:00:00Z',
    suspended: false,
    revoked: false,
    asOf: '2026-11-22T15:05:43Z',
    version: '1',
  },
  profile: 'enabled',
  data: { remainingBytes: 6_200_000_000, totalBytes: 15_000_000_000, asOf: '2026-11-22T15:05:43Z' },
  openRenewal: null,
};

const effect = {
  from: '2026-12-04T16:00:00Z',
  to: '2027-12-04T16:00:00Z',
  basis: 'expiry',
  losesDays: 0,
  previousExpiry: '2026-12-04T16:00:00Z',
} as const;

const plans: Plan[] = [
  {
    ...oneMonth,
    price: { total: eur(850), tax: noTax, perMonth: eur(850), saving: null },
    allowance: { bytes: 10_000_000_000, per: 'month' },
    includes: ['40 countries'],
    includesIn: { de: ['40 Länder'], 'zh-Hans': ['40 个国家和地区'] },
    current: false,
    offer: { ok: true, effect: { ...effect, to: '2027-01-04T16:00:00Z' } },
  },
  {
    ...oneYear,
    price: {
      total: eur(7_900),
      tax: noTax,
      perMonth: eur(659),
      saving: {
        percent: 22,
        comparedWith: {
          planId: oneMonth.planId,
          name: oneMonth.name,
          nameIn: { de: '1 Monat', 'zh-Hans': '1个月' },
          times: 12,
        },
      },
    },
    allowance: { bytes: 15_000_000_000, per: 'month' },
    includes: ['60 countries', 'Hotspot'],
    includesIn: { de: ['60 Länder', 'Hotspot'], 'zh-Hans': ['60 个国家和地区', '热点共享'] },
    current: true,
    offer: { ok: true, effect },
  },
];

const lines: QuoteLine[] = [
  {
    kind: 'plan',
    label: '1 year · LEB Global card ••••\u00a04821',
    labelIn: {
      de: '1 Jahr · LEB Global card ••••\u00a04821',
      'zh-Hans': '1年 · LEB Global card ••••\u00a04821',
    },
    amount: eur(7_900),
    rateBasisPoints: null,
  },
  { kind: 'tax', label: 'Tax', ...noTax },
];

const quote: Quote = {
  quoteId,
  cardRef,
  card: {
    label: card.label,
    iccidMasked: card.iccidMasked,
    region: card.region,
    zone: card.entitlement.zone,
  },
  entitlementVersion: '1',
  plan: oneYear,
  switchesPlan: false,
  lines,
  total: eur(7_900),
  effect,
  issuedAt: '2026-11-22T15:06:10Z',
  validUntil: '2026-11-22T15:21:10Z',
  methods: ['card', 'paypal', 'alipay', 'wechat_pay'],
  seller,
  autoRenews: null,
  withdrawal: 'none',
};

const base = {
  renewalId,
  reference: 'ESTK-4B',
  renewalToken: 'rt_dKOgBN6DaDMrQa2i5uXdp0QwtAbZguQQe8YZtkvBDr0',
  quote,
};

const begun: Renewal = {
  status: 'awaiting-payment',
  ...base,
  seq: 2,
  updatedAt: '2026-11-22T15:06:14Z',
  handoff: {
    provider: 'sandbox',
    amount: eur(7_900),
    expiresAt: '2026-11-22T15:36:14Z',
    livemode: false,
    data: {
      methods: ['card', 'paypal', 'alipay', 'wechat_pay'],
      paymentId: 'pay_BZGvpaWOZDsV2ybF',
      confirmUrl: 'https://shop.example/renewal/sandbox-pay/payments/pay_BZGvpaWOZDsV2ybF/confirm',
      leaveUrl: 'https://shop.example/renewal/sandbox-pay/payments/pay_BZGvpaWOZDsV2ybF/leave',
      clientSecret: 'cs_Fx-v9mOmyxcmjvbm5GFF-_p7HK5377GJ',
    },
  },
  lastProblem: null,
};

const period = { from: effect.from, to: effect.to };
const paidAt = '2026-11-22T15:06:31Z';
const paper = 'https://shop.example/renewal/papers/R-2026-00418.7oQ0o0V8s4wXh2Kc1mJ5tYb9eLr3pZf6uGd0nAq4vSk';

/**
 * One renewal from beginning to end, in the demo shop; and beside it, what the calls answer that it did not need.
 * Lists are shortened. Every example is sent to a running server by test/server/openapi.test.ts.
 */
export const examples: { readonly [Name in CallName]: Example<Name> } = {
  signIn: {
    body: { email: 'mira@example.com', password: 'renew-me-please' },
    answer: {
      kind: 'session',
      session: {
        token,
        expiresAt: '2026-11-22T15:15:43Z',
        account: { emailMasked: 'm•••@example.com', name: 'Mira Lindqvist' },
      },
    },
  },
  verifyCode: {
    body: { challengeId: 'Z4pSx0kQ9dM2vT7uB1nHcw', code: '482913' },
    answer: {
      kind: 'session',
      session: {
        token,
        expiresAt: '2026-11-22T15:15:43Z',
        account: { emailMasked: 'm•••@example.com', name: 'Mira Lindqvist' },
      },
    },
  },
  requestReset: { body: { email: 'mira@example.com' }, answer: null },
  setPassword: {
    body: { token: 'p8vJ2mQ4xR7nT1sK6wZc9yBd', password: 'renew-me-safely' },
    answer: null,
  },
  openLink: {
    body: { token: 'eyJjIjoiY19RbTVsWVhJIn0.3q2-7wH0fJx5mV9kT1sZpA' },
    answer: {
      token,
      expiresAt: '2026-11-22T15:35:43Z',
      account: { emailMasked: '•••', name: null },
      onlyCard: cardRef,
    },
  },
  refreshSession: {
    body: null,
    answer: {
      token: nextToken,
      expiresAt: '2026-11-22T15:25:41Z',
      account: { emailMasked: 'm•••@example.com', name: 'Mira Lindqvist' },
    },
  },
  signOut: { body: null, answer: null },
  cards: { body: null, answer: { cards: [card] } },
  plans: {
    path: { cardRef },
    query: { currency: 'EUR' },
    body: null,
    answer: { plans, currency: 'EUR', currencies: ['USD', 'EUR', 'CNY'] },
  },
  receipts: {
    path: { cardRef },
    body: null,
    answer: {
      receipts: [
        {
          number: 'R-2026-00418',
          renewalId,
          issuedAt: '2026-11-22T15:06:32Z',
          plan: oneYear,
          period,
          zone: card.entitlement.zone,
          total: eur(7_900),
          corrects: null,
          links: { page: paper, calendar: `${paper}/reminder.ics` },
        },
      ],
    },
  },
  quote: { body: { cardRef, planId: 'global-12m', currency: 'EUR' }, answer: quote },
  begin: { body: { quoteId }, answer: begun },
  renewal: {
    path: { renewalId },
    query: { refresh: '1' },
    body: null,
    answer: {
      status: 'renewed',
      ...base,
      seq: 5,
      updatedAt: '2026-11-22T15:06:33Z',
      paidAt,
      receiptNumber: 'R-2026-00418',
      period,
      renewedAt: '2026-11-22T15:06:33Z',
    },
  },
  cancel: {
    path: { renewalId },
    body: null,
    answer: { status: 'cancelled', ...base, seq: 3, updatedAt: '2026-11-22T15:07:02Z' },
  },
  receipt: {
    path: { renewalId },
    body: null,
    answer: {
      number: 'R-2026-00418',
      renewalId,
      reference: 'ESTK-4B',
      issuedAt: '2026-11-22T15:06:32Z',
      seller,
      card: { cardRef, label: card.label, iccidMasked: card.iccidMasked },
      plan: oneYear,
      previousExpiry: effect.previousExpiry,
      period,
      zone: card.entitlement.zone,
      lines,
      total: eur(7_900),
      paidWith: 'Test Visa •• 4242',
      paidAt,
      sentTo: 'm•••@example.com',
      withdrawal: 'none',
      corrects: null,
      correctedBy: [],
      links: { page: paper, calendar: `${paper}/reminder.ics` },
    },
  },
};
