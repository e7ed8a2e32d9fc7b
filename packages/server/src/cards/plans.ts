import {
  fine,
  trouble,
  type Answer,
  type Effect,
  type Instant,
  type Plan,
  type PlanList,
} from '@leb-renew/core/contract';
import { gainsADay, type Extension } from '@leb-renew/core/term';
import type { Selectable } from 'kysely';
import type { Database } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import type { PlanPriceRow } from '../store/schema.ts';
import type { CardRecord } from './card-view.ts';
import { extensionOf, type Refused } from './extension.ts';
import { planRef } from './plan-ref.ts';
import { moneyOf, priceOf, type PricedPlan } from './price.ts';
import type { SoldPlans } from './sold-plans.ts';

export interface Assortment {
  /** In the order to show them. */
  readonly plans: readonly PricedPlan[];
  readonly currency: string;
  readonly currencies: readonly string[];
}

/** The plans of a family in one currency; null when the seller does not price in it. */
export async function assortment(
  database: Database,
  family: string,
  currency: string | null,
): Promise<Assortment | null> {
  const plans = await database
    .selectFrom('plans')
    .selectAll()
    .where('family', '=', family)
    .orderBy('position')
    .execute();
  const prices = await database
    .selectFrom('plan_prices')
    .selectAll()
    .where(
      'plan_id',
      'in',
      plans.map(({ plan_id }) => plan_id),
    )
    .orderBy('position')
    .execute();
  const currencies = [...new Set(prices.map((price) => price.currency))];
  const chosen = currency ?? currencies[0];
  if (chosen === undefined || !currencies.includes(chosen)) return null;
  const priced = plans.flatMap((plan) => {
    const price = prices.find(
      (each: Selectable<PlanPriceRow>) => each.plan_id === plan.plan_id && each.currency === chosen,
    );
    return price === undefined ? [] : { plan, total: moneyOf(price) };
  });
  return { plans: priced, currency: chosen, currencies };
}

/** Everything a card can be renewed with now, and what each would do to its dates. The supplier is asked about what we would sell. */
export async function plansFor(
  database: Database,
  record: CardRecord,
  currency: string | null,
  now: Instant,
  soldPlans: SoldPlans,
): Promise<Answer<PlanList>> {
  const found = await assortment(database, record.plan.family, currency);
  if (found === null) return trouble('unknown-currency');
  const ours = found.plans.map((priced) => planView(record, priced, found.plans, now));
  const asked = ours
    .filter(({ offer }) => offer.ok)
    .map(({ planId, name, term }) => ({ planId, name, term }));
  const refusalOf = asked.length === 0 ? () => null : await soldPlans(record.card, asked);
  const plans = ours.map((plan): Plan => {
    const reason = plan.offer.ok ? refusalOf(plan.planId) : null;
    return reason === null ? plan : { ...plan, offer: { ok: false, reason, opensAt: null } };
  });
  return fine({ plans, currency: found.currency, currencies: [...found.currencies] });
}

function planView(
  record: CardRecord,
  priced: PricedPlan,
  onOffer: readonly PricedPlan[],
  now: Instant,
): Plan {
  const { plan } = priced;
  const extension = saleOf(record, plan, now);
  return {
    ...planRef(plan),
    price: priceOf(priced, onOffer),
    allowance: plan.allowance,
    includes: plan.includes,
    ...(plan.includes_in !== null && { includesIn: plan.includes_in }),
    current: plan.plan_id === record.card.plan_id,
    offer:
      'refused' in extension
        ? { ok: false, reason: extension.refused, opensAt: extension.at ?? null }
        : { ok: true, effect: effectOf(extension, record) },
  };
}

/** What a term would do to a card's dates at `now`. */
export function offerOf(
  { card, periods }: CardRecord,
  plan: PricedPlan['plan'],
  now: Instant,
): Extension | Refused {
  const waiting = periods.filter(({ starts_at }) => starts_at.getTime() > Date.parse(now)).length;
  return extensionOf(card, plan, now, waiting);
}

/** What is sold now: as {@link offerOf}, and never a renewal that adds less than a day. */
export function saleOf(record: CardRecord, plan: PricedPlan['plan'], now: Instant): Extension | Refused {
  const extension = offerOf(record, plan, now);
  const { expires_at: end } = record.card;
  return 'refused' in extension || end === null || gainsADay(extension, instantOf(end))
    ? extension
    : { refused: 'would-shorten' };
}

export function effectOf({ from, to, basis, losesDays }: Extension, { card }: CardRecord): Effect {
  return {
    from,
    to,
    basis,
    losesDays,
    previousExpiry: card.expires_at === null ? null : instantOf(card.expires_at),
  };
}
