import { sql } from 'kysely';
import type { PaymentFact } from '../payments/port.ts';
import type { DatabaseTransaction } from '../store/database.ts';
import type { LockedRenewal } from './change.ts';
import type { Context } from './context.ts';

/**
 * Keeps what no status tells and a person has to know, whatever the renewal has come to: that the payer disputes the
 * payment, and that a refund did not arrive. The renewal's row is locked by the caller; old news are told once.
 *
 * @param stale whether the fact was read before the renewal's last change: then it takes no alarm back
 */
export async function noteAlarm(
  { log, now }: Pick<Context, 'log' | 'now'>,
  transaction: DatabaseTransaction,
  row: LockedRenewal,
  fact: PaymentFact,
  stale: boolean,
): Promise<void> {
  const { renewal_id: renewalId, reference } = row;
  const dispute = (stale ? row.dispute : null) ?? fact.dispute ?? null;
  const failed = (stale ? row.refund_failed : null) ?? fact.refundFailed ?? null;
  if (dispute === row.dispute && failed === row.refund_failed) return;
  await transaction
    .updateTable('renewals')
    .set({ dispute, refund_failed: failed, alarmed_at: new Date(now()), seq: sql`seq + 1` })
    .where('renewal_id', '=', renewalId)
    .execute();
  const tell = (event: string, detail: string) =>
    log({ level: 'error', event, renewalId, reference, detail });
  if (dispute !== null && dispute !== row.dispute) tell('renewal.disputed', dispute);
  if (failed !== null && failed !== row.refund_failed) tell('renewal.refund-failed', failed);
}
