import { trouble, type Answer, type Renewal } from '@leb-renew/core/contract';
import { change, lockRenewal } from './change.ts';
import type { Context } from './context.ts';
import { endElsewhere } from './end-unpaid.ts';
import { settleByCancelling } from './settle.ts';
import { renewalView } from './view.ts';

/** Gives up a renewal unless its payment was faster. Answers what is true afterwards. */
export async function cancel(context: Context, renewalId: string): Promise<Answer<Renewal>> {
  const ref = await context.database.transaction().execute(async (transaction) => {
    const row = await lockRenewal(transaction, renewalId);
    if (row === null || row.rank > 0 || row.status === 'cancelled') return null;
    if (row.payment_ref === null)
      await change(context, transaction, renewalId, 'cancelled', { holds_card: false });
    return row.payment_ref;
  });
  if (ref === null) return renewalView(context, renewalId);
  const settled = await settleByCancelling(context, ref, renewalId);
  const isOver =
    settled === 'settled' || (settled === 'elsewhere' && (await endElsewhere(context, renewalId)));
  if (!isOver) return trouble('provider-down', { charged: 'unknown', renewalId });
  return renewalView(context, renewalId);
}
