import type { Card, Plan, PlanRef, Quote, Receipt } from '@leb-renew/core';
import { card, plan, plans, quote, receipt, usd } from '../test/widget/fixtures.ts';

/** What sellers and people write when nobody stops them. */
const label = 'Dienstreisekarte der Außendienstmitarbeiterinnen und Außendienstmitarbeiter, Abteilung Süd';
const region =
  'Europe, North America, South-East Asia, Australia, New Zealand and 143 islands of the Pacific';

const longPlan: PlanRef = {
  planId: 'year',
  name: '1 year of worldwide data with hotspot, calls and the number you already have',
  term: { months: 12 },
};

export const longCard: Card = card({ label, region, currentPlan: longPlan });

export const longPlans: readonly Plan[] = plans.map((each) => ({
  ...each,
  name: `${each.name} of worldwide data with hotspot, calls and the number you already have`,
  includes: [
    region,
    'Donaudampfschifffahrtsgesellschaftskapitänskajüten-WLAN',
    'hotspot for up to 10 devices',
  ],
}));

export const longQuote: Quote = quote({
  card: { ...quote().card, label, region },
  plan: longPlan,
  lines: [
    { kind: 'plan', label: longPlan.name, amount: usd(123_456_789), rateBasisPoints: null },
    {
      kind: 'tax',
      label: 'Value added tax, municipal levy and universal service contribution',
      amount: usd(12_345_678),
      rateBasisPoints: 1_000,
    },
  ],
  total: usd(135_802_467),
});

export const longReceipt: Receipt = receipt({
  number: 'RECHNUNG-HAUPTSITZ-2026-0000000000418',
  card: { ...receipt().card, label },
  plan: longPlan,
  lines: longQuote.lines,
  total: longQuote.total,
  paidWith: 'Mastercard Business Platinum of the European branch •• 4242',
  sentTo: 'm•••••••••••••••••••••••••••••••@a-rather-long-company-name.example.com',
});

/** Every month up to two years. */
export const twentyFourPlans: readonly Plan[] = Array.from({ length: 24 }, (_, index) => {
  const months = index + 1;
  const name = months === 1 ? '1 month' : `${months} months`;
  return plan({
    planId: `months-${months}`,
    name,
    term: { months },
    price: {
      total: usd(900 + index * 640),
      tax: { amount: usd(0), rateBasisPoints: 0 },
      perMonth: usd(Math.round((900 + index * 640) / months)),
      saving: null,
    },
    current: months === 12,
  });
});
