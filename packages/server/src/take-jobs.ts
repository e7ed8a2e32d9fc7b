import { setTimeout as delay } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';

/** Takes the jobs of one queue until it is stopped. */
export interface Taker {
  /** There is something to take: saves the wait for the next look. */
  wake(): void;
  /** Takes no more and tells those that run; ends when they have, or hands them back after `patienceMs`. */
  stop(patienceMs: number): Promise<void>;
}

export interface Taking {
  readonly queue: string;
  /** Jobs that run at once. A slow one takes one place of them and keeps no other waiting. */
  readonly atOnce: number;
  /** Between two looks when nobody wakes it, ms. */
  readonly everyMs: number;
  /** After which a job is told to end, seconds. */
  readonly expireInSeconds: number;
  readonly onError: (error: unknown) => void;
}

/**
 * pg-boss's own worker ends every job in a round trip of its own, or waits for the slowest of a batch. Here jobs are
 * taken as places become free, and those that end while others are being written down share the next round trip.
 */
export function takeJobs(
  boss: Pick<PgBoss, 'fetch' | 'complete' | 'fail'>,
  { queue, atOnce, everyMs, expireInSeconds, onError }: Taking,
  handle: (data: object, signal: AbortSignal) => Promise<void>,
): Taker {
  const running = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  const complete = together((ids: string[]) => boss.complete(queue, ids));
  let nap = new AbortController();
  const loop = run();

  return {
    wake: () => {
      nap.abort();
    },
    async stop(patienceMs) {
      stopping.abort();
      nap.abort();
      const ended = loop.then(() => Promise.all(running.values()));
      await Promise.race([ended, delay(patienceMs, undefined, { ref: false })]);
      // What still runs is handed to the next start.
      if (running.size > 0) await boss.fail(queue, [...running.keys()], new Error('stopped')).catch(onError);
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      nap = new AbortController();
      const room = atOnce - running.size;
      const jobs = room === 0 ? [] : await fetch(room);
      for (const { id, data } of jobs) {
        const ended = work(id, data).finally(() => {
          running.delete(id);
          // The loop may be waiting for a place.
          if (running.size === atOnce - 1) nap.abort();
        });
        running.set(id, ended);
      }
      if (jobs.length < room || room === 0) await pause();
    }
  }

  async function fetch(batchSize: number) {
    try {
      return await boss.fetch<object>(queue, { batchSize });
    } catch (error) {
      onError(error);
      return [];
    }
  }

  async function work(id: string, data: object): Promise<void> {
    const tooLate = AbortSignal.timeout(expireInSeconds * 1000);
    const signal = AbortSignal.any([stopping.signal, tooLate]);
    try {
      try {
        await Promise.race([handle(data, signal), after(tooLate)]);
      } catch (error) {
        await boss.fail(queue, id, error as object);
        return;
      }
      await complete(id);
    } catch (error) {
      // It was not written down that the job has ended: it expires, and is taken again.
      onError(error);
    }
  }

  function pause(): Promise<void> {
    return delay(everyMs, undefined, { signal: nap.signal }).catch(() => undefined);
  }
}

/** Rejects once it is too late: whoever does not listen to the signal must not keep a place for ever. */
const after = (tooLate: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    tooLate.addEventListener('abort', () => reject(new Error('It did not end in time.')), { once: true });
  });

/** Does for many what is asked for one by one: who asks while it is being done is served by the next round. */
function together(act: (items: string[]) => Promise<unknown>): (item: string) => Promise<void> {
  let waiting: string[] = [];
  let round: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  return (item) => {
    waiting.push(item);
    next ??= round
      .catch(() => undefined)
      .then(async () => {
        const items = waiting;
        [waiting, next] = [[], null];
        await act(items);
      });
    round = next;
    return next;
  };
}
