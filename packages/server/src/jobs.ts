import { fromKysely, PgBoss } from 'pg-boss';
import { discreetError } from './discreet.ts';
import type { Log } from './log.ts';
import type { LetterOrder, RenewalLetterOrder } from './mail/port.ts';
import type { ReminderOrder } from './reminders/order.ts';
import type { DatabaseTransaction, Store } from './store/database.ts';
import { jobsSchema } from './store/schema.ts';
import type { Telemetry } from './telemetry.ts';
import { takeJobs, type Taker } from './take-jobs.ts';

/** Work that must happen after what was decided, also when the process dies in between. */
export interface JobData {
  /** Ask the provider about a payment and apply what it says. */
  settle: { ref: string };
  /** Have the supplier extend a paid card. */
  fulfil: { renewalId: string };
  'send-confirmation': { renewalId: string };
  'send-letter': LetterOrder;
  /** Apart, as one that waits for a payment provider must keep no sign-in code waiting. */
  'send-renewal-letter': RenewalLetterOrder;
  'send-reminder': ReminderOrder;
  /** Ask the supplier about the card of this reference. */
  'read-card': { card: string };
  /** Look after everything that is not final. */
  sweep: Record<string, never>;
  /** Look for cards whose owners are to be reminded of their end. */
  remind: Record<string, never>;
}
export type JobName = keyof JobData;

export type JobHandlers = { [Name in JobName]: (data: JobData[Name], signal: AbortSignal) => Promise<void> };

export interface Jobs {
  start(handlers: JobHandlers): Promise<void>;
  /** Ends what runs, which is tried again by the next start. */
  stop(): Promise<void>;
  /** With a transaction, the job exists if and only if the transaction commits. Runs `afterSeconds` at the earliest. */
  enqueue<Name extends JobName>(
    name: Name,
    data: JobData[Name],
    transaction?: DatabaseTransaction,
    afterSeconds?: number,
  ): Promise<void>;
  /** Many letters in one statement. */
  enqueueAll<Name extends 'send-reminder'>(
    name: Name,
    list: readonly JobData[Name][],
    transaction: DatabaseTransaction,
  ): Promise<void>;
  /** Queues it unless the same is queued and, if asked, unless it seems to run. */
  requeue<Name extends JobName>(name: Name, data: JobData[Name], orActive: boolean): Promise<void>;
  /** Saves the wait for the next look at the queue. Call after the commit. */
  wake(name: JobName): void;
}

/** Seconds. A job is given up by a process that died after `expire`; tries back off from `retryDelay` to `retryDelayMax`. */
const queue = {
  expireInSeconds: 300,
  retryLimit: 20,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  deleteAfterSeconds: 24 * 3600,
};
/** No sweep looks after letters: they are tried for a day. */
const letters: ReadonlySet<JobName> = new Set(['send-letter', 'send-renewal-letter', 'send-reminder']);
const queueOf = (name: JobName) => (letters.has(name) ? { ...queue, retryLimit: 1440 } : queue);
/** One waiting job per key is enough, except to settle: what runs may have asked before the news. Each letter is its own. */
const policyOf = (name: JobName): 'standard' | 'short' =>
  name === 'settle' || letters.has(name) ? 'standard' : 'short';
const keyOf = (data: JobData[JobName]): string | undefined =>
  'renewalId' in data ? data.renewalId : 'card' in data ? data.card : undefined;
/** After this, a job that is said to run may belong to a process that died. Seconds. */
const doubtAfter = 60;
const waiting = `select 1 from ${jobsSchema}.job where name = $1 and singleton_key = $2
  and (state in ('created', 'retry')
    or ($3 and state = 'active' and started_on > now() - interval '${doubtAfter} seconds')) limit 1`;
