import type { Card, Money, Plan, RefusalReason } from '../contract/index.ts';
import { comparePlan } from '../plan/index.ts';
import { addTerm, extend, gainsADay, type Extension } from '../term/index.ts';
import { money, planRef, type SandboxCard, type SandboxPlan } from './shop.ts';

/** Why a card is not renewed, and when it will be, where that is known. */
interface Refused {
  readonly refused: RefusalReason;
  readonly at?: string;
}

/** What renewing `card` with `plan` would do at `now` (epoch ms). */
export function effectOf(
  { card, anchorDay }: SandboxCard,
  plan: SandboxPlan,
  now: number,
): Extension | Refused {
  const { zone, expiresAt, suspended, revoked } = card.entitlement;
  if (revoked) return { refused: 'revoked' };
  if (suspended) return { refused: 'suspended' };
  const from = new Date(now).toISOString();
  const { term, policy } = plan;
  return expiresAt === null
    ? { from, to: addTerm({ start: from, zone, term }), basis: 'now', anchorDay, losesDays: 0 }
    : sold(extend({ zone, expiresAt, anchorDay, now: from, term, policy }), expiresAt);
}

/** No renewal is sold that adds less than a day. */
const sold = (extension: Extension | Refused, expiresAt: string): Extension | Refused =>
  'refused' in extension || gainsADay(extension, expiresAt) ? extension : { refused: 'would-shorten' };

export const totalOf = (plan: SandboxPlan, currency: string): Money | null => {
  const minor = plan.prices[currency];
  return minor === undefined ? null : money(minor, currency);
};

/** The plans of a card's family, priced, each with the dates it would lead to. */
export function offers(
  owned: SandboxCard,
  all: readonly SandboxPlan[],
  currency: string,
  now: number,
): Plan[] {
  const onSale = all.flatMap((plan) => {
    const total = totalOf(plan, currency);
    return total === null || plan.family !== owned.family ? [] : { ...plan, price: { total } };
  });
  return onSale.map((plan): Plan => {
    const { planId, price, allowance, includes, includesIn } = plan;
    const effect = effectOf(owned, plan, now);
    const tax = { amount: { ...price.total, minor: 0 }, rateBasisPoints: 0 };
    return {
      ...planRef(plan),
      price: { ...price, tax, ...comparePlan(plan, onSale) },
      allowance,
      includes: includes.slice(),
      ...(includesIn && { includesIn }),
      current: planId === owned.card.currentPlan.planId,
      offer:
        'refused' in effect
          ? { ok: false, reason: effect.refused, opensAt: effect.at ?? null }
          : { ok: true, effect: wireEffect(effect, owned.card) },
    };
  });
}

export const wireEffect = ({ from, to, basis, losesDays }: Extension, card: Card) => ({
  from,
  to,
  basis,
  losesDays,
  previousExpiry: card.entitlement.expiresAt,
});
