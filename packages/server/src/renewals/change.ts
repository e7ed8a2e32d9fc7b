import type { Quote, RenewalStatus } from '@leb-renew/core/contract';
import { sql, type Selectable, type Updateable } from 'kysely';
import type { DatabaseTransaction } from '../store/database.ts';
import type { RenewalRow } from '../store/schema.ts';
import type { Context } from './context.ts';
import { orderLetter } from './letters.ts';
import { rankOf } from './status.ts';

export type RenewalRecord = Selectable<RenewalRow>;
/** With the promise that it was begun with. */
export type LockedRenewal = RenewalRecord & { readonly quote: Quote };
type Patch = Omit<Updateable<RenewalRow>, 'rank' | 'seq' | 'updated_at' | 'status'>;

/**
 * The one way to change a renewal: the row is locked by the caller, the news gets the next number, and news that its
 * customer has to be told of are not forgotten.
 */
export async function change(
  context: Pick<Context, 'now' | 'telemetry'>,
  transaction: DatabaseTransaction,
  renewalId: string,
  status: RenewalStatus,
  patch: Patch = {},
): Promise<void> {
  const { before } = await transaction
    .updateTable('renewals')
    .set({ ...patch, status, rank: rankOf[status], seq: sql`seq + 1`, updated_at: new Date(context.now()) })
    .where('renewal_id', '=', renewalId)
    .returning(({ selectFrom }) =>
      selectFrom('renewals as old')
        .select('status')
        .whereRef('old.renewal_id', '=', 'renewals.renewal_id')
        .as('before'),
    )
    .executeTakeFirstOrThrow();
  if (before !== status) context.telemetry.cameTo(status);
  if (status === 'review' || status === 'refunded')
    await orderLetter(context, transaction, renewalId, status);
}

/** Reads a renewal and keeps others from changing it until the transaction ends. */
export async function lockRenewal(
  transaction: DatabaseTransaction,
  renewalId: string,
): Promise<LockedRenewal | null> {
  const row = await lockedRenewals(transaction).where('renewal_id', '=', renewalId).executeTakeFirst();
  return row ?? null;
}

export const lockedRenewals = (transaction: DatabaseTransaction) =>
  transaction
    .selectFrom('renewals')
    .innerJoin('quotes', 'quotes.quote_id', 'renewals.quote_id')
    .selectAll('renewals')
    .select('quote')
    .forUpdate('renewals');
