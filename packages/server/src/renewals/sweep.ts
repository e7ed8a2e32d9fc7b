import { queueReadings } from '../cards/readings-due.ts';
import type { Context } from './context.ts';
import { endUnpaid } from './end-unpaid.ts';
import { queueLetters } from './letters.ts';
import { refund } from './refund.ts';
import { settle, type Settled } from './settle.ts';

/** How long news may take by themselves before somebody looks after them. */
const quietMs = 30_000;
const atOnce = 200;
/** A bank takes weeks over a dispute. */
const disputeMs = 3_600_000;
/** Payments in a row about which the provider is silent before it counts as down. */
const enough = 3;

/** Looks after everything that is not final: a lost notice costs a minute, not a customer. */
export async function sweep(context: Context, signal?: AbortSignal): Promise<void> {
  await resumePaid(context, quietMs);
  await resendConfirmations(context);
  await queueLetters(context);
  await queueReadings(context);
  for (const round of [unpaid, unsettledNotices, inReview, disputed])
    if (!(await settleAll(context, await round(context), signal))) return;
}

/** Queues what was paid and not extended when the process ended. Harmless where it is queued already. */
export async function resumePaid({ database, jobs, now }: Context, olderThanMs = 0): Promise<void> {
  const rows = await database
    .selectFrom('renewals')
    .select('renewal_id')
    .where('status', 'in', ['paid', 'extending'])
    .where('updated_at', '<=', new Date(now() - olderThanMs))
    .orderBy('updated_at')
    .limit(atOnce)
    .execute();
  // Right after the start, nobody may be at a job that is said to run.
  const orActive = olderThanMs > 0;
  for (const { renewal_id: renewalId } of rows) await jobs.requeue('fulfil', { renewalId }, orActive);
}

async function resendConfirmations({ database, jobs, now }: Context): Promise<void> {
  const rows = await database
    .selectFrom('renewals')
    .select('renewal_id')
    .where('status', '=', 'renewed')
    .where('sent_to', 'is', null)
    .where('unsendable', 'is', null)
    .where('renewed_at', '<=', new Date(now() - quietMs))
    .orderBy('renewed_at')
    .limit(atOnce)
    .execute();
  for (const { renewal_id: renewalId } of rows) await jobs.requeue('send-confirmation', { renewalId }, true);
}

/** One thing to ask the provider about. */
interface Open {
  /** For the log. */
  readonly name: string;
  look(): Promise<Settled>;
}

/** False when there is no use in going on: the provider is down, or the process ends. */
async function settleAll(
  context: Context,
  open: readonly Open[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let inARow = 0;
  for (const { name, look } of open) {
    if (signal?.aborted === true) return false;
    try {
      const settled = await look();
      if (settled === 'refused')
        context.log({ level: 'error', event: 'sweep.payment-unreadable', detail: name });
      inARow = settled === 'down' ? inARow + 1 : 0;
      if (settled === 'down') context.log({ level: 'warn', event: 'sweep.provider-down', detail: name });
      // One payment may be the trouble; several in a row are the provider.
      if (inARow === enough) return false;
    } catch (error) {
      // One that fails must not keep the others waiting; the next sweep comes to it again.
      context.log({ level: 'error', event: 'sweep.failed', detail: name, error });
    }
  }
  return true;
}

/**
 * Those not asked about for longest come first: one that the provider never tells about keeps no other waiting. Those of
 * another provider are looked at too, for the time when nobody waits for them any more.
 */
async function unpaid(context: Context): Promise<Open[]> {
  const rows = await context.database
    .selectFrom('renewals')
    .select(['renewal_id', 'payment_ref'])
    .where('holds_card', '=', true)
    .where('rank', '=', 0)
    .orderBy('looked_at', (order) => order.asc().nullsFirst())
    .orderBy('updated_at')
    .limit(atOnce)
    .execute();
  return rows.map(({ renewal_id: renewalId, payment_ref: ref }) => ({
    name: renewalId,
    async look() {
      await noteLook(context, renewalId);
      const settled = ref === null ? 'settled' : await settle(context, ref);
      if (settled === 'settled' || settled === 'elsewhere') await endUnpaid(context, renewalId);
      return settled;
    },
  }));
}

/** Notices that were accepted and whose job has given up. */
async function unsettledNotices(context: Context): Promise<Open[]> {
  const { database, payments, now } = context;
  const rows = await database
    .selectFrom('notices')
    .select(({ fn }) => ['ref', fn.min('received_at').as('first')])
    .where('provider', '=', payments.provider)
    .where('settled_at', 'is', null)
    .where('received_at', '<=', new Date(now() - quietMs))
    .groupBy('ref')
    .orderBy('first')
    .limit(atOnce)
    .execute();
  return rows.map(({ ref }) => ({ name: ref, look: () => settle(context, ref) }));
}

async function noteLook({ database, now }: Context, renewalId: string): Promise<void> {
  await database
    .updateTable('renewals')
    .set({ looked_at: new Date(now()) })
    .where('renewal_id', '=', renewalId)
    .execute();
}

/** What a person looks into may be refunded at the provider, and a refund that was decided is gone on with. Those not looked at for longest come first. */
async function inReview(context: Context): Promise<Open[]> {
  const rows = await context.database
    .selectFrom('renewals')
    .select(['renewal_id', 'payment_ref', 'refund_key'])
    .where('status', 'in', ['review', 'refunding'])
    .orderBy('looked_at', (order) => order.asc().nullsFirst())
    .limit(atOnce)
    .execute();
  return rows.flatMap(({ renewal_id: renewalId, payment_ref: ref, refund_key: key }) =>
    ref === null
      ? []
      : {
          name: renewalId,
          async look() {
            await noteLook(context, renewalId);
            return key === null ? settle(context, ref) : refund(context, renewalId);
          },
        },
  );
}

/** Disputes that were open when they were last heard of: the notice of their end may be lost. */
async function disputed(context: Context): Promise<Open[]> {
  const rows = await context.database
    .selectFrom('renewals')
    .select(['renewal_id', 'payment_ref'])
    .where('dispute', '=', 'open')
    .where(({ eb, or }) =>
      or([eb('looked_at', 'is', null), eb('looked_at', '<=', new Date(context.now() - disputeMs))]),
    )
    .orderBy('looked_at', (order) => order.asc().nullsFirst())
    .limit(atOnce)
    .execute();
  return rows.flatMap(({ renewal_id: renewalId, payment_ref: ref }) =>
    ref === null
      ? []
      : {
          name: renewalId,
          async look() {
            await noteLook(context, renewalId);
            return settle(context, ref);
          },
        },
  );
}
