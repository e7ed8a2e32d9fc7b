import type { DatabaseTransaction } from '../store/database.ts';
import { cardOf } from '../cards/find-cards.ts';
import { instantOf } from '../store/instant.ts';
import type { Applied, Refusal, Unknown } from '../suppliers/port.ts';
import { change, lockRenewal } from './change.ts';
import { closeFulfilment, endClaim, lockFulfilment, takeClaim } from './claim.ts';
import type { Context } from './context.ts';
import { extendCard } from './extend-card.ts';
import { orderFor } from './order.ts';
import { orderExtension, type Attempt } from './order-extension.ts';
import { isOfOtherMode } from './settle.ts';
import { targetOf } from './target.ts';

/** The longest that a supplier can have us wait between two tries. Seconds. */
const longestWait = 3_600;

/**
 * Has the supplier extend the card of a paid renewal, exactly once. May be called any number of times, by several
 * processes: one at a time has the claim, and nothing is locked while the supplier is asked.
 * Rejects when it has to be tried again.
 */
export async function fulfil(context: Context, renewalId: string, signal: AbortSignal): Promise<void> {
  const attempt = await prepare(context, renewalId);
  if (attempt === null) return;
  const { database, jobs } = context;
  try {
    const answer = await orderExtension(context, attempt, signal);
    if (answer === null) return;
    if (answer.outcome === 'unknown' || (answer.outcome === 'refused' && !answer.isFinal))
      throw new NotNow(answer);
    if (await record(context, attempt, answer)) jobs.wake('send-confirmation');
  } catch (error) {
    const { seconds, detail } = error instanceof NotNow ? error : { seconds: 0, detail: 'failed' };
    // Where this fails as well, the claim ends by itself.
    await endClaim(database, attempt.claim, seconds, detail).catch(() => undefined);
    throw error;
  }
}

/** The supplier has not extended the card, or nobody knows whether it has. */
class NotNow extends Error {
  readonly seconds: number;
  readonly detail: string;
  constructor({ outcome, detail, retryAfterSeconds = 0 }: Refusal | Unknown) {
    super(`The supplier has not extended the card: ${outcome}, ${detail}`);
    this.seconds = Math.min(Math.max(0, Math.ceil(retryAfterSeconds)), longestWait);
    this.detail = `${outcome}: ${detail}`;
  }
}

/** Fixes what will be asked for, in a transaction that is over before the supplier hears of it. Null when there is nothing to do now. */
function prepare(context: Context, renewalId: string): Promise<Attempt | null> {
  return context.database.transaction().execute(async (transaction) => {
    const fulfilment = await lockFulfilment(transaction, renewalId);
    if (fulfilment === null) return null;
    if (fulfilment.seconds_to_wait > 0) {
      await context.jobs.enqueue('fulfil', { renewalId }, transaction, fulfilment.seconds_to_wait);
      return null;
    }
    const row = await lockRenewal(transaction, renewalId);
    if (row === null || row.paid_at === null) return null;
    if (row.status !== 'paid' && row.status !== 'extending') {
      await closeFulfilment(context, transaction, renewalId);
      return null;
    }
    if (row.dispute !== null) {
      await toReview(context, transaction, renewalId, 'disputed');
      return null;
    }
    if (isOfOtherMode(context.payments, row)) {
      // Test money holds no card that somebody may want to pay for.
      const isTest = context.payments.livemode;
      await toReview(context, transaction, renewalId, 'other-mode', isTest ? { holds_card: false } : {});
      return null;
    }
    const { quote } = row;
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
      .set({ target: JSON.stringify(target) })
      .where('renewal_id', '=', renewalId)
      .execute();
    if (row.status === 'paid') await change(context, transaction, renewalId, 'extending');
    return {
      claim: await takeClaim(transaction, renewalId),
      order: orderFor({
        renewalId,
        card: record.card,
        plan: quote.plan,
        target,
        orderedAt: fulfilment.ordered_at,
      }),
      mark: fulfilment.mark,
      isRepeated: fulfilment.ordered_at !== null,
    };
  });
}

/** Writes down what the supplier said, unless somebody else has taken over and will hear it too. True when the card is extended. */
function record(context: Context, { claim, order }: Attempt, answer: Applied | Refusal): Promise<boolean> {
  const { renewalId } = claim;
  return context.database.transaction().execute(async (transaction) => {
    const fulfilment = await lockFulfilment(transaction, renewalId);
    if (fulfilment?.claimed_by !== claim.by) return false;
    if (answer.outcome === 'refused') {
      await toReview(context, transaction, renewalId, `supplier-refused: ${answer.detail}`);
      return false;
    }
    if (Date.parse(answer.to) < Date.parse(order.to)) {
      await toReview(context, transaction, renewalId, 'supplier-gave-less');
      return false;
    }
    await extendCard(context, transaction, renewalId, answer);
    await context.jobs.enqueue('send-confirmation', { renewalId }, transaction);
    return true;
  });
}

async function toReview(
  context: Context,
  transaction: DatabaseTransaction,
  renewalId: string,
  why: string,
  patch: { readonly holds_card?: false } = {},
): Promise<void> {
  await closeFulfilment(context, transaction, renewalId);
  const { review } = await transaction
    .selectFrom('renewals')
    .select('review')
    .where('renewal_id', '=', renewalId)
    .executeTakeFirstOrThrow();
  // Money that a person accepted as it came keeps its reason, which no receipt may forget.
  const kept = review?.startsWith('other-') ? `${review.split(', ')[0] ?? ''}, ` : '';
  await change(context, transaction, renewalId, 'review', { ...patch, review: kept + why });
  context.log({ level: 'error', event: 'renewal.review', renewalId, detail: why });
}
