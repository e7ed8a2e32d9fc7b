import type { Card, Money, Plan, Price, Term } from '../contract/index.ts';
import { perMonth, saving } from '../money/index.ts';
import { extend, type Extension, type Refusal } from '../term/index.ts';
import { money, type SandboxCard, type SandboxPlan } from './shop.ts';

/** What renewing `card` with `plan` would do at `now` (epoch ms). */
export function effectOf({ card, anchorDay }: SandboxCard, plan: SandboxPlan, now: number): Extension | Refusal {
  const { zone, expiresAt } = card.entitlement;
  if (expiresAt === null) return { refused: 'terminated' };
  return extend({
    zone,
    expiresAt,
    anchorDay,
    now: new Date(now).toISOString(),
    term: plan.term,
    policy: plan.policy,
  });
}

export const totalOf = (plan: SandboxPlan, currency: string): Money | null => {
  const minor = plan.prices[currency];
  return minor === undefined ? null : money(minor, currency);
};

const monthsOf = (term: Term): number | null => ('months' in term ? term.months : null);

function priceOf(plan: SandboxPlan, family: readonly SandboxPlan[], currency: string): Price | null {
  const total = totalOf(plan, currency);
  if (total === null) return null;
  const months = monthsOf(plan.term);
  const base = family.find((other) => monthsOf(other.term) === 1);
  const baseTotal = base === undefined ? null : totalOf(base, currency);
  const percent =
    months === null || months < 2 || baseTotal === null ? null : saving(total, baseTotal, months);
  return {
    total,
    tax: { amount: { ...total, minor: 0 }, rateBasisPoints: 0 },
    perMonth: months === null ? null : perMonth(total, months),
    saving:
      percent === null || base === undefined || months === null
        ? null
        : { percent, comparedWith: { planId: base.planId, name: base.name, times: months } },
  };
}

/** The plans of a card's family, priced, each with the dates it would lead to. */
export function offers(
  owned: SandboxCard,
  all: readonly SandboxPlan[],
  currency: string,
  now: number,
): Plan[] {
  const family = all.filter((plan) => plan.family === owned.family);
  return family.flatMap((plan): Plan[] => {
    const price = priceOf(plan, family, currency);
    if (price === null) return [];
    const effect = effectOf(owned, plan, now);
    return [
      {
        planId: plan.planId,
        name: plan.name,
        term: plan.term,
        price,
        allowance: plan.allowance,
        includes: plan.includes.slice(),
        current: plan.planId === owned.card.currentPlan.planId,
        offer:
          'refused' in effect
            ? { ok: false, reason: effect.refused, opensAt: effect.at ?? null }
            : { ok: true, effect: wireEffect(effect, owned.card) },
      },
    ];
  });
}

export const wireEffect = ({ from, to, basis, losesDays }: Extension, card: Card) => ({
  from,
  to,
  basis,
  losesDays,
  previousExpiry: card.entitlement.expiresAt,
});
