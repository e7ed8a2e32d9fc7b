import { momentOf } from '../card/wall-clock.ts';
import type { Effect, Money, PlanRef, Term } from '../contract/index.ts';
import { members, termOf } from '../plain-data.ts';
import { misuse } from '../misuse.ts';
import { checkPrice } from '../money/check.ts';

/** What a comparison of prices needs of a plan. Every `Plan` of the contract has it. */
export interface PricedPlan {
  readonly planId: string;
  readonly name: string;
  readonly nameIn?: PlanRef['nameIn'];
  readonly term: Term;
  readonly price: { readonly total: Money };
  /** Whether it can be chosen; left out where that is not known yet. */
  readonly offer?: { readonly ok: boolean };
}

/** The same, with what it would do to the card's dates. */
export interface OfferedPlan extends PricedPlan {
  readonly offer: { readonly ok: true; readonly effect: Effect } | { readonly ok: false };
}

/** Throws `Misuse` unless this is a list of plans with prices. */
export function checkPlans(what: string, plans: readonly PricedPlan[]): void {
  if (!Array.isArray(plans)) throw misuse(what, plans, 'a list');
  for (const [nth, plan] of (plans as readonly PricedPlan[]).entries()) checkPlan(`${what}[${nth}]`, plan);
}

/** Throws `Misuse` unless each also says what it would do, or that it cannot be chosen. */
export function checkOffers(what: string, plans: readonly OfferedPlan[]): void {
  checkPlans(what, plans);
  for (const [nth, { offer }] of plans.entries()) {
    const place = `${what}[${nth}].offer`;
    members(place, offer);
    if (!offer.ok) continue;
    const { from, to, previousExpiry } = members(`${place}.effect`, offer.effect);
    momentOf(`${place}.effect.from`, from);
    momentOf(`${place}.effect.to`, to);
    if (previousExpiry !== null) momentOf(`${place}.effect.previousExpiry`, previousExpiry);
  }
}

/** Throws `Misuse` unless this is a plan with a price. */
export function checkPlan(what: string, plan: PricedPlan): void {
  const { planId, name, term, price, offer } = members(what, plan);
  for (const [member, text] of Object.entries({ planId, name }))
    if (typeof text !== 'string') throw misuse(`${what}.${member}`, text, 'text');
  termOf(`${what}.term`, term);
  checkPrice(`${what}.price.total`, members(`${what}.price`, price).total);
  if (offer !== undefined && typeof members(`${what}.offer`, offer).ok !== 'boolean')
    throw misuse(`${what}.offer.ok`, offer.ok, 'true or false');
}
