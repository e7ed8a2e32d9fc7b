import { change, lockRenewal } from './change.ts';
import type { Context } from './context.ts';
import { settle, settleByCancelling } from './settle.ts';

/** Ends an unpaid renewal whose time to pay is over, asking the provider first. True when it no longer holds the card. */
export async function endUnpaid(context: Context, renewalId: string): Promise<boolean> {
  const { database } = context;
  const read = () =>
    database.selectFrom('renewals').selectAll().where('renewal_id', '=', renewalId).executeTakeFirst();
  const row = await read();
  if (row === undefined || !row.holds_card) return true;
  if (row.rank > 0) return false;
  if (row.payment_ref === null) return endUnopened(context, renewalId);
  if (row.handoff_expires_at === null || row.handoff_expires_at.getTime() > context.now()) return false;
  await settle(context, row.payment_ref);
  const after = await read();
  if (after?.status === 'awaiting-payment') await settleByCancelling(context, row.payment_ref, renewalId);
  return (await read())?.holds_card === false;
}

/** The provider never got to make a payment, and nobody was given one to pay: nothing is lost by ending it. */
async function endUnopened(context: Context, renewalId: string): Promise<boolean> {
  return context.database.transaction().execute(async (transaction) => {
    const row = await lockRenewal(transaction, renewalId);
    if (row === null || row.payment_ref !== null) return false;
    const quote = await transaction
      .selectFrom('quotes')
      .select('valid_until')
      .where('quote_id', '=', row.quote_id)
      .executeTakeFirstOrThrow();
    if (row.status !== 'awaiting-payment' || quote.valid_until.getTime() > context.now()) return false;
    await change(context, transaction, renewalId, 'cancelled', { holds_card: false });
    return true;
  });
}
