import { maskEmail } from '../accounts/mask-email.ts';
import { confirmationMail } from '../mail/confirmation.ts';
import type { Context } from './context.ts';
import { receiptOf } from './receipt.ts';

/** Sends the mail after a renewal, and notes where it went. Rejects when it has to be tried again. */
export async function confirmByMail(context: Context, renewalId: string): Promise<void> {
  const { database } = context;
  const row = await database
    .selectFrom('renewals')
    .innerJoin('cards', 'cards.card_ref', 'renewals.card_ref')
    .select(['renewals.account_id', 'renewals.sent_to', 'cards.version'])
    .where('renewal_id', '=', renewalId)
    .where('status', '=', 'renewed')
    .executeTakeFirst();
  if (row === undefined || row.sent_to !== null) return;
  const [account, receipt] = [await context.accounts.byId(row.account_id), await receiptOf(context, renewalId)];
  if (account === null || !receipt.ok || receipt.value.period === null) return;
  const { period } = receipt.value;
  await context.mailer.send(
    confirmationMail({
      to: account.email,
      name: account.name,
      receipt: { ...receipt.value, period },
      pageUrl: context.pageUrl,
      sequence: row.version,
    }),
  );
  await database.updateTable('renewals').set({ sent_to: maskEmail(account.email) }).where('renewal_id', '=', renewalId).execute();
}
