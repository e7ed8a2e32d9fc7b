import { sql } from 'kysely';
import type { DatabaseTransaction } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import type { Applied } from '../suppliers/port.ts';
import { anchorAfter } from './anchor-after.ts';
import { change, lockRenewal } from './change.ts';
import type { Context } from './context.ts';
import { newId } from './ids.ts';

/** Writes down what the supplier did: the period, the card's new dates and the renewal's end, all or nothing. */
export async function extendCard(
  context: Context,
  transaction: DatabaseTransaction,
  renewalId: string,
  done: Applied,
): Promise<void> {
  const row = await lockRenewal(transaction, renewalId);
  if (row === null || row.status !== 'extending')
    throw new Error(`Renewal ${renewalId} was extended while it was ${row?.status ?? 'missing'}.`);
  const card = await transaction
    .selectFrom('cards')
    .selectAll()
    .where('card_ref', '=', row.card_ref)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const { target } = await transaction
    .selectFrom('fulfilments')
    .select('target')
    .where('renewal_id', '=', renewalId)
    .executeTakeFirstOrThrow();
  const { quote } = row;
  const [from, to, at] = [new Date(done.from), new Date(done.to), new Date(context.now())];

  await giveWay(transaction, row.card_ref, from, at);
  await transaction
    .insertInto('service_periods')
    .values({
      period_id: newId('p'),
      card_ref: row.card_ref,
      plan: JSON.stringify(quote.plan),
      starts_at: from,
      ends_at: to,
      renewal_id: renewalId,
    })
    .execute();

  const anchor = anchorAfter(target, instantOf(to), card);
  await transaction
    .updateTable('cards')
    .set({
      anchor_day: anchor.anchorDay,
      anchor_time: anchor.anchorTime,
      plan_id: quote.plan.planId,
      expires_at: sql`greatest(expires_at, ${to})`,
      as_of: at,
      version: sql`version + 1`,
    })
    .where('card_ref', '=', row.card_ref)
    .execute();
  await transaction
    .updateTable('fulfilments')
    .set({
      done_at: at,
      claimed_by: null,
      claimed_until: null,
      trouble: null,
      supplier_ref: done.supplierRef,
      target: JSON.stringify({ ...target, from: instantOf(from), to: instantOf(to) }),
    })
    .where('renewal_id', '=', renewalId)
    .execute();
  await change(context, transaction, renewalId, 'renewed', { renewed_at: at, holds_card: false });
}

/** Where a supplier restarts the term, what was paid for before ends when the new term begins. */
async function giveWay(
  transaction: DatabaseTransaction,
  cardRef: string,
  from: Date,
  at: Date,
): Promise<void> {
  const periods = transaction
    .updateTable('service_periods')
    .where('card_ref', '=', cardRef)
    .where('dropped_at', 'is', null);
  await periods.set({ dropped_at: at }).where('starts_at', '>=', from).execute();
  await periods.set({ ends_at: from }).where('ends_at', '>', from).execute();
}
