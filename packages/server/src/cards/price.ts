import { perMonth, saving, taxWithin } from '@leb-renew/core';
import type { Money, Price } from '@leb-renew/core/contract';
import type { Selectable } from 'kysely';
import type { PlanPriceRow, PlanRow } from '../store/schema.ts';

export interface PricedPlan {
  readonly plan: Selectable<PlanRow>;
  /** Tax included. */
  readonly total: Money;
}

export const moneyOf = ({ minor, currency, exponent }: Selectable<PlanPriceRow>): Money => ({
  minor,
  currency,
  exponent: exponent as Money['exponent'],
});

/** How a plan's price is shown beside the others on offer. */
export function priceOf({ plan, total }: PricedPlan, onOffer: readonly PricedPlan[]): Price {
  const months = monthsOf(plan);
  return {
    total,
    tax: {
      amount: taxWithin(total, plan.tax_rate_basis_points),
      rateBasisPoints: plan.tax_rate_basis_points,
    },
    perMonth: months === null ? null : perMonth(total, months),
    saving: months === null ? null : savingOf(total, months, onOffer),
  };
}

/** Compared with the shortest plan on offer that fits a whole number of times. */
function savingOf(total: Money, months: number, onOffer: readonly PricedPlan[]): Price['saving'] {
  const shortest = onOffer
    .flatMap(({ plan, total: base }) => ({ plan, base, months: monthsOf(plan) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.months - b.months)[0];
  if (shortest === undefined) return null;
  const times = months / shortest.months;
  if (!Number.isInteger(times) || times < 2) return null;
  const percent = saving(total, shortest.base, times);
  return percent === null
    ? null
    : { percent, comparedWith: { planId: shortest.plan.plan_id, name: shortest.plan.name, times } };
}

const monthsOf = ({ term }: Selectable<PlanRow>): number | null => ('months' in term ? term.months : null);
