import type { ServicePeriod } from '../contract/index.ts';
import { addTerm, type Extension } from '../term/index.ts';
import { planRef, type SandboxCard, type SandboxPlan } from './shop.ts';

/** A card after its supplier has extended it with `plan`. */
export function extendedCard(
  owned: SandboxCard,
  sold: SandboxPlan,
  { from, to, anchorDay }: Extension,
  { periodId, at }: { readonly periodId: string; readonly at: string },
): SandboxCard {
  const { entitlement } = owned.card;
  const plan = planRef(sold);
  const { policy } = sold;
  const daysAfter = (days = 0) =>
    days === 0 ? null : addTerm({ start: to, zone: entitlement.zone, term: { days } });
  return {
    ...owned,
    anchorDay,
    card: {
      ...owned.card,
      currentPlan: plan,
      entitlement: {
        ...entitlement,
        periods: [...before(entitlement.periods, from), { periodId, plan, start: from, end: to }],
        expiresAt: to,
        graceEndsAt: daysAfter(policy.graceDays),
        recoverableUntil: daysAfter(policy.recoverDays),
        asOf: at,
        version: String(Number(entitlement.version) + 1),
      },
    },
  };
}

/** What stays of older periods when a new one begins: a supplier that restarts drops the rest of the current one. */
const before = (periods: readonly ServicePeriod[], start: string): ServicePeriod[] =>
  periods
    .filter((period) => Date.parse(period.start) < Date.parse(start))
    .map((period) => (Date.parse(period.end) > Date.parse(start) ? { ...period, end: start } : period));
