import { maskEmail } from '../accounts/mask-email.ts';
import type { Context } from '../renewals/context.ts';
import { receiptOf } from '../renewals/receipt.ts';
import { confirmationMail } from './confirmation.ts';

/** Sends the mail after a renewal, and notes where it went. Rejects when it has to be tried again. */
export async function sendConfirmation(context: Context, renewalId: string): Promise<void> {
  const { database } = context;
  const row = await database
    .selectFrom('renewals')
    .innerJoin('cards', 'cards.card_ref', 'renewals.card_ref')
    .select(['renewals.account_id', 'renewals.sent_to', 'cards.version'])
    .where('renewal_id', '=', renewalId)
    .where('status', '=', 'renewed')
    .executeTakeFirst();
  if (row === undefined || row.sent_to !== null) return;
  const customer = await context.customers.byId(row.account_id);
  const receipt = await receiptOf(context, renewalId);
  if (customer === null || !receipt.ok || receipt.value.period === null) return;
  const { period } = receipt.value;
  await context.mailer.send(
    confirmationMail({
      to: customer.email,
      name: customer.name,
      receipt: { ...receipt.value, period },
      pageUrl: context.pageUrl,
      sequence: row.version,
    }),
  );
  await database
    .updateTable('renewals')
    .set({ sent_to: maskEmail(customer.email) })
    .where('renewal_id', '=', renewalId)
    .execute();
}
