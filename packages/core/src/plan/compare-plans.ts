import type { Money, Price } from '../contract/index.ts';
import { isSameUnit, perMonth, saving } from '../money/index.ts';
import { checkPlan, checkPlans, type PricedPlan } from './plans.ts';

/** Beside a total: its price per month, and what it saves. */
export type ComparedPrice = Pick<Price, 'perMonth' | 'saving'>;

export interface ComparedPlan extends ComparedPrice {
  readonly planId: string;
  /** Costs the least per month of all that can be chosen in its currency; of equals, the shortest does. */
  readonly cheapestPerMonth: boolean;
}

/**
 * Every plan's price beside the others, in the order of the list. A term in days has no price per month.
 *
 * @throws Misuse when this is no list of plans with prices
 */
export function comparePlans(plans: readonly PricedPlan[]): ComparedPlan[] {
  checkPlans('comparePlans: plans', plans);
  return plans.map((plan) => ({
    planId: plan.planId,
    ...compared(plan, plans),
    cheapestPerMonth: rivals(plan, plans).sort(byMonthlyPrice)[0]?.plan === plan,
  }));
}

/**
 * One plan's price beside those of the plans on sale. It saves against buying the shortest of them over and
 * over: the single month, where that can be chosen.
 *
 * @throws Misuse when this is no plan, or no list of plans, with prices
 */
export function comparePlan(plan: PricedPlan, onSale: readonly PricedPlan[]): ComparedPrice {
  checkPlan('comparePlan: plan', plan);
  checkPlans('comparePlan: onSale', onSale);
  return compared(plan, onSale);
}

function compared(plan: PricedPlan, onSale: readonly PricedPlan[]): ComparedPrice {
  const { total } = plan.price;
  const months = monthsOf(plan);
  if (months === null) return { perMonth: null, saving: null };
  const [base] = rivals(plan, onSale).sort(byLength);
  return {
    perMonth: perMonth(total, months),
    saving: base === undefined ? null : savingAgainst(base, months, total),
  };
}

function savingAgainst({ plan, months }: Rival, term: number, total: Money): Price['saving'] {
  const times = term / months;
  const percent = Number.isInteger(times) && times > 1 ? saving(total, plan.price.total, times) : null;
  if (percent === null) return null;
  const { planId, name, nameIn } = plan;
  return { percent, comparedWith: { planId, name, ...(nameIn && { nameIn }), times } };
}

/** A plan that can be chosen instead, counted in months. */
interface Rival {
  readonly plan: PricedPlan;
  readonly months: number;
}

const rivals = (plan: PricedPlan, onSale: readonly PricedPlan[]): Rival[] =>
  onSale.flatMap((each) => {
    const months = monthsOf(each);
    const canBeChosen = each.offer?.ok !== false && isSameUnit(each.price.total, plan.price.total);
    return months !== null && canBeChosen ? { plan: each, months } : [];
  });

function monthsOf({ term }: PricedPlan): number | null {
  const { months }: { readonly months?: number; readonly days?: number } = term;
  return months ?? null;
}

/** The shortest first; of two that last as long, the cheaper: a saving against it is the smaller one. */
const byLength = (one: Rival, other: Rival): number =>
  one.months - other.months || one.plan.price.total.minor - other.plan.price.total.minor;

/** To the last fraction of a cent: the rounded price per month may hide which is cheaper. */
function byMonthlyPrice(one: Rival, other: Rival): number {
  const [first, second] = [monthlyCost(one, other), monthlyCost(other, one)];
  return first < second ? -1 : first > second ? 1 : byLength(one, other);
}

/** What as many terms cost as last for both. */
const monthlyCost = ({ plan }: Rival, other: Rival): bigint =>
  BigInt(plan.price.total.minor) * BigInt(other.months);
