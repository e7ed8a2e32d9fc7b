import type { RenewalStatus } from '@leb-renew/core/contract';
import { sql, type Selectable, type Updateable } from 'kysely';
import type { DatabaseTransaction } from '../store/database.ts';
import type { RenewalRow } from '../store/schema.ts';
import type { Context } from './context.ts';
import { rankOf } from './status.ts';

export type RenewalRecord = Selectable<RenewalRow>;
type Patch = Omit<Updateable<RenewalRow>, 'rank' | 'seq' | 'updated_at' | 'status'>;

/** The one way to change a renewal: the row is locked by the caller, and the news gets the next number. */
export async function change(
  { now }: Pick<Context, 'now'>,
  transaction: DatabaseTransaction,
  renewalId: string,
  status: RenewalStatus,
  patch: Patch = {},
): Promise<void> {
  await transaction
    .updateTable('renewals')
    .set({ ...patch, status, rank: rankOf[status], seq: sql`seq + 1`, updated_at: new Date(now()) })
    .where('renewal_id', '=', renewalId)
    .execute();
}

/** Reads a renewal and keeps others from changing it until the transaction ends. */
export async function lockRenewal(
  transaction: DatabaseTransaction,
  renewalId: string,
): Promise<RenewalRecord | null> {
  const row = await transaction
    .selectFrom('renewals')
    .selectAll()
    .where('renewal_id', '=', renewalId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}
