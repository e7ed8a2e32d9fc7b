import type { Context } from './context.ts';
import { endUnpaid } from './end-unpaid.ts';
import { settle } from './settle.ts';

/** How long news may take by themselves before somebody looks after them. */
const quietMs = 30_000;
const atOnce = 200;

/** Looks after everything that is not final: a lost notice costs a minute, not a customer. */
export async function sweep(context: Context): Promise<void> {
  await settleUnpaid(context);
  await resumePaid(context, quietMs);
  await resendConfirmations(context);
}

/** Queues what was paid and not extended when the process ended. Harmless where it is queued already. */
export async function resumePaid({ database, jobs, now }: Context, olderThanMs = 0): Promise<void> {
  const rows = await database
    .selectFrom('renewals')
    .select('renewal_id')
    .where('status', 'in', ['paid', 'extending'])
    .where('updated_at', '<=', new Date(now() - olderThanMs))
    .limit(atOnce)
    .execute();
  for (const { renewal_id: renewalId } of rows) await jobs.enqueue('fulfil', { renewalId });
}

async function settleUnpaid(context: Context): Promise<void> {
  const rows = await context.database
    .selectFrom('renewals')
    .select(['renewal_id', 'payment_ref'])
    .where('holds_card', '=', true)
    .where('rank', '=', 0)
    .orderBy('updated_at')
    .limit(atOnce)
    .execute();
  for (const { renewal_id: renewalId, payment_ref: ref } of rows) {
    try {
      if (ref !== null) await settle(context, ref);
      await endUnpaid(context, renewalId);
    } catch (error) {
      // One that fails must not keep the others waiting; the next sweep comes to it again.
      context.log({ level: 'error', event: 'sweep.failed', renewalId, error });
    }
  }
}

async function resendConfirmations({ database, jobs, now }: Context): Promise<void> {
  const rows = await database
    .selectFrom('renewals')
    .select('renewal_id')
    .where('status', '=', 'renewed')
    .where('sent_to', 'is', null)
    .where('renewed_at', '<=', new Date(now() - quietMs))
    .limit(atOnce)
    .execute();
  for (const { renewal_id: renewalId } of rows) await jobs.enqueue('send-confirmation', { renewalId });
}
