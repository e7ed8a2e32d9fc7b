import {
  fine,
  trouble,
  type Answer,
  type Quote,
  type QuoteLine,
  type QuoteRequest,
} from '@leb-renew/core/contract';
import { maskIccid } from '@leb-renew/core/identifiers';
import { sql, type Selectable } from 'kysely';
import { askSupplier, whileSomebodyWaitsMs } from '../cards/ask-supplier.ts';
import type { CardRecord } from '../cards/card-view.ts';
import { cardOf } from '../cards/find-cards.ts';
import { effectOf, saleOf } from '../cards/plans.ts';
import { planRef } from '../cards/plan-ref.ts';
import { moneyOf, priceOf, type PricedPlan } from '../cards/price.ts';
import { reasonOf } from '../cards/sold-plans.ts';
import { instantOf } from '../store/instant.ts';
import type { PlanPriceRow } from '../store/schema.ts';
import type { ExtensionOrder } from '../suppliers/port.ts';
import { nowOf, type Context } from './context.ts';
import { newId } from './ids.ts';

const lifetimeMs = 15 * 60_000;

/** Promises a plan, a price and dates for a card of this account. */
export async function quote(
  context: Context,
  accountId: string,
  request: QuoteRequest,
): Promise<Answer<Quote>> {
  const { database, seller } = context;
  const record = await cardOf(database, accountId, request.cardRef);
  if (record === null) return trouble('unknown-card', { field: 'cardRef' });
  const found = await findPlan(context, record.plan.family, request);
  if (!found.ok) return found;
  const { plan, total } = found.value;
  const extension = saleOf(record, plan, nowOf(context));
  if ('refused' in extension) {
    const { refused: reason, at: opensAt } = extension;
    return trouble('not-renewable', { reason, ...(opensAt === undefined ? {} : { opensAt }) });
  }
  const { card } = record;
  const promise: Quote = {
    quoteId: newId('q'),
    cardRef: card.card_ref,
    card: {
      label: card.label,
      iccidMasked: maskIccid(card.iccid),
      region: card.region,
      zone: card.zone,
    },
    entitlementVersion: String(card.version),
    plan: planRef(plan),
    switchesPlan: plan.plan_id !== card.plan_id,
    lines: linesOf(found.value, card),
    total,
    effect: effectOf(extension, record),
    issuedAt: nowOf(context),
    validUntil: instantOf(context.now() + lifetimeMs),
    methods: [...context.payments.methods(total)],
    seller,
    autoRenews: null,
    withdrawal: context.withdrawal,
  };
  const { from, to } = extension;
  const refusal = await refusalOf(context, {
    key: `quote:${promise.quoteId}`,
    iccid: card.iccid,
    plan: promise.plan,
    zone: card.zone,
    from,
    to,
  });
  if (refusal !== null) return refusal;
  await database
    .insertInto('quotes')
    .values({
      quote_id: promise.quoteId,
      account_id: accountId,
      card_ref: promise.cardRef,
      plan_id: promise.plan.planId,
      valid_until: new Date(promise.validUntil),
      quote: JSON.stringify(promise),
    })
    .execute();
  return fine(promise);
}

/**
 * What the supplier would refuse for good is told before it is paid for. Its silence, and trouble that passes, do not
 * stop a sale: they say nothing about the card, and what is paid for is extended once it can be, or looked at by a person.
 */
async function refusalOf({ supplier, log }: Context, order: ExtensionOrder): Promise<Answer<never> | null> {
  const seen = await askSupplier(whileSomebodyWaitsMs, null, (told) => supplier.preview(order, told));
  if (seen.outcome === 'possible') return null;
  log({ level: 'warn', event: `quote.supplier-${seen.outcome}`, detail: seen.detail });
  return seen.outcome === 'refused' && seen.isFinal
    ? trouble('not-renewable', { reason: reasonOf(seen.reason) })
    : null;
}

async function findPlan(
  { database }: Context,
  family: string,
  { planId, currency }: QuoteRequest,
): Promise<Answer<PricedPlan>> {
  const found = await database
    .selectFrom('plans')
    .leftJoin('plan_prices', (join) =>
      join.onRef('plan_prices.plan_id', '=', 'plans.plan_id').on('currency', '=', currency),
    )
    .selectAll('plans')
    .select(sql<Selectable<PlanPriceRow> | null>`to_jsonb(plan_prices)`.as('price'))
    .where('plans.plan_id', '=', planId)
    .executeTakeFirst();
  if (found === undefined) return trouble('unknown-plan', { field: 'planId' });
  if (found.family !== family) return trouble('plan-not-for-card', { field: 'planId' });
  const { price, ...plan } = found;
  return price === null
    ? trouble('unknown-currency', { field: 'currency' })
    : fine({ plan, total: moneyOf(price) });
}

/** The lines add up to the total: the plan without tax, and the tax, also where it is nothing. */
function linesOf(priced: PricedPlan, { label, iccid }: CardRecord['card']): QuoteLine[] {
  const { amount: tax, rateBasisPoints } = priceOf(priced, []).tax;
  const { total, plan } = priced;
  const forCard = (name: string) => `${name} · ${label} ••••\u00a0${iccid.slice(-4)}`;
  const names = Object.entries(plan.name_in ?? {});
  return [
    {
      kind: 'plan',
      label: forCard(plan.name),
      ...(names.length > 0 && {
        labelIn: Object.fromEntries(names.map(([language, name]) => [language, forCard(name)])),
      }),
      amount: { ...total, minor: total.minor - tax.minor },
      rateBasisPoints: null,
    },
    { kind: 'tax', label: 'Tax', amount: tax, rateBasisPoints },
  ];
}
