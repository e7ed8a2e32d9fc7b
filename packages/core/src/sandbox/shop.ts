import type { Card, Money, Plan, PlanRef, Quote, Seller, Term } from '../contract/index.ts';
import { misuse } from '../misuse.ts';
import type { ExtensionPolicy } from '../term/index.ts';

/** A card as the sandbox keeps it. */
export interface SandboxCard {
  readonly card: Card;
  readonly family: string;
  readonly anchorDay: number;
}

/** A plan as the sandbox sells it. */
export interface SandboxPlan extends Pick<
  Plan,
  'planId' | 'name' | 'nameIn' | 'allowance' | 'includes' | 'includesIn'
> {
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
  /** What the seller grants after the purchase. @default `none` */
  readonly withdrawal?: Quote['withdrawal'];
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

/** `# countries` in the languages of the elements. */
const languages = Object.entries({
  'zh-Hans': '# 个国家和地区',
  'zh-Hant': '# 個國家和地區',
  ja: '#か国・地域',
  ko: '#개국',
  es: '# países',
  fr: '# pays',
  de: '# Länder',
  'pt-BR': '# países',
  it: '# Paesi',
  ar: '# دولة',
  ru: '# стран',
  tr: '# ülke',
  id: '# negara',
  vi: '# quốc gia',
  th: '# ประเทศ',
});

/** `3 months`, `1 year`. */
function termIn(language: string, months: number): string {
  const [count, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** Plans of one family, all under one policy. Prices are in USD, EUR and CNY. */
const family =
  (name: string, policy: ExtensionPolicy) =>
  (
    months: number,
    [USD, EUR, CNY]: readonly [number, number, number],
    gigabytesPerMonth: number,
    countries: number,
  ): SandboxPlan => ({
    planId: `${name}-${months}m`,
    name: termIn('en', months),
    nameIn: Object.fromEntries(languages.map(([tag]) => [tag, termIn(tag, months)])),
    family: name,
    term: { months },
    policy,
    prices: { USD, EUR, CNY },
    allowance: { bytes: gigabytes(gigabytesPerMonth), per: 'month' },
    includes: [`${countries} countries`],
    includesIn: Object.fromEntries(
      languages.map(([tag, said]) => [tag, [said.replace('#', String(countries))]]),
    ),
  });

const global = family('global', { graceDays: 7, recoverDays: 90 });
const asia = family('asia', { active: 'restart' });
const plan = {
  globalMonth: global(1, [900, 850, 6_500], 10, 40),
  globalQuarter: global(3, [2_400, 2_250, 17_500], 10, 40),
  globalYear: global(12, [8_400, 7_900, 61_000], 15, 60),
  globalTwoYears: global(24, [14_900, 13_900, 108_000], 15, 60),
  asiaMonth: asia(1, [700, 650, 5_000], 8, 12),
  asiaYear: asia(12, [6_600, 6_200, 48_000], 10, 12),
};
export const plans: readonly SandboxPlan[] = Object.values(plan);

/** A `Date` ends here, less the years that a card may have before and after. */
const farthest = 8e15;

/** The plan as others name it. */
export const planRef = ({ planId, name, nameIn, term }: SandboxPlan): PlanRef => ({
  planId,
  name,
  ...(nameIn && { nameIn }),
  term,
});

/** Six cards, one for each thing that can be true of a card's dates at `now` (epoch ms). */
export function demoCards(now: number): SandboxCard[] {
  if (!Number.isFinite(now) || Math.abs(now) > farthest)
    throw misuse('demoCards: now', now, 'epoch milliseconds');
  const midnight = Math.ceil(now / day) * day;
  const at = (days: number) => new Date(midnight + days * day).toISOString();
  const make = (
    cardRef: string,
    label: string,
    digits: string,
    runsOn: SandboxPlan,
    startDays: number,
    endDays: number,
    more: Partial<Pick<Card, 'region' | 'devices'>> = {},
  ): SandboxCard => {
    const { graceDays = 0, recoverDays } = runsOn.policy;
    return {
      family: runsOn.family,
      anchorDay: new Date(midnight + endDays * day).getUTCDate(),
      card: {
        cardRef,
        iccidMasked: `8985 •••• •••• ${digits}`,
        label,
        region: more.region ?? 'Global',
        devices: more.devices ?? ['phone'],
        currentPlan: planRef(runsOn),
        entitlement: {
          zone: 'UTC',
          periods: [
            { periodId: `${cardRef}-p1`, plan: planRef(runsOn), start: at(startDays), end: at(endDays) },
          ],
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
    make('card-global', 'LEB Global card', '4821', plan.globalYear, -352, 13, {
      devices: ['phone', 'tablet', 'watch'],
    }),
    make('card-tablet', 'Lena’s tablet', '7730', plan.globalYear, -100, 265, { devices: ['tablet'] }),
    make('card-today', 'Travel phone', '1906', plan.globalMonth, -30, 0),
    make('card-grace', 'Spare watch', '5542', plan.globalMonth, -33, -3, { devices: ['watch'] }),
    make('card-ended', 'Old laptop', '0087', plan.globalQuarter, -112, -21, { devices: ['laptop'] }),
    make('card-asia', 'Asia card', '3314', plan.asiaYear, -200, 165, {
      region: 'Asia',
      devices: ['phone', 'watch'],
    }),
  ];
}

export const demoShop = (now: number): SandboxShop => ({ cards: demoCards(now), plans, seller });
