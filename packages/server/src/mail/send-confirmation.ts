import { maskEmail } from '../accounts/mask-email.ts';
import type { Context } from '../renewals/context.ts';
import { receiptOf } from '../renewals/receipt.ts';
import { confirmationMail } from './confirmation.ts';
import type { Mail } from './port.ts';

/**
 * Sends the mail after a renewal, and notes where it went. May be called any number of times, by several processes:
 * the receipt's row is locked by the one that sends. Rejects when it has to be tried again.
 */
export async function sendConfirmation(context: Context, renewalId: string): Promise<void> {
  const { database, mailer } = context;
  const written = await write(context, renewalId);
  if (written === null) return;
  const note = (what: { sent_to: string } | { unsendable: string }) =>
    database.updateTable('renewals').set(what).where('renewal_id', '=', renewalId);
  if ('unsendable' in written) {
    context.log({ level: 'error', event: 'mail.unsendable', renewalId, detail: written.unsendable });
    await note(written).execute();
    return;
  }
  await database.transaction().execute(async (transaction) => {
    const mine = await transaction
      .selectFrom('receipts')
      .select('number')
      .where('renewal_id', '=', renewalId)
      .where('corrects', 'is', null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    // Somebody else is at it, or was while this one was written.
    if (mine === undefined) return;
    const { sent_to, unsendable } = await transaction
      .selectFrom('renewals')
      .select(['sent_to', 'unsendable'])
      .where('renewal_id', '=', renewalId)
      .executeTakeFirstOrThrow();
    if (sent_to !== null || unsendable !== null) return;
    const isRefused = (await mailer.send(written)) === 'refused';
    if (isRefused) context.log({ level: 'error', event: 'mail.unsendable', renewalId, detail: 'refused' });
    await transaction
      .updateTable('renewals')
      .set(isRefused ? { unsendable: 'refused' } : { sent_to: maskEmail(written.to) })
      .where('renewal_id', '=', renewalId)
      .execute();
  });
}

/** The mail; null when there is none to send. */
async function write(context: Context, renewalId: string): Promise<Mail | { unsendable: string } | null> {
  const row = await context.database
    .selectFrom('renewals')
    .innerJoin('cards', 'cards.card_ref', 'renewals.card_ref')
    .select([
      'renewals.account_id',
      'renewals.sent_to',
      'renewals.unsendable',
      'cards.version',
      'cards.profile',
    ])
    .where('renewal_id', '=', renewalId)
    .where('status', '=', 'renewed')
    .executeTakeFirst();
  if (row === undefined || row.sent_to !== null || row.unsendable !== null) return null;
  const customer = await context.customers.byId(row.account_id);
  if (customer === null) return { unsendable: 'no-customer' };
  const receipt = await receiptOf(context, renewalId);
  if (!receipt.ok || receipt.value.period === null) return { unsendable: 'no-receipt' };
  const { period } = receipt.value;
  return confirmationMail({
    to: customer.email,
    name: customer.name,
    language: customer.language,
    receipt: { ...receipt.value, period },
    pageUrl: context.pageUrl,
    isInstalled: row.profile === 'enabled' || row.profile === 'installed',
    sequence: row.version,
  });
}
