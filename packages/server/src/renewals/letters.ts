import { sql } from 'kysely';
import type { RenewalLetter } from '../mail/port.ts';
import type { DatabaseTransaction } from '../store/database.ts';
import type { Context } from './context.ts';

/** A paid card that is not extended after this long, and a failed payment that is not made good, are written about. */
export const patienceMs = 10 * 60_000;
const atOnce = 200;

/**
 * Notes that the customer has to be written to about a renewal: together with what happened to it, or not at all.
 * Each kind is sent once per renewal; until it is, what happened last counts.
 */
export async function orderLetter(
  { now }: Pick<Context, 'now'>,
  transaction: DatabaseTransaction,
  renewalId: string,
  about: RenewalLetter,
  afterMs = 0,
): Promise<void> {
  const due = { due_at: new Date(now() + afterMs), queued_at: null };
  await transaction
    .insertInto('renewal_letters')
    .values({ renewal_id: renewalId, about, ...due })
    .onConflict((conflict) =>
      conflict.columns(['renewal_id', 'about']).doUpdateSet(due).where('renewal_letters.sent_at', 'is', null),
    )
    .execute();
}

/** Queues the letters that are due. Two that do it at once share the work. */
export async function queueLetters(context: Context): Promise<void> {
  const { database, jobs, now } = context;
  await noteSlowOnes(context);
  const at = new Date(now());
  const queued = await database.transaction().execute(async (transaction) => {
    const due = await transaction
      .selectFrom('renewal_letters')
      .select(['renewal_id', 'about'])
      .where('queued_at', 'is', null)
      .where('due_at', '<=', at)
      .orderBy('due_at')
      .limit(atOnce)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { renewal_id: renewalId, about: letter } of due) {
      await transaction
        .updateTable('renewal_letters')
        .set({ queued_at: at })
        .where('renewal_id', '=', renewalId)
        .where('about', '=', letter)
        .execute();
      await jobs.enqueue('send-renewal-letter', { about: 'renewal', renewalId, letter }, transaction);
    }
    return due.length;
  });
  if (queued > 0) jobs.wake('send-renewal-letter');
}

/** Renewals that we have known to be paid, and not extended, for so long that their customers ask themselves. */
async function noteSlowOnes({ database, now }: Context): Promise<void> {
  const about: RenewalLetter = 'still-extending';
  await database
    .insertInto('renewal_letters')
    .columns(['renewal_id', 'about', 'due_at'])
    .expression((from) =>
      from
        .selectFrom('renewals')
        .select([
          'renewal_id',
          sql.lit(about).as('about'),
          sql<Date>`${new Date(now())}::timestamptz`.as('due_at'),
        ])
        .where('status', 'in', ['paid', 'extending'])
        .where('updated_at', '<=', new Date(now() - patienceMs)),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
