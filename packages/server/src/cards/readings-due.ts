import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Context } from '../renewals/context.ts';
import type { Tables } from '../store/schema.ts';
import type { Supplier } from '../suppliers/port.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Around its end, news of a card counts most: how long before and after, and how old it may be. */
const near = { beforeMs: 7 * dayMs, afterMs: dayMs, oldMs: 6 * hourMs };
/** Readings of a kind that one sweep queues. */
const atOnce = 50;

/** Under this name notices of the supplier stand beside those of the payment provider. */
export const noticesOf = ({ name }: Supplier): string => `suppliers/${name}`;

/** Queues readings of cards that are near their end, and of those whose notices nobody has looked into. */
export async function queueReadings(context: Context): Promise<void> {
  const refs = new Set([...(await nearTheirEnd(context)), ...(await withNotices(context))]);
  for (const cardRef of refs) await context.jobs.requeue('read-card', { card: cardRef }, true);
}

async function nearTheirEnd({ database, supplier, now }: Context): Promise<string[]> {
  const at = now();
  const rows = await database
    .selectFrom('cards')
    .select('card_ref')
    .where('expires_at', '>=', new Date(at - near.afterMs))
    .where('expires_at', '<=', new Date(at + near.beforeMs))
    .where('as_of', '<=', new Date(at - near.oldMs))
    .where('revoked', '=', false)
    .where(notReadSince(at - Math.max(hourMs, supplier.readsEveryMs)))
    .orderBy('read_at', (order) => order.asc().nullsFirst())
    .limit(atOnce)
    .execute();
  return rows.map(({ card_ref }) => card_ref);
}

async function withNotices({ database, supplier, now }: Context): Promise<string[]> {
  const at = now();
  const rows = await database
    .selectFrom('notices')
    .innerJoin('cards', 'card_ref', 'ref')
    .select('card_ref')
    .where('provider', '=', noticesOf(supplier))
    .where('settled_at', 'is', null)
    .where(notReadSince(at - Math.max(minuteMs, supplier.readsEveryMs)))
    .orderBy('received_at')
    .limit(atOnce)
    .execute();
  return rows.map(({ card_ref }) => card_ref);
}

const notReadSince =
  (at: number) =>
  ({ eb, or }: ExpressionBuilder<Tables, 'cards'>): Expression<SqlBool> =>
    or([eb('read_at', 'is', null), eb('read_at', '<=', new Date(at))]);
