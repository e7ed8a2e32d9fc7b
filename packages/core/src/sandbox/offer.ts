import type { Card, Money, Plan, Price, RefusalReason, Term } from '../contract/index.ts';
import { perMonth, saving } from '../money/index.ts';
import { addTerm, extend, gainsADay, type Extension } from '../term/index.ts';
import { money, type SandboxCard, type SandboxPlan } from './shop.ts';

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