/** Between two looks at a queue, ms: for what another process has queued. */
const everyMs = 500;
/** Jobs that run at once in a process. Letters hold a connection to the database while the mail server is talking. */
const atOnce = {
  settle: 16,
  fulfil: 16,
  'send-confirmation': 4,
  'send-letter': 4,
  'send-renewal-letter': 4,
  'send-reminder': 2,
  'read-card': 2,
  sweep: 1,
  remind: 1,
};
/** How long `stop` waits for jobs that were told to end. */
const patienceMs = 5_000;
/** Where jobs wait for a person after their last try; null for those that come again by themselves. */
export const deadLettersOf = (name: JobName): string | null =>
  name === 'read-card' || name === 'sweep' || name === 'remind' ? null : `${name}.dead`;
const day = 24 * 3600;
/** Until somebody has dealt with it, ten years if need be; a letter, which may name an address, a month. */
const deadQueueOf = (name: JobName) => ({
  retentionSeconds: (letters.has(name) ? 30 : 3_650) * day,
  deleteAfterSeconds: 0,
});
export const jobNames: readonly JobName[] = [
  'settle',
  'fulfil',
  'send-confirmation',
  'send-letter',
  'send-renewal-letter',
  'send-reminder',
  'read-card',
  'sweep',
  'remind',
];

export function createJobs(store: Store, log: Log, telemetry: Telemetry): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.pool.query(text, values) },
    schema: jobsSchema,
  });
  boss.on('error', (error) => log({ level: 'error', event: 'jobs.error', error }));
  const takers = new Map<JobName, Taker>();
  let opened: Promise<unknown> | null = null;
  const open = () =>
    (opened ??= boss.start().catch((error: unknown) => {
      opened = null;
      throw error;
    }));

  return {
    async start(handlers) {
      await open();
      for (const name of jobNames) {
        const deadLetter = deadLettersOf(name);
        if (deadLetter !== null) await boss.createQueue(deadLetter, deadQueueOf(name));
        await boss.createQueue(name, { ...queueOf(name), policy: policyOf(name) });
        // A queue that an earlier version made is not made again, and keeps its policy.
        await boss.updateQueue(name, { ...queueOf(name), ...(deadLetter !== null && { deadLetter }) });
        takers.set(name, listen(name, handlers[name]));
      }
      await boss.schedule('sweep', '* * * * *');
      await boss.schedule('remind', '*/5 * * * *');
    },
    async stop() {
      await Promise.all([...takers.values()].map((taker) => taker.stop(patienceMs)));
      await boss.stop({ graceful: false });
    },
    enqueue: send,
    async enqueueAll(name, list, transaction) {
      await open();
      await boss.insert(
        name,
        list.map((data) => ({ data })),
        { db: fromKysely(transaction) },
      );
    },
    async requeue(name, data, orActive) {
      const { rows } = await store.pool.query(waiting, [name, keyOf(data), orActive]);
      if (rows.length === 0) await send(name, data);
    },
    wake(name) {
      takers.get(name)?.wake();
    },
  };

  async function send<Name extends JobName>(
    name: Name,
    data: JobData[Name],
    transaction?: DatabaseTransaction,
    afterSeconds = 0,
  ): Promise<void> {
    // The desk may queue for a server that it does not start.
    await open();
    const singletonKey = keyOf(data);
    await boss.send(name, data, {
      ...(singletonKey === undefined ? {} : { singletonKey }),
      ...(afterSeconds === 0 ? {} : { startAfter: afterSeconds }),
      ...(transaction === undefined ? {} : { db: fromKysely(transaction) }),
    });
  }

  function listen<Name extends JobName>(name: Name, handle: JobHandlers[Name]): Taker {
    const taking = {
      queue: name,
      atOnce: atOnce[name],
      everyMs,
      expireInSeconds: queue.expireInSeconds,
      onError: (error: unknown) => {
        log({ level: 'error', event: 'jobs.error', error });
      },
    };
    return takeJobs(boss, taking, async (data, signal) => {
      try {
        await telemetry.job(name, () => handle(data as JobData[Name], signal));
      } catch (error) {
        if (!signal.aborted) log({ level: 'warn', event: `jobs.${name}.again`, error });
        // What is thrown here is kept with the job.
        throw Object.assign(new Error(), discreetError(error));
      }
    });
  }
}
