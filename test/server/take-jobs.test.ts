import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeJobs } from '../../packages/server/src/take-jobs.ts';
import { until } from './shop/until.ts';

test('a job that never ends gives its place back once its time is over, and is tried again later', async (t) => {
  const waiting = [
    { id: 'hangs', data: { hangs: true } },
    { id: 'ends', data: { hangs: false } },
  ];
  const [completed, failed]: [string[], string[]] = [[], []];
  const boss: Parameters<typeof takeJobs>[0] = {
    fetch: (_queue: string, options?: { batchSize?: number }) =>
      Promise.resolve(waiting.splice(0, options?.batchSize) as never),
    complete: (_queue: string, ids: string | string[]) => {
      completed.push(...[ids].flat());
      return Promise.resolve({ jobs: [], requested: 0, affected: 0 });
    },
    fail: (_queue: string, ids: string | string[]) => {
      failed.push(...[ids].flat());
      return Promise.resolve({ jobs: [], requested: 0, affected: 0 });
    },
  };
  const taking = { queue: 'settle', atOnce: 1, everyMs: 10, expireInSeconds: 0.1, onError: () => undefined };
  const never = new Promise<void>(() => undefined);
  const taker = takeJobs(boss, taking, (data) =>
    'hangs' in data && data.hangs === true ? never : Promise.resolve(),
  );
  t.after(() => taker.stop(10));
  await until('the job behind it has ended', async () => completed.length > 0);
  assert.deepEqual({ completed, failed }, { completed: ['ends'], failed: ['hangs'] });
});
