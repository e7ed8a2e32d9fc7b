import type { Money, Plan } from '@leb-renew/core/contract';
import { addTerm, type ExtensionPolicy } from '@leb-renew/core/term';
import type { Admin, CardIssue, PlanOffer } from '@leb-renew/server';
import { inEveryLanguage } from './plan-names.ts';

export const password = 'renew-me-please';
export const accounts = {
  mira: { email: 'mira@example.com', name: 'Mira Lindqvist', password },
  tom: { email: 'tom@example.com', name: 'Tom Okafor', password },
} as const;

/**
 * Fills an empty shop with two accounts, their six cards and the plans: one card for each thing that can be true of
 * its dates at `now` (epoch ms). Does nothing where plans were published before.
 */
export async function seed(admin: Admin, now: number): Promise<void> {
  if (!(await admin.isEmpty())) return;
  await admin.publishPlans(plans);
  const [mira, tom] = [await admin.createAccount(accounts.mira), await admin.createAccount(accounts.tom)];
  for (const card of cardsOfMira(now)) await admin.issueCard({ accountId: mira.accountId, ...card });
  for (const card of cardsOfTom(now)) await admin.issueCard({ accountId: tom.accountId, ...card });
}

interface Row {
  readonly months: number;
  /** Minor units. */
  readonly usd: number;
  readonly eur: number;
  readonly cny: number;
  readonly gigabytes: number;
  readonly countries: number;
  readonly hasHotspot: boolean;
}

const family = (name: string, policy: ExtensionPolicy, rows: readonly Row[]): PlanOffer[] =>
  rows.map(({ months, usd, eur, cny, gigabytes, countries, hasHotspot }) => ({
    planId: `${name}-${months}m`,
    family: name,
    ...inEveryLanguage(months, countries, hasHotspot),
    term: { months },
    prices: [money(usd, 'USD'), money(eur, 'EUR'), money(cny, 'CNY')],
    allowance: perMonth(gigabytes),
    policy,
  }));

const money = (minor: number, currency: string): Money => ({ minor, currency, exponent: 2 });
const perMonth = (gigabytes: number): Plan['allowance'] => ({
  bytes: gigabytes * 1_000_000_000,
  per: 'month',
});

/** The supplier adds to the end, keeps service on for a week after it, and keeps the number for ninety days. */
const adds: ExtensionPolicy = { graceDays: 7, recoverDays: 90 };
/** The supplier counts every term from the moment of renewal, and knows no grace. */
const restarts: ExtensionPolicy = { active: 'restart', recoverDays: 90 };

export const plans: readonly PlanOffer[] = [
  ...family('global', adds, [
    { months: 1, usd: 900, eur: 850, cny: 6_500, gigabytes: 10, countries: 40, hasHotspot: false },
    {
      months: 3,
      usd: 2_400,
      eur: 2_250,
      cny: 17_500,
      gigabytes: 10,
      countries: 40,
      hasHotspot: false,
    },
    {
      months: 12,
      usd: 8_400,
      eur: 7_900,
      cny: 61_000,
      gigabytes: 15,
      countries: 60,
      hasHotspot: true,
    },
    {
      months: 24,
      usd: 14_900,
      eur: 13_900,
      cny: 108_000,
      gigabytes: 15,
      countries: 60,
      hasHotspot: true,
    },
  ]),
  ...family('asia', restarts, [
    { months: 1, usd: 700, eur: 650, cny: 5_000, gigabytes: 8, countries: 12, hasHotspot: false },
    {
      months: 3,
      usd: 1_900,
      eur: 1_750,
      cny: 13_500,
      gigabytes: 8,
      countries: 12,
      hasHotspot: false,
    },
    {
      months: 12,
      usd: 6_600,
      eur: 6_200,
      cny: 48_000,
      gigabytes: 10,
      countries: 12,
      hasHotspot: true,
    },
    {
      months: 24,
      usd: 11_900,
      eur: 11_200,
      cny: 86_000,
      gigabytes: 10,
      countries: 12,
      hasHotspot: true,
    },
  ]),
];

