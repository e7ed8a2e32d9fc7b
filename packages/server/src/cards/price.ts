import type { Money, Price } from '@leb-renew/core/contract';
import { comparePlan, taxWithin } from '@leb-renew/core/plan';
import type { Selectable } from 'kysely';
import type { PlanPriceRow, PlanRow } from '../store/schema.ts';
import { planRef } from './plan-ref.ts';

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
export function priceOf(priced: PricedPlan, onOffer: readonly PricedPlan[]): Price {
  const { plan, total } = priced;
  return {
    total,
    tax: {
      amount: taxWithin(total, plan.tax_rate_basis_points),
      rateBasisPoints: plan.tax_rate_basis_points,
    },
    ...comparePlan(planOf(priced), onOffer.map(planOf)),
  };
}

const planOf = ({ plan, total }: PricedPlan) => ({ ...planRef(plan), price: { total } });
