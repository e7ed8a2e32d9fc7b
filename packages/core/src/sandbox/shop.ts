import type { Card, Money, Plan, Seller, Term } from '../contract/index.ts';
import type { ExtensionPolicy } from '../term/index.ts';

/** A card as the sandbox keeps it. */
export interface SandboxCard {
  readonly card: Card;
  readonly family: string;
  readonly anchorDay: number;
}

/** A plan as the sandbox sells it. */
export interface SandboxPlan extends Pick<Plan, 'planId' | 'name' | 'allowance' | 'includes'> {
  readonly family: string;
  readonly term: Term;
  readonly policy: ExtensionPolicy;
  /** Minor units by currency. */
  readonly prices: Readonly<Record<string, number>>;
}

export interface SandboxShop {
  readonly cards: readonly SandboxCard[];
  readonly plans: readonly SandboxPlan[];
  readonly seller: Seller;
}

const day = 86_400_000;
const gigabytes = (count: number) => count * 1_000_000_000;

export const seller: Seller = {
  name: 'LEB Demo Shop',
  address: '1 Harbour Street, Singapore',
  taxId: null,
  support: 'mailto:help@shop.example',
  termsUrl: 'https://shop.example/terms',
};

/** Currencies whose minor unit is not a hundredth. */
const exponents: Readonly<Record<string, Money['exponent']>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  BHD: 3,
  KWD: 3,
  OMR: 3,
};
export const money = (minor: number, currency: string): Money => ({
  minor,
  currency,
  exponent: exponents[currency] ?? 2,
});

const months = (
  family: string,
  policy: ExtensionPolicy,
  rows: readonly (readonly [
    months: number,
    name: string,
    usd: number,
    eur: number,
    cny: number,
    gb: number,
    countries: number,
  ])[],
): SandboxPlan[] =>
  rows.map(([count, name, USD, EUR, CNY, gb, countries]) => ({
    planId: `${family}-${count}m`,
    name,
    family,
    term: { months: count },
    policy,
    prices: { USD, EUR, CNY },
    allowance: { bytes: gigabytes(gb), per: 'month' },
    includes: [`${countries} countries`],
  }));

export const plans: readonly SandboxPlan[] = [
  ...months('global', { graceDays: 7, recoverDays: 90 }, [
    [1, '1 month', 900, 850, 6_500, 10, 40],
    [3, '3 months', 2_400, 2_250, 17_500, 10, 40],
    [12, '1 year', 8_400, 7_900, 61_000, 15, 60],
    [24, '2 years', 14_900, 13_900, 108_000, 15, 60],
  ]),
  ...months('asia', { active: 'restart' }, [
    [1, '1 month', 700, 650, 5_000, 8, 12],
    [12, '1 year', 6_600, 6_200, 48_000, 10, 12],
  ]),
];

const ref = ({ planId, name, term }: SandboxPlan) => ({ planId, name, term });

/** Six cards, one for each thing that can be true of a card's dates at `now` (epoch ms). */
export function demoCards(now: number): SandboxCard[] {
  const midnight = Math.ceil(now / day) * day;
  const at = (days: number) => new Date(midnight + days * day).toISOString();
  const make = (
    cardRef: string,
    label: string,
    digits: string,
    planId: string,
    startDays: number,
    endDays: number,
    more: Partial<Pick<Card, 'region' | 'devices'>> = {},
  ): SandboxCard => {
    const plan = plans.find((each) => each.planId === planId);
    if (plan === undefined) throw new TypeError(`demoCards: no plan ${planId}`);
    const { graceDays = 0, recoverDays } = plan.policy;
    return {
      family: plan.family,
      anchorDay: new Date(midnight + endDays * day).getUTCDate(),
      card: {
        cardRef,
        iccidMasked: `8985 •••• •••• ${digits}`,
        label,
        region: more.region ?? 'Global',
        devices: more.devices ?? ['phone'],
        currentPlan: ref(plan),
        entitlement: {
          zone: 'UTC',
          periods: [{ periodId: `${cardRef}-p1`, plan: ref(plan), start: at(startDays), end: at(endDays) }],
          expiresAt: at(endDays),
          startsOn: 'purchase',
          graceEndsAt: graceDays > 0 ? at(endDays + graceDays) : null,
          graceServiceOn: true,
          recoverableUntil: recoverDays === undefined ? null : at(endDays + recoverDays),
          suspended: false,
          revoked: false,
          asOf: new Date(now).toISOString(),
          version: '1',
        },
        profile: 'enabled',
        data: null,
        openRenewal: null,
      },
    };
  };
  return [
    make('card-global', 'LEB Global card', '4821', 'global-12m', -352, 13, {
      devices: ['phone', 'tablet', 'watch'],
    }),
    make('card-tablet', 'Lena’s tablet', '7730', 'global-12m', -100, 265, { devices: ['tablet'] }),
    make('card-today', 'Travel phone', '1906', 'global-1m', -30, 0),
    make('card-grace', 'Spare watch', '5542', 'global-1m', -33, -3, { devices: ['watch'] }),
    make('card-ended', 'Old laptop', '0087', 'global-3m', -112, -21, { devices: ['laptop'] }),
    make('card-asia', 'Asia card', '3314', 'asia-12m', -200, 165, {
      region: 'Asia',
      devices: ['phone', 'watch'],
    }),
  ];
}

export const demoShop = (now: number): SandboxShop => ({ cards: demoCards(now), plans, seller });
