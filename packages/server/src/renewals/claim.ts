import type { Instant } from '@leb-renew/core/contract';
import { sql, type RawBuilder } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Database, DatabaseTransaction } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import type { Context } from './context.ts';

/**
 * The right of one try to ask the supplier about one renewal. It lasts forty seconds by the database's clock, the only one
 * that all processes share, and no connection is held for it: who dies with it keeps nobody waiting for longer.
 */
export interface Claim {
  readonly renewalId: string;
  /** Nobody else's. */
  readonly by: string;
}

/** Much longer than the supplier is waited for between two steps of a try. Seconds. */
const lastsSeconds = 40;

const inSeconds = (seconds: number): RawBuilder<Date> =>
  sql`clock_timestamp() + ${seconds} * interval '1 second'`;

/** Reads a fulfilment that is not done and keeps it from others until the transaction ends; null when it is done. */
export async function lockFulfilment(transaction: DatabaseTransaction, renewalId: string) {
  const row = await transaction
    .selectFrom('fulfilments')
    .selectAll()
    .select(
      sql<number>`greatest(0, ceil(extract(epoch from claimed_until - clock_timestamp())))::int`.as(
        // Null, and so 0, while nobody has claimed it.
        'seconds_to_wait',
      ),
    )
    .where('renewal_id', '=', renewalId)
    .where('done_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The caller has locked the row and seen that nobody has to be waited for. */
export async function takeClaim(transaction: DatabaseTransaction, renewalId: string): Promise<Claim> {
  const claim = { renewalId, by: randomUUID() };
  await transaction
    .updateTable('fulfilments')
    .set({ claimed_by: claim.by, claimed_until: inSeconds(lastsSeconds), tries: sql`tries + 1` })
    .where('renewal_id', '=', renewalId)
    .execute();
  return claim;
}

/**
 * Writes down that an order is about to go out, with the mark it goes out with, and claims as long again. Returns when
 * it goes out; null when somebody else has taken over: then it must not.
 */
export async function announceOrder(
  database: Database,
  claim: Claim,
  mark: string | null,
): Promise<Instant | null> {
  const row = await ofClaim(database, claim)
    .set({ mark, ordered_at: sql`clock_timestamp()`, claimed_until: inSeconds(lastsSeconds) })
    .returning(({ ref }) => ref('ordered_at').$notNull().as('at'))
    .executeTakeFirst();
  return row === undefined ? null : instantOf(row.at);
}

/** Lets others try, after so many seconds. */
export async function endClaim(
  database: Database,
  claim: Claim,
  seconds: number,
  trouble: string,
): Promise<void> {
  await ofClaim(database, claim)
    .set({ claimed_by: null, claimed_until: inSeconds(seconds), trouble })
    .execute();
}

/** Whatever it has come to, no try follows. The caller has locked the row. */
export async function closeFulfilment(
  { now }: Pick<Context, 'now'>,
  transaction: DatabaseTransaction,
  renewalId: string,
): Promise<void> {
  await transaction
    .updateTable('fulfilments')
    .set({ done_at: new Date(now()), claimed_by: null, claimed_until: null })
    .where('renewal_id', '=', renewalId)
    .execute();
}

const ofClaim = (database: Database, { renewalId, by }: Claim) =>
  database
    .updateTable('fulfilments')
    .where('renewal_id', '=', renewalId)
    .where('claimed_by', '=', by)
    .where('done_at', 'is', null);
