/** One card, its plans and its renewal, as a server would send them: every value has passed the contract. */
import {
  Card as CardSchema,
  check,
  Plan as PlanSchema,
  Quote as QuoteSchema,
  Receipt as ReceiptSchema,
  ReceiptSummary as ReceiptSummarySchema,
  Renewal as RenewalSchema,
  type Schema,
} from '@leb-renew/core/contract';
import type {
  Card,
  Clock,
  Entitlement,
  Money,
  Plan,
  Quote,
  Receipt,
  ReceiptSummary,
  Renewal,
  RenewalIn,
} from '@leb-renew/core';

/** 22 November 2026, 18:00 in Shanghai: twelve days before the card ends. */
export const now = Date.parse('2026-11-22T10:00:00Z');

export const day = 86_400_000;
const hour = 3_600_000;

/** Midnight in Shanghai after 4 December 2026: the last usable day is the 4th. */
export const expiresAt = '2026-12-04T16:00:00Z';
export const renewedUntil = '2027-12-04T16:00:00Z';

function parsed<T>(schema: Schema<T>, value: T): T {
  const checked = check(schema, value);
  if (checked.ok) return checked.value;
  throw new TypeError(`a fixture is outside the contract: ${checked.path}: ${checked.rule}`);
}

/** A clock that stands still, and calls back when it is moved past a timer. */
export function stoppedClock(
  at: number = now,
): Clock & { moveTo(moment: number): void; readonly timers: number[] } {
  let current = at;
  const waiting = new Map<() => void, number>();
  return {
    now: () => current,
    after(ms, call) {
      waiting.set(call, current + ms);
      return () => void waiting.delete(call);
    },
    get timers() {
      return [...waiting.values()];
    },
    moveTo(moment) {
      current = moment;
      for (const [call, due] of [...waiting]) {
        if (due > moment) continue;
        waiting.delete(call);
        call();
      }
    },
  };
}

export const usd = (minor: number): Money => ({ minor, currency: 'USD', exponent: 2 });

const year = { planId: 'year', name: '1 year', term: { months: 12 } };

export const entitlement = (changes: Partial<Entitlement> = {}): Entitlement => ({
  zone: 'Asia/Shanghai',
  periods: [{ periodId: 'p1', plan: year, start: '2025-12-04T16:00:00Z', end: expiresAt }],
  expiresAt,
  startsOn: 'purchase',
  graceEndsAt: '2026-12-11T16:00:00Z',
  graceServiceOn: true,
  recoverableUntil: '2027-01-03T16:00:00Z',
  suspended: false,
  revoked: false,
  asOf: '2026-11-22T09:58:00Z',
  version: 'v1',
  ...changes,
});

export const card = (changes: Partial<Card> = {}): Card =>
  parsed(CardSchema, {
    cardRef: 'card-1',
    iccidMasked: '8985 •••• •••• 4821',
    label: 'LEB Global card',
    region: '60 countries',
    devices: ['phone', 'tablet', 'watch'],
    currentPlan: year,
    entitlement: entitlement(),
    profile: 'enabled',
    data: null,
    openRenewal: null,
    ...changes,
  });

/** The same card at every point of its life; each is read at {@link now}. */
export const cards = {
  active: card({ entitlement: entitlement(lives(142 * day)) }),
  dueSoon: card(),
  dueNow: card({ entitlement: entitlement(lives(5 * hour + 20 * 60_000)) }),
  grace: card({ entitlement: entitlement({ ...lives(-2 * day), graceEndsAt: ahead(5 * day) }) }),
  graceOff: card({
    entitlement: entitlement({ ...lives(-2 * day), graceEndsAt: ahead(5 * day), graceServiceOn: false }),
  }),
  expired: card({
    entitlement: entitlement({
      ...lives(-20 * day),
      graceEndsAt: ahead(-13 * day),
      recoverableUntil: ahead(25 * day),
    }),
  }),
  terminated: card({
    entitlement: entitlement({
      ...lives(-90 * day),
      graceEndsAt: ahead(-83 * day),
      recoverableUntil: ahead(-30 * day),
    }),
  }),
  suspended: card({ entitlement: entitlement({ suspended: true }) }),
  revoked: card({ entitlement: entitlement({ revoked: true }) }),
  notStarted: card({
    entitlement: entitlement({
      periods: [],
      expiresAt: null,
      startsOn: 'first-use',
      graceEndsAt: null,
      recoverableUntil: null,
    }),
  }),
  withData: card({
    data: { remainingBytes: 3_200_000_000, totalBytes: 15_000_000_000, asOf: '2026-11-22T09:58:00Z' },
  }),
  underWay: card({ openRenewal: 'renewal-1' }),
} as const satisfies Record<string, Card>;

