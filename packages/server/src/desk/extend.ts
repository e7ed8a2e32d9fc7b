import type { RenewalStatus } from '@leb-renew/core/contract';
import { change, lockRenewal, type RenewalRecord } from '../renewals/change.ts';
import type { Context } from '../renewals/context.ts';
import { holderOf, lockCard } from '../renewals/holder.ts';
import { settle } from '../renewals/settle.ts';
import type { DatabaseTransaction } from '../store/database.ts';
import { audit, checkPerson, type Person } from './audit.ts';
import { findRenewal } from './find-renewal.ts';
import { done, refused, type DeskAnswer, type RefusalCode } from './refusals.ts';

export interface Moved {
  readonly renewalId: string;
  readonly reference: string;
  readonly status: RenewalStatus;
}

/** Has the card of a renewal in review extended, by the same job and under the same key as any other. */
export async function extendAfterAll(
  context: Context,
  name: string,
  person: Person,
): Promise<DeskAnswer<Moved>> {
  checkPerson('fulfil', person);
  const { database, jobs } = context;
  const seen = await findRenewal(database, name);
  if (seen === null) return refused('unknown-renewal');
  const early = obstacle(seen);
  if (early !== null) return refused(early);
  // It may have been refunded since, at the provider.
  if (seen.payment_ref === null || (await settle(context, seen.payment_ref)) !== 'settled')
    return refused('provider-unknown');
  const answer = await database.transaction().execute(async (transaction): Promise<DeskAnswer<Moved>> => {
    const { renewal_id: renewalId, card_ref: cardRef } = seen;
    await lockCard(transaction, cardRef);
    const row = await lockRenewal(transaction, renewalId);
    const late = row === null ? 'unknown-renewal' : obstacle(row);
    if (late !== null) return refused(late === 'not-in-review' ? 'changed-meanwhile' : late);
    const holder = await holderOf(transaction, cardRef);
    if (holder !== null && holder !== renewalId) return refused('card-held');
    await reopen(transaction, renewalId);
    await change(context, transaction, renewalId, 'extending', { holds_card: true });
    await audit(context, transaction, {
      ...person,
      act: 'fulfil',
      renewalId,
      before: 'review',
      after: 'extending',
    });
    await jobs.enqueue('fulfil', { renewalId }, transaction);
    return done({ renewalId, reference: seen.reference, status: 'extending' });
  });
  if (answer.ok) jobs.wake('fulfil');
  return answer;
}

/** What keeps a renewal from being extended by hand; null when nothing does. */
function obstacle({ status, refund_key, review, dispute }: RenewalRecord): RefusalCode | null {
  if (status === 'renewed') return 'is-renewed';
  if (status === 'refunded') return 'is-refunded';
  if (status === 'refunding' || refund_key !== null) return 'refund-asked';
  if (status !== 'review') return 'not-in-review';
  if (dispute !== null) return 'is-disputed';
  if (review?.startsWith('other-mode')) return 'test-money';
  return review?.startsWith('other-renewal') ? 'money-of-another' : null;
}

/** What was fixed and ordered before stays: the supplier is asked about it first. */
async function reopen(transaction: DatabaseTransaction, renewalId: string): Promise<void> {
  await transaction
    .insertInto('fulfilments')
    .values({ renewal_id: renewalId })
    .onConflict((conflict) =>
      conflict.column('renewal_id').doUpdateSet({ done_at: null, claimed_by: null, claimed_until: null }),
    )
    .execute();
}
