export { perMonth, saving, sum, taxWithin } from '../money/index.ts';
export { comparePlan, comparePlans, type ComparedPlan, type ComparedPrice } from './compare-plans.ts';
export type { Need } from './need.ts';
export type { OfferedPlan, PricedPlan } from './plans.ts';
export { recommendPlan, type PassedOver, type Recommendation } from './recommend-plan.ts';