function ahead(ms: number): string {
  return new Date(now + ms).toISOString();
}

function lives(ms: number): Pick<Entitlement, 'expiresAt' | 'periods' | 'graceEndsAt' | 'recoverableUntil'> {
  const end = ahead(ms);
  return {
    expiresAt: end,
    periods: [{ periodId: 'p1', plan: year, start: ahead(ms - 365 * day), end }],
    graceEndsAt: ahead(ms + 7 * day),
    recoverableUntil: ahead(ms + 37 * day),
  };
}

export const effect = (to: string): Quote['effect'] => ({
  from: expiresAt,
  to,
  basis: 'expiry',
  losesDays: 0,
  previousExpiry: expiresAt,
});

export const plan = (changes: Partial<Plan> = {}): Plan =>
  parsed(PlanSchema, {
    ...year,
    price: {
      total: usd(8400),
      tax: { amount: usd(0), rateBasisPoints: 0 },
      perMonth: usd(700),
      saving: { percent: 22, comparedWith: { planId: 'month', name: '1 month', times: 12 } },
    },
    allowance: { bytes: 15_000_000_000, per: 'month' },
    includes: ['60 countries'],
    current: true,
    offer: { ok: true, effect: effect(renewedUntil) },
    ...changes,
  });

const tax = { amount: usd(0), rateBasisPoints: 0 };

export const plans: readonly Plan[] = [
  plan({
    planId: 'month',
    name: '1 month',
    term: { months: 1 },
    price: { total: usd(900), tax, perMonth: usd(900), saving: null },
    allowance: { bytes: 10_000_000_000, per: 'term' },
    includes: ['40 countries'],
    current: false,
    offer: { ok: true, effect: effect('2027-01-04T16:00:00Z') },
  }),
  plan({
    planId: 'quarter',
    name: '3 months',
    term: { months: 3 },
    price: {
      total: usd(2400),
      tax,
      perMonth: usd(800),
      saving: { percent: 11, comparedWith: { planId: 'month', name: '1 month', times: 3 } },
    },
    allowance: { bytes: 10_000_000_000, per: 'month' },
    includes: ['40 countries'],
    current: false,
    offer: { ok: true, effect: effect('2027-03-04T16:00:00Z') },
  }),
  plan(),
  plan({
    planId: 'two-years',
    name: '2 years',
    term: { months: 24 },
    price: {
      total: usd(14_900),
      tax,
      perMonth: usd(621),
      saving: { percent: 31, comparedWith: { planId: 'month', name: '1 month', times: 24 } },
    },
    current: false,
    offer: { ok: false, reason: 'beyond-horizon', opensAt: '2027-01-10T00:00:00Z' },
  }),
];

/** Starts at once and drops what is left of the old plan. */
export const restartingPlan = plan({
  planId: 'trip',
  name: '35 days',
  term: { days: 35 },
  price: { total: usd(1900), tax, perMonth: null, saving: null },
  allowance: { bytes: 'unlimited', per: 'day' },
  includes: ['Japan', 'hotspot'],
  current: false,
  offer: {
    ok: true,
    effect: {
      from: '2026-11-22T10:00:00Z',
      to: '2026-12-27T16:00:00Z',
      basis: 'now',
      losesDays: 12,
      previousExpiry: expiresAt,
    },
  },
});

const seller = {
  name: 'LEB Shop',
  address: '1 Harbour Road, Hong Kong',
  taxId: 'HK-1234567',
  support: 'mailto:help@shop.example',
  termsUrl: 'https://shop.example/terms',
};

const lines: Quote['lines'] = [
  { kind: 'plan', label: '1 year', amount: usd(8400), rateBasisPoints: null },
  { kind: 'tax', label: 'Tax', amount: usd(0), rateBasisPoints: 0 },
];

