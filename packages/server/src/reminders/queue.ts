import type { Context } from '../renewals/context.ts';
import { stillDue } from './still-due.ts';

const atOnce = 1_000;

/**
 * Queues the reminders that are due: noted and queued together, or not at all, so that neither a second process nor
 * one that dies sends twice or not at all. Those whose card waits for something come again, as long as they are due.
 */
export async function queueReminders(context: Context, signal?: AbortSignal): Promise<void> {
  while (signal?.aborted !== true && (await queueSome(context)) === atOnce);
}

async function queueSome({ database, jobs, now }: Context): Promise<number> {
  const queued = await database.transaction().execute(async (transaction) => {
    const due = await stillDue(transaction, now())
      .select(['reminders.card_ref', 'reminders.ends_at', 'reminders.days'])
      .where('queued_at', 'is', null)
      .orderBy('due_at')
      .limit(atOnce)
      .forUpdate('reminders')
      .skipLocked()
      .execute();
    if (due.length === 0) return 0;
    await transaction
      .updateTable('reminders')
      .set({ queued_at: new Date(now()) })
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('card_ref', 'ends_at', 'days'),
          'in',
          due.map(({ card_ref, ends_at, days }) => tuple(card_ref, ends_at, days)),
        ),
      )
      .execute();
    await jobs.enqueueAll(
      'send-reminder',
      due.map(({ card_ref: cardRef, ends_at, days }) => ({ cardRef, endsAt: ends_at.toISOString(), days })),
      transaction,
    );
    return due.length;
  });
  if (queued > 0) jobs.wake('send-reminder');
  return queued;
}
