import { anchorOf } from '@leb-renew/core/term';
import { sql } from 'kysely';
import type { Context } from '../renewals/context.ts';
import { newId } from '../renewals/ids.ts';
import type { DatabaseTransaction } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import type { CardReading } from '../suppliers/port.ts';
import { askSupplier } from './ask-supplier.ts';
import type { CardRecord } from './card-view.ts';
import { noticesOf } from './readings-due.ts';

const patienceMs = 10_000;

/** Asks the supplier about a card and writes down what is news, unless it was asked too short a time ago. */
export async function readCard(context: Context, cardRef: string, signal: AbortSignal): Promise<void> {
  const { database, supplier, log } = context;
  const askedAt = new Date(context.now());
  const soonest = new Date(askedAt.getTime() - supplier.readsEveryMs);
  const card = await database
    .updateTable('cards')
    .set({ read_at: askedAt })
    .where('card_ref', '=', cardRef)
    .where(({ eb, or }) => or([eb('read_at', 'is', null), eb('read_at', '<=', soonest)]))
    .returning('iccid')
    .executeTakeFirst();
  if (card === undefined) return;
  const said = await askSupplier(patienceMs, signal, (told) => supplier.readCard(card.iccid, told));
  if (said.outcome !== 'read')
    log({ level: 'warn', event: `card.reading-${said.outcome}`, detail: said.detail });
  // The sweep comes again to what nobody could tell about.
  if (said.outcome === 'unknown') return;
  await database.transaction().execute(async (transaction) => {
    if (said.outcome === 'read') await takeReading(context, transaction, cardRef, said);
    await transaction
      .updateTable('notices')
      .set({ settled_at: askedAt })
      .where('provider', '=', noticesOf(supplier))
      .where('ref', '=', cardRef)
      .where('settled_at', 'is', null)
      .where('received_at', '<=', askedAt)
      .execute();
  });
}

/**
 * Goes by a reading, unless we have younger news. A later end is believed. An earlier one is not: what was paid for
 * never gets shorter by itself, so the reading is kept beside the card for the seller to look into.
 */
async function takeReading(
  { log, now }: Context,
  transaction: DatabaseTransaction,
  cardRef: string,
  reading: CardReading,
): Promise<void> {
  const card = await transaction
    .selectFrom('cards')
    .selectAll()
    .where('card_ref', '=', cardRef)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (Date.parse(reading.asOf) < card.as_of.getTime()) return;
  const suspended = reading.suspended ?? card.suspended;
  const revoked = reading.revoked ?? card.revoked;
  const says = reading.expiresAt === null ? null : Date.parse(reading.expiresAt);
  const ours = card.expires_at?.getTime() ?? -Infinity;
  const moved = says !== null && says > ours && !(await isBeingExtended(transaction, cardRef));
  if (moved) await stretch(transaction, card, reading.asOf, new Date(says));
  if (says !== null && says < ours && !revoked && card.reading?.expiresAt !== reading.expiresAt)
    log({ level: 'warn', event: 'card.supplier-ends-earlier', detail: instantOf(says) });
  const barred = suspended !== card.suspended || revoked !== card.revoked;
  await transaction
    .updateTable('cards')
    .set({
      suspended,
      revoked,
      ...(reading.profile === 'unknown' ? {} : { profile: reading.profile }),
      ...(reading.data === null ? {} : { data: JSON.stringify(reading.data) }),
      ...(moved ? movedTo(instantOf(says), card.zone) : {}),
      ...(moved || barred ? { version: sql`version + 1` } : {}),
      // Their clock may be ahead of ours.
      as_of: new Date(Math.min(Date.parse(reading.asOf), now())),
      reading: JSON.stringify(reading),
    })
    .where('card_ref', '=', cardRef)
    .execute();
}

/** Then the end that the supplier shows may be that renewal's, which writes it down itself. */
async function isBeingExtended(transaction: DatabaseTransaction, cardRef: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('renewals')
    .select('renewal_id')
    .where('card_ref', '=', cardRef)
    .where('status', 'in', ['paid', 'extending'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** An end that moved by itself is what later terms aim for. */
function movedTo(end: string, zone: string) {
  const { anchorDay, anchorTime } = anchorOf(end, zone);
  return { expires_at: new Date(end), anchor_day: anchorDay, anchor_time: anchorTime };
}

/** The last period lasts until the new end; the first one begins where we hear of it. */
async function stretch(
  transaction: DatabaseTransaction,
  { card_ref, plan_id }: CardRecord['card'],
  heardAt: string,
  end: Date,
): Promise<void> {
  const last = await transaction
    .selectFrom('service_periods')
    .select('period_id')
    .where('card_ref', '=', card_ref)
    .where('dropped_at', 'is', null)
    .orderBy('ends_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last !== undefined) {
    await transaction
      .updateTable('service_periods')
      .set({ ends_at: end })
      .where('period_id', '=', last.period_id)
      .execute();
    return;
  }
  if (Date.parse(heardAt) >= end.getTime()) return;
  const { name, term } = await transaction
    .selectFrom('plans')
    .select(['name', 'term'])
    .where('plan_id', '=', plan_id)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('service_periods')
    .values({
      period_id: newId('p'),
      card_ref,
      plan: JSON.stringify({ planId: plan_id, name, term }),
      starts_at: new Date(heardAt),
      ends_at: end,
    })
    .execute();
}
