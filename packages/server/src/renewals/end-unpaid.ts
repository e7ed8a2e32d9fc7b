import { change, lockRenewal } from './change.ts';
import type { Context } from './context.ts';
import { isElsewhere, settle, settleByCancelling } from './settle.ts';

/** Longer than it takes to have the provider make a payment, or to give up on it. */
const openingMs = 30_000;
/** How long one of another provider is left to a server that can ask, after its time to pay. */
const elsewhereMs = 60 * 60_000;

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
  if (isElsewhere(context.payments, row)) return endElsewhere(context, renewalId);
  if (row.handoff_expires_at === null || row.handoff_expires_at.getTime() > context.now()) return false;
  if ((await settle(context, row.payment_ref)) === 'elsewhere') return endElsewhere(context, renewalId);
  const after = await read();
  if (after?.status === 'awaiting-payment') await settleByCancelling(context, row.payment_ref, renewalId);
  return (await read())?.holds_card === false;
}

/**
 * Ends one whose payment is with a provider, or in a mode or an account of it, that this server is not set up for, and
 * cannot ask: long after its time to pay, and never while money is on its way. Test money is waited for by nobody.
 */
export async function endElsewhere(context: Context, renewalId: string): Promise<boolean> {
  return context.database.transaction().execute(async (transaction) => {
    const row = await lockRenewal(transaction, renewalId);
    if (row === null || row.rank > 0 || row.handoff === null || row.handoff_expires_at === null) return false;
    const isLate = row.handoff_expires_at.getTime() + elsewhereMs <= context.now();
    if (row.handoff.livemode && !(isLate && row.status === 'awaiting-payment')) return false;
    await change(context, transaction, renewalId, 'cancelled', { holds_card: false });
    const { reference, provider } = row;
    context.log({ level: 'warn', event: 'renewal.ended-unasked', renewalId, reference, detail: provider });
    return true;
  });
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
