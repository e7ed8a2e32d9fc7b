import type { PaymentFact } from '../payments/port.ts';
import type { DatabaseTransaction } from '../store/database.ts';
import { change, lockedRenewals, lockRenewal, type LockedRenewal } from './change.ts';
import { correctReceipt } from './correct-receipt.ts';
import type { Context } from './context.ts';
import { holderOf, lockCard } from './holder.ts';
import { judge, type Verdict } from './judge.ts';
import { issueReceipt } from './issue-receipt.ts';
import { orderLetter, patienceMs } from './letters.ts';
import { noteAlarm } from './note-alarm.ts';

/**
 * The one way in which news about a payment reaches a renewal, whether a notice, a poll, a cancellation or the
 * sweep brought it. Safe to repeat, in any order and at once.
 *
 * @param seenSeq the renewal's number before the provider was asked; null when unknown
 * @returns false where the fact was overtaken and says otherwise than the renewal: which of the two is older, only the
 *   provider can tell
 */
export async function apply(context: Context, fact: PaymentFact, seenSeq: number | null): Promise<boolean> {
  const { toExtend, isOvertaken } = await context.database.transaction().execute(async (transaction) => {
    const row = await rowOf(context, transaction, fact);
    if (row === null) {
      context.log({ level: 'warn', event: 'payment.without-renewal', detail: fact.ref });
      return { toExtend: false, isOvertaken: false };
    }
    const stale = seenSeq !== null && seenSeq !== row.seq;
    const known = { row, total: row.quote.total, livemode: context.payments.livemode };
    const verdict = judge(fact, { ...known, stale });
    const isOvertaken = judge(fact, { ...known, stale: false }).kind !== verdict.kind;
    const toExtend = await follow(context, transaction, row, fact, verdict);
    await noteAlarm(context, transaction, row, fact, stale);
    await correctReceipt(context, transaction, row.renewal_id, fact);
    return { toExtend, isOvertaken };
  });
  if (toExtend) context.jobs.wake('fulfil');
  return !isOvertaken;
}

/** Does what a fact calls for. True when the card is now to be extended. */
async function follow(
  context: Context,
  transaction: DatabaseTransaction,
  row: LockedRenewal,
  fact: PaymentFact,
  verdict: Verdict,
): Promise<boolean> {
  const id = row.renewal_id;
  switch (verdict.kind) {
    case 'nothing':
      return false;
    case 'awaiting':
      await change(context, transaction, id, 'awaiting-payment', {
        last_problem: verdict.lastProblem === null ? null : JSON.stringify(verdict.lastProblem),
        last_attempt: fact.attempt ?? null,
      });
      // Whoever was told to wait has left.
      if (row.status === 'processing' && verdict.lastProblem !== null)
        await orderLetter(context, transaction, id, 'payment-failed', patienceMs);
      return false;
    case 'processing':
      await change(context, transaction, id, 'processing');
      return false;
    case 'cancelled':
      await change(context, transaction, id, 'cancelled', { holds_card: false });
      return false;
    case 'refunding':
      await change(context, transaction, id, 'refunding');
      return false;
    case 'refund-failed':
      await change(context, transaction, id, 'review', { review: row.review ?? 'refund', refund_key: null });
      return false;
    case 'refunded':
      await change(context, transaction, id, 'refunded', { holds_card: false });
      return false;
    case 'review':
      return takeMoney(context, transaction, row, fact, verdict.why);
    case 'paid':
      return takeMoney(context, transaction, row, fact, null);
  }
}

async function rowOf(
  { payments }: Context,
  transaction: DatabaseTransaction,
  fact: PaymentFact,
): Promise<LockedRenewal | null> {
  const byRef = await lockedRenewals(transaction)
    .where('provider', '=', payments.provider)
    .where('payment_ref', '=', fact.ref)
    .executeTakeFirst();
  if (byRef !== undefined || fact.renewalId === null) return byRef ?? null;
  // The notice may be quicker than our own note of the payment's name: then the lock waits for it.
  const byRenewal = await lockRenewal(transaction, fact.renewalId);
  return byRenewal?.payment_ref === fact.ref || byRenewal?.payment_ref === null ? byRenewal : null;
}

/** Whether the card was paid for by another renewal since this one began. */
async function paidByAnother(transaction: DatabaseTransaction, row: LockedRenewal): Promise<boolean> {
  const other = await transaction
    .selectFrom('renewals')
    .select('renewal_id')
    .where('card_ref', '=', row.card_ref)
    .where('renewal_id', '!=', row.renewal_id)
    .where('paid_at', '>=', row.created_at)
    .where('status', '!=', 'refunded')
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

/** Records that the money is here and, unless a person must look first, that the card is to be extended: together or not at all. */
async function takeMoney(
  context: Context,
  transaction: DatabaseTransaction,
  row: LockedRenewal,
  fact: PaymentFact,
  why: string | null,
): Promise<boolean> {
  const id = row.renewal_id;
  const isLate = !row.holds_card;
  // One that is paid and done with between two questions would be seen by neither.
  if (isLate) await lockCard(transaction, row.card_ref);
  const held = isLate && (await holderOf(transaction, row.card_ref)) !== null;
  const isSecond = held || (isLate && (await paidByAnother(transaction, row)));
  const review = why ?? (isSecond ? 'possible-duplicate' : null);
  const paidAt = fact.paidAt ?? new Date(context.now()).toISOString();
  if (review === null) {
    await transaction.insertInto('fulfilments').values({ renewal_id: id }).execute();
    await context.jobs.enqueue('fulfil', { renewalId: id }, transaction);
  }
  // Last, because whoever has a number keeps all other payments waiting until the end.
  const number = await issueReceipt(context, transaction, row, { paidAt, paidWith: fact.paidWith });
  await change(context, transaction, id, review === null ? 'paid' : 'review', {
    payment_ref: fact.ref,
    paid_at: new Date(paidAt),
    paid_with: fact.paidWith,
    receipt_number: number,
    last_problem: null,
    review,
    holds_card: !held,
  });
  if (review !== null)
    context.log({
      level: 'error',
      event: 'renewal.review',
      renewalId: id,
      reference: row.reference,
      detail: review,
    });
  return review === null;
}
