import { fine, trouble, type Answer, type Receipt } from '@leb-renew/core/contract';
import type { Context } from './context.ts';

/** Reviews in which what arrived is not what was asked for: no receipt can say the total was paid. */
const withoutReceipt = ['other-renewal', 'other-mode', 'other-currency', 'other-amount'];

/** The proof of payment; its period is filled in once the card is extended. */
export async function receiptOf({ database }: Context, renewalId: string): Promise<Answer<Receipt>> {
  const row = await database
    .selectFrom('renewals')
    .leftJoin('receipts', 'receipts.renewal_id', 'renewals.renewal_id')
    .leftJoin('fulfilments', 'fulfilments.renewal_id', 'renewals.renewal_id')
    .select(['renewals.status', 'review', 'sent_to', 'receipts.receipt', 'fulfilments.target'])
    .where('renewals.renewal_id', '=', renewalId)
    .executeTakeFirst();
  if (row === undefined) return trouble('unknown-renewal');
  if (row.receipt === null) return trouble('not-paid-yet');
  if (row.review !== null && withoutReceipt.includes(row.review))
    return trouble('not-paid-yet', { charged: 'yes', next: 'contact-support' });
  const period =
    row.status === 'renewed' && row.target !== null ? { from: row.target.from, to: row.target.to } : null;
  return fine({ ...row.receipt, period, sentTo: row.sent_to });
}
