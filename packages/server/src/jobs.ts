import { setTimeout as delay } from 'node:timers/promises';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Log } from './log.ts';
import type { LetterOrder } from './mail/port.ts';
import type { DatabaseTransaction, Store } from './store/database.ts';
import { jobsSchema } from './store/schema.ts';

/** Work that must happen after what was decided, also when the process dies in between. */
export interface JobData {
  /** Ask the provider about a payment and apply what it says. */
  settle: { ref: string };
  /** Have the supplier extend a paid card. */
  fulfil: { renewalId: string };
  'send-confirmation': { renewalId: string };
  'send-letter': LetterOrder;
  /** Look after everything that is not final. */
  sweep: Record<string, never>;
}
export type JobName = keyof JobData;

export type JobHandlers = { [Name in JobName]: (data: JobData[Name], signal: AbortSignal) => Promise<void> };

export interface Jobs {
  start(handlers: JobHandlers): Promise<void>;
  /** Ends what runs, which is tried again by the next start. */
  stop(): Promise<void>;
  /** With a transaction, the job exists if and only if the transaction commits. */
  enqueue<Name extends JobName>(
    name: Name,
    data: JobData[Name],
    transaction?: DatabaseTransaction,
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
const queueOf = (name: JobName) => (name === 'send-letter' ? { ...queue, retryLimit: 1440 } : queue);
/** One waiting job per key is enough, except to settle: what runs may have asked before the news. Each letter is its own. */
const policyOf = (name: JobName): 'standard' | 'short' =>
  name === 'settle' || name === 'send-letter' ? 'standard' : 'short';
const keyOf = (data: JobData[JobName]): string | undefined =>
  'renewalId' in data ? data.renewalId : undefined;
/** After this, a job that is said to run may belong to a process that died. Seconds. */
const doubtAfter = 60;
const waiting = `select 1 from ${jobsSchema}.job where name = $1 and singleton_key = $2
  and (state in ('created', 'retry')
    or ($3 and state = 'active' and started_on > now() - interval '${doubtAfter} seconds')) limit 1`;
const pollingIntervalSeconds = 0.5;
/** How long `stop` waits for jobs that were told to end. */
const patienceMs = 5_000;
const names: readonly JobName[] = ['settle', 'fulfil', 'send-confirmation', 'send-letter', 'sweep'];

export function createJobs(store: Store, log: Log): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.pool.query(text, values) },
    schema: jobsSchema,
  });
  boss.on('error', (error) => log({ level: 'error', event: 'jobs.error', error }));
  const workers = new Map<JobName, string>();
  const stopping = new AbortController();

  return {
    async start(handlers) {
      await boss.start();
      for (const name of names) {
        await boss.createQueue(name, { ...queueOf(name), policy: policyOf(name) });
        workers.set(name, await listen(name, handlers[name]));
      }
      await boss.schedule('sweep', '* * * * *');
    },
    async stop() {
      stopping.abort();
      const ended = Promise.all(names.map((name) => boss.offWork(name, { wait: true })));
      await Promise.race([ended, delay(patienceMs, undefined, { ref: false })]);
      // What still runs is handed to the next start.
      await boss.stop({ graceful: false });
    },
    enqueue: send,
    async requeue(name, data, orActive) {
      const { rows } = await store.pool.query(waiting, [name, keyOf(data), orActive]);
      if (rows.length === 0) await send(name, data);
    },
    wake(name) {
      const worker = workers.get(name);
      if (worker !== undefined) boss.notifyWorker(worker);
    },
  };

  async function send<Name extends JobName>(
    name: Name,
    data: JobData[Name],
    transaction?: DatabaseTransaction,
  ): Promise<void> {
    const singletonKey = keyOf(data);
    await boss.send(name, data, {
      ...(singletonKey === undefined ? {} : { singletonKey }),
      ...(transaction === undefined ? {} : { db: fromKysely(transaction) }),
    });
  }

  function listen<Name extends JobName>(name: Name, handle: JobHandlers[Name]): Promise<string> {
    return boss.work<JobData[Name]>(
      name,
      { pollingIntervalSeconds, localConcurrency: name === 'sweep' ? 1 : 2 },
      async ([job]) => {
        if (job === undefined) return;
        const signal = AbortSignal.any([job.signal, stopping.signal]);
        try {
          await handle(job.data, signal);
        } catch (error) {
          if (!signal.aborted) log({ level: 'warn', event: `jobs.${name}.again`, error });
          throw error;
        }
      },
    );
  }
}
