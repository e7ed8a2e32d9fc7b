import { setTimeout as delay } from 'node:timers/promises';
import { problem } from '@leb-renew/core/contract';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import type { Context } from '../renewals/context.ts';
import { problemResponse } from './problem-response.ts';

/** Whoever asks is usually gone after a second or two. */
const patienceMs = 1_000;

/**
 * For whoever keeps the process alive and sends it requests. `/healthz`: the process answers. `/readyz`: it has
 * started, so that tables and jobs are in place, and the database answers; otherwise 503 with the reason.
 */
export function serveHealth(app: Hono, { database }: Context, isRunning: () => boolean): void {
  let asking: Promise<boolean> | null = null;

  app.get('/healthz', (c) => c.json({ status: 'up' }));
  app.get('/readyz', async (c) => {
    if (!isRunning()) return notReady('The server has not started yet, or was stopped.');
    // However many ask at once, the database is asked once.
    asking ??= askDatabase().finally(() => (asking = null));
    return (await asking) ? c.json({ status: 'ready' }) : notReady('The database does not answer.');
  });

  async function askDatabase(): Promise<boolean> {
    const timer = new AbortController();
    const answered = sql`select 1`.execute(database).then(
      () => true,
      () => false,
    );
    const late = delay(patienceMs, false, { signal: timer.signal }).catch(() => false);
    try {
      return await Promise.race([answered, late]);
    } finally {
      timer.abort();
    }
  }
}

const notReady = (detail: string): Response =>
  problemResponse(problem('unavailable', { detail, retryAfterSeconds: 2 }));
