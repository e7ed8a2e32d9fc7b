import type { DatabaseTransaction } from '../store/database.ts';
import { cardOf } from '../cards/find-cards.ts';
import { instantOf } from '../store/instant.ts';
import type { Extended, ExtensionOrder } from '../suppliers/port.ts';
import { change, lockRenewal } from './change.ts';
import type { Context } from './context.ts';
import { extendCard } from './extend-card.ts';
import { targetOf } from './target.ts';
import { quoteOf } from './view.ts';

/**
 * Has the supplier extend the card of a paid renewal, exactly once. May be called any number of times, by several
 * processes: the fulfilment's row is locked by the one that asks, and a lock ends with its process.
 * Rejects when it has to be tried again.
 */
export async function fulfil(context: Context, renewalId: string, signal: AbortSignal): Promise<void> {
  const order = await prepare(context, renewalId);
  if (order === null) return;
  const renewed = await context.database.transaction().execute(async (transaction) => {
    if ((await lockFulfilment(transaction, renewalId)) === null) return false;
    const outcome = await ask(context, order, signal);
    if (outcome.outcome === 'refused') {
      await toReview(context, transaction, renewalId, `supplier-refused: ${outcome.reason}`);
      return false;
    }
    if (Date.parse(outcome.to) < Date.parse(order.to)) {
      await toReview(context, transaction, renewalId, 'supplier-gave-less');
      return false;
    }
    await extendCard(context, transaction, renewalId, outcome);
    await context.jobs.enqueue('send-confirmation', { renewalId }, transaction);
    return true;
  });
  if (renewed) context.jobs.wake('send-confirmation');
}

interface PreparedOrder extends ExtensionOrder {
  readonly triedBefore: boolean;
}

/** Fixes what will be asked for, in a transaction that is over before the supplier hears of it. Null when there is nothing to do. */
function prepare(context: Context, renewalId: string): Promise<PreparedOrder | null> {
  return context.database.transaction().execute(async (transaction) => {
    const fulfilment = await lockFulfilment(transaction, renewalId);
    const row = fulfilment === null ? null : await lockRenewal(transaction, renewalId);
    if (fulfilment === null || row === null || row.paid_at === null) return null;
    if (row.status !== 'paid' && row.status !== 'extending') return null;
    const quote = await quoteOf(transaction, row.quote_id);
    const record = await cardOf(transaction, row.account_id, row.card_ref);
    const plan = await transaction
      .selectFrom('plans')
      .selectAll()
      .where('plan_id', '=', quote.plan.planId)
      .executeTakeFirst();
    if (record === null || plan === undefined) {
      await toReview(context, transaction, renewalId, 'card-or-plan-gone');
      return null;
    }
    const target = fulfilment.target ?? targetOf({ record, plan, quote, paidAt: instantOf(row.paid_at) });
    if ('refused' in target) {
      await toReview(context, transaction, renewalId, `not-renewable: ${target.refused}`);
      return null;
    }
    await transaction
      .updateTable('fulfilments')
      .set({ target: JSON.stringify(target), tries: fulfilment.tries + 1 })
      .where('renewal_id', '=', renewalId)
      .execute();
    if (row.status === 'paid') await change(context, transaction, renewalId, 'extending');
    return {
      key: `renewal:${renewalId}:extend`,
      iccid: record.card.iccid,
      plan: quote.plan,
      zone: record.card.zone,
      from: target.from,
      to: target.to,
      triedBefore: fulfilment.tries > 0,
    };
  });
}

/** Null when it is done, or when somebody else is at it. */
async function lockFulfilment(transaction: DatabaseTransaction, renewalId: string) {
  const row = await transaction
    .selectFrom('fulfilments')
    .selectAll()
    .where('renewal_id', '=', renewalId)
    .where('done_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

/** Looks for what an earlier try may have done before it tries again, and once more when an answer is lost. */
async function ask(
  { supplier }: Context,
  order: PreparedOrder,
  signal: AbortSignal,
): Promise<Extended | { outcome: 'refused'; reason: string }> {
  const found = order.triedBefore ? await supplier.find(order.key, signal) : { outcome: 'absent' as const };
  if (found.outcome === 'applied') return found;
  if (found.outcome === 'unknown')
    throw new Error(`The supplier cannot tell about ${order.key}: ${found.reason}`);
  signal.throwIfAborted();
  const answer = await supplier.extend(order, signal);
  if (answer.outcome !== 'unknown') return answer;
  const after = await supplier.find(order.key, signal);
  if (after.outcome === 'applied') return after;
  throw new Error(`The supplier did not answer about ${order.key}: ${answer.reason}`);
}

async function toReview(
  context: Context,
  transaction: DatabaseTransaction,
  renewalId: string,
  why: string,
): Promise<void> {
  await transaction
    .updateTable('fulfilments')
    .set({ done_at: new Date(context.now()) })
    .where('renewal_id', '=', renewalId)
    .execute();
  await change(context, transaction, renewalId, 'review', { review: why });
  context.log({ level: 'error', event: 'renewal.review', renewalId, detail: why });
}