export const quote = (changes: Partial<Quote> = {}): Quote =>
  parsed(QuoteSchema, {
    quoteId: 'quote-1',
    cardRef: 'card-1',
    card: {
      label: 'LEB Global card',
      iccidMasked: '8985 •••• •••• 4821',
      region: '60 countries',
      zone: 'Asia/Shanghai',
    },
    entitlementVersion: 'v1',
    plan: year,
    switchesPlan: false,
    lines,
    total: usd(8400),
    effect: effect(renewedUntil),
    issuedAt: '2026-11-22T10:00:00Z',
    validUntil: '2026-11-22T10:15:00Z',
    methods: ['card', 'paypal', 'alipay', 'wechat_pay'],
    seller,
    autoRenews: null,
    withdrawal: 'none',
    ...changes,
  });

const base = () => ({
  renewalId: 'renewal-1',
  reference: '7F3K-Q2',
  renewalToken: 'renewal-token-0001',
  quote: quote(),
  seq: 1,
  updatedAt: '2026-11-22T10:01:00Z',
});
const paid = () => ({ ...base(), paidAt: '2026-11-22T10:02:00Z', receiptNumber: 'R-2026-00418' });

function renewalIn<Status extends Renewal['status']>(renewal: RenewalIn<Status>): RenewalIn<Status> {
  parsed(RenewalSchema, renewal as Renewal);
  return renewal;
}

export const awaiting = (
  changes: Partial<RenewalIn<'awaiting-payment'>> = {},
): RenewalIn<'awaiting-payment'> =>
  renewalIn<'awaiting-payment'>({
    ...base(),
    status: 'awaiting-payment',
    handoff: {
      provider: 'sandbox',
      amount: usd(8400),
      expiresAt: '2026-11-22T11:00:00Z',
      livemode: true,
      data: null,
    },
    lastProblem: null,
    ...changes,
  });

export const processing = (): RenewalIn<'processing'> =>
  renewalIn<'processing'>({ ...base(), status: 'processing' });
export const extending = (): RenewalIn<'extending'> =>
  renewalIn<'extending'>({ ...paid(), status: 'extending' });
export const renewed = (): RenewalIn<'renewed'> =>
  renewalIn<'renewed'>({
    ...paid(),
    status: 'renewed',
    period: { from: expiresAt, to: renewedUntil },
    renewedAt: '2026-11-22T10:02:03Z',
  });
export const held = (
  status: 'review' | 'refunding' | 'refunded',
): RenewalIn<'review' | 'refunding' | 'refunded'> =>
  renewalIn<'review' | 'refunding' | 'refunded'>({ ...paid(), status });

export const receipt = (changes: Partial<Receipt> = {}): Receipt =>
  parsed(ReceiptSchema, {
    number: 'R-2026-00418',
    renewalId: 'renewal-1',
    reference: '7F3K-Q2',
    issuedAt: '2026-11-22T10:02:03Z',
    seller,
    card: { cardRef: 'card-1', label: 'LEB Global card', iccidMasked: '8985 •••• •••• 4821' },
    plan: year,
    previousExpiry: expiresAt,
    period: { from: expiresAt, to: renewedUntil },
    zone: 'Asia/Shanghai',
    lines,
    total: usd(8400),
    paidWith: 'Visa •• 4242',
    paidAt: '2026-11-22T10:02:00Z',
    sentTo: 'm•••@example.com',
    withdrawal: 'none',
    corrects: null,
    correctedBy: [],
    links: { page: null, calendar: null },
    ...changes,
  });

/** A row of the card's receipts: the newest one, unless it is changed. */
export const receiptRow = (changes: Partial<ReceiptSummary> = {}): ReceiptSummary =>
  parsed(ReceiptSummarySchema, {
    number: 'R-2026-00418',
    renewalId: 'renewal-1',
    issuedAt: '2026-11-22T10:02:03Z',
    plan: year,
    period: { from: expiresAt, to: renewedUntil },
    zone: 'Asia/Shanghai',
    total: usd(8400),
    corrects: null,
    links: { page: null, calendar: null },
    ...changes,
  });

/** So many receipts of one card, a year apart, the newest first. */
export const pastReceipts = (count: number): ReceiptSummary[] =>
  Array.from({ length: count }, (_, index) =>
    receiptRow({
      number: `R-${2026 - index}-00418`,
      renewalId: `renewal-${index + 1}`,
      issuedAt: `${2026 - index}-11-22T10:02:03Z`,
    }),
  );