type Card = Omit<CardIssue, 'accountId'>;

// Numbers of an issuer that does not exist, with check digits that are wrong on purpose.
const cardsOfMira = (now: number): Card[] => [
  {
    iccid: '8985990000000004821',
    label: 'LEB Global card',
    region: 'Global',
    devices: ['phone', 'tablet', 'watch'],
    planId: 'global-12m',
    zone: 'Asia/Shanghai',
    service: service(now, 'Asia/Shanghai', { lastDay: 12, days: 365 }),
    profile: 'enabled',
    data: { remainingBytes: 6_200_000_000, totalBytes: 15_000_000_000, asOf: new Date(now).toISOString() },
  },
  {
    iccid: '8985990000000007734',
    label: 'Lena’s tablet',
    region: 'Global',
    devices: ['tablet'],
    planId: 'global-12m',
    zone: 'Europe/Berlin',
    service: service(now, 'Europe/Berlin', { lastDay: 231, days: 365 }),
    profile: 'enabled',
  },
  {
    iccid: '8985990000000001908',
    label: 'Travel phone',
    region: 'Global',
    devices: ['phone'],
    planId: 'global-1m',
    ...lastDay(now),
    profile: 'enabled',
  },
  {
    iccid: '8985990000000005546',
    label: 'Spare watch',
    region: 'Global',
    devices: ['watch'],
    planId: 'global-1m',
    zone: 'Europe/Berlin',
    service: service(now, 'Europe/Berlin', { lastDay: -3, days: 30 }),
    profile: 'installed',
  },
];

const cardsOfTom = (now: number): Card[] => [
  {
    iccid: '8985990000000003319',
    label: 'LEB Asia card',
    region: 'Asia',
    devices: ['phone', 'router'],
    planId: 'asia-3m',
    zone: 'Asia/Shanghai',
    service: service(now, 'Asia/Shanghai', { lastDay: 40, days: 91 }),
    profile: 'enabled',
  },
  {
    iccid: '8985990000000000088',
    label: 'Old laptop',
    region: 'Global',
    devices: ['laptop'],
    planId: 'global-3m',
    zone: 'America/New_York',
    service: service(now, 'America/New_York', { lastDay: -21, days: 91 }),
    profile: 'disabled',
  },
];

const hour = 3_600_000;
const day = 24 * hour;

/** Service that ends with the local day that lies `lastDay` days from today, and took `days` days. */
function service(
  now: number,
  zone: string,
  { lastDay: last, days }: { lastDay: number; days: number },
): NonNullable<CardIssue['service']> {
  return { startsAt: midnight(now, zone, last + 1 - days), expiresAt: midnight(now, zone, last + 1) };
}

/** Service that ends tonight, where tonight is at least two hours away. */
function lastDay(now: number): Pick<Card, 'zone' | 'service'> {
  const endingIn = (zone: string) => ({ zone, service: service(now, zone, { lastDay: 0, days: 30 }) });
  const newYork = endingIn('America/New_York');
  return Date.parse(newYork.service.expiresAt) - now > 2 * hour ? newYork : endingIn('Asia/Shanghai');
}

/** The beginning of the local day that lies `days` days from today. */
function midnight(now: number, zone: string, days: number): string {
  const epoch = Date.UTC(2025, 0, 1);
  const [year = 0, month = 1, date = 1] = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
    .format(now)
    .split('-')
    .map(Number);
  const today = (Date.UTC(year, month - 1, date) - epoch) / day;
  // Counted from a noon long ago, whose local date is the same in every zone the shop uses.
  return addTerm({
    start: '2025-01-01T12:00:00Z',
    zone,
    term: { days: today + days },
    anchorTime: '00:00:00',
  });
}
