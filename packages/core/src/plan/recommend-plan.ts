import type { Effect, Instant, Plan } from '../contract/index.ts';
import { isSameUnit } from '../money/index.ts';
import { measureOf, type Need } from './need.ts';
import { checkOffers, type OfferedPlan } from './plans.ts';

/** Why a plan of the list is not the one. */
export interface PassedOver {
  readonly planId: string;
  /** `same-price`: costs the same, and lasts no longer. */
  readonly verdict: 'too-short' | 'dearer' | 'same-price' | 'not-on-offer' | 'other-currency';
}

/** Which plan to take and why, as data to put into words. Days are whole. */
export type Recommendation<P extends OfferedPlan = Plan> =
  /** What is paid for already lasts long enough. */
  | {
      readonly why: 'already-covered';
      readonly plan: null;
      readonly coversUntil: Instant;
      readonly spareDays: number;
    }
  /** The lowest price of all that last long enough; of equals, the one that lasts longest. */
  | {
      readonly why: 'cheapest-that-covers';
      readonly plan: P;
      readonly coversUntil: Instant;
      readonly spareDays: number;
      readonly compared: readonly PassedOver[];
    }
  /** None lasts long enough: the one that comes nearest, and by how many days it falls short. */
  | {
      readonly why: 'none-covers';
      readonly plan: P;
      readonly coversUntil: Instant;
      readonly missingDays: number;
      readonly compared: readonly PassedOver[];
    }
  | { readonly why: 'none-on-offer'; readonly plan: null; readonly compared: readonly PassedOver[] };

/**
 * The plan for a need: the cheapest on offer whose service lasts as long as needed. Compares in one currency,
 * that of the first plan on offer.
 *
 * @throws Misuse when this is no list of plans with offers, or no need
 */
export function recommendPlan<P extends OfferedPlan = Plan>(
  plans: readonly P[],
  need: Need,
): Recommendation<P> {
  checkOffers('recommendPlan: plans', plans);
  const { spareDays, fromStart } = measureOf('recommendPlan: need', need);
  const candidates = plans.flatMap((plan): Candidate<P>[] => {
    if (!plan.offer.ok) return [];
    const { effect } = plan.offer;
    const end = Date.parse(effect.to);
    return [{ plan, effect, end, spare: spareDays(Date.parse(effect.from), end) }];
  });

  const [first] = candidates;
  if (first === undefined) {
    const compared = plans.map(({ planId }) => ({ planId, verdict: 'not-on-offer' as const }));
    return { why: 'none-on-offer', plan: null, compared };
  }

  const { previousExpiry } = first.effect;
  if (previousExpiry !== null && !fromStart) {
    const spare = spareDays(0, Date.parse(previousExpiry));
    if (spare >= 0)
      return { why: 'already-covered', plan: null, coversUntil: previousExpiry, spareDays: spare };
  }

  const comparable = candidates.filter(({ plan }) => isSameUnit(plan.price.total, first.plan.price.total));
  const covering = comparable.filter(({ spare }) => spare >= 0);
  const [best = first] = covering.length > 0 ? covering.sort(byPrice) : comparable.toSorted(byLength);
  const { plan, effect, spare } = best;
  const found = { plan, coversUntil: effect.to, compared: passedOver(plans, comparable, best) };
  return spare < 0
    ? { why: 'none-covers', missingDays: -spare, ...found }
    : { why: 'cheapest-that-covers', spareDays: spare, ...found };
}

interface Candidate<P extends OfferedPlan> {
  readonly plan: P;
  readonly effect: Effect;
  /** Epoch ms at which its service ends. */
  readonly end: number;
  /** Whole days beyond the need. */
  readonly spare: number;
}

function passedOver<P extends OfferedPlan>(
  plans: readonly P[],
  comparable: readonly Candidate<P>[],
  best: Candidate<P>,
): PassedOver[] {
  return plans
    .filter((plan) => plan !== best.plan)
    .map((plan) => ({ planId: plan.planId, verdict: verdictOn(plan) }));

  function verdictOn(plan: P): PassedOver['verdict'] {
    if (!plan.offer.ok) return 'not-on-offer';
    const candidate = comparable.find((each) => each.plan === plan);
    if (candidate === undefined) return 'other-currency';
    if (candidate.spare < 0) return 'too-short';
    return priceOf(candidate) > priceOf(best) ? 'dearer' : 'same-price';
  }
}

const priceOf = ({ plan }: Candidate<OfferedPlan>): number => plan.price.total.minor;

const byPrice = (one: Candidate<OfferedPlan>, other: Candidate<OfferedPlan>): number =>
  priceOf(one) - priceOf(other) || other.end - one.end;

const byLength = (one: Candidate<OfferedPlan>, other: Candidate<OfferedPlan>): number =>
  other.end - one.end || priceOf(one) - priceOf(other);
