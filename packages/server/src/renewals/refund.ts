import { change, lockRenewal } from './change.ts';
import type { Context } from './context.ts';
import { settle, type Settled } from './settle.ts';

/**
 * Goes on with a refund that was decided and whose key is stored: asks what is known, then for the money back, then
 * what is known now. May be called any number of times. The renewal is `refunding` once the provider has agreed, and
 * stays in review where it refuses.
 */
export async function refund(context: Context, renewalId: string): Promise<Settled> {
  const { database, payments } = context;
  const read = () =>
    database.selectFrom('renewals').selectAll().where('renewal_id', '=', renewalId).executeTakeFirstOrThrow();
  const { payment_ref: ref } = await read();
  if (ref === null) return 'settled';
  const known = await settle(context, ref);
  const { status, refund_key: key } = await read();
  if (known !== 'settled' || status !== 'review' || key === null) return known;
  const answer = await payments.refund(ref, null, key);
  if (!answer.ok && answer.problem.code === 'provider-down') return 'down';
  await database.transaction().execute(async (transaction) => {
    const row = await lockRenewal(transaction, renewalId);
    if (row?.status !== 'review' || row.refund_key !== key) return;
    if (answer.ok) {
      await change(context, transaction, renewalId, 'refunding');
      return;
    }
    const { code } = answer.problem;
    await change(context, transaction, renewalId, 'review', { refund_key: null, refund_refused: code });
    const { reference } = row;
    context.log({ level: 'error', event: 'renewal.refund-refused', renewalId, reference, detail: code });
  });
  return settle(context, ref);
}
