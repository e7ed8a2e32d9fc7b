import { change, lockRenewal } from './change.ts';
import type { Context } from './context.ts';
import { settle, settleByCancelling } from './settle.ts';

/** Longer than it takes to have the provider make a payment, or to give up on it. */
const openingMs = 30_000;

/**
 * Ends an unpaid renewal whose time to pay is over, asking the provider first. One for which the provider never
 * made a payment has to give way to `another` at once. True when it no longer holds the card.
 */
export async function endUnpaid(context: Context, renewalId: string, another = false): Promise<boolean> {
  const { database } = context;
  const read = () =>
    database.selectFrom('renewals').selectAll().where('renewal_id', '=', renewalId).executeTakeFirst();
  const row = await read();
  if (row === undefined || !row.holds_card) return true;
  if (row.rank > 0) return false;
  if (row.payment_ref === null) return endUnopened(context, renewalId, another);
  if (row.handoff_expires_at === null || row.handoff_expires_at.getTime() > context.now()) return false;
  await settle(context, row.payment_ref);
  const after = await read();
  if (after?.status === 'awaiting-payment') await settleByCancelling(context, row.payment_ref, renewalId);
  return (await read())?.holds_card === false;
}

/** Nobody was given a payment to pay: nothing is lost by ending it, unless it is being opened right now. */
async function endUnopened(context: Context, renewalId: string, another: boolean): Promise<boolean> {
  return context.database.transaction().execute(async (transaction) => {
    const row = await lockRenewal(transaction, renewalId);
    if (row === null || row.payment_ref !== null) return false;
    const quote = await transaction
      .selectFrom('quotes')
      .select('valid_until')
      .where('quote_id', '=', row.quote_id)
      .executeTakeFirstOrThrow();
    const overAt = another ? row.created_at.getTime() + openingMs : quote.valid_until.getTime();
    if (row.status !== 'awaiting-payment' || overAt > context.now()) return false;
    await change(context, transaction, renewalId, 'cancelled', { holds_card: false });
    return true;
  });
}
