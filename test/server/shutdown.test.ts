import type { SandboxHandoffData } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { request as ask } from 'node:http';
import { test, type TestContext } from 'node:test';
import pg from 'pg';
import { keyFor } from '../../packages/server/src/keys.ts';
import { enough, run } from './bin/command.ts';
import { filledDatabase } from './bin/filled-database.ts';
import { nobodyListens } from './bin/nobody-listens.ts';
import { createCaller } from './shop/caller.ts';
import { query } from './shop/cluster.ts';
import { sendNotice } from './shop/notice.ts';
import { until } from './shop/until.ts';

/** A running command with a fulfilment and a notice that wait for a lock of ours, and a request that is half sent. */
async function caughtAtWork(t: TestContext) {
  const databaseUrl = await filledDatabase();
  const settings = { ...enough, DATABASE_URL: databaseUrl };
  const server = run(t, settings);
  const url = await server.url;
  const caller = createCaller(url);
  const token = await caller.signIn();
  const begun = await caller.begin(token, (await caller.quote(token)).quoteId);
  assert.equal(begun.status, 'awaiting-payment');

  const lock = new pg.Client(databaseUrl);
  await lock.connect();
  t.after(() => lock.end());
  await lock.query('begin; lock table leb_local_supplier.extensions in access exclusive mode');
  const waiting = (count: number) =>
    until(`${count} wait`, async () => {
      const rows = await query(
        databaseUrl,
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length >= count;
    });
  await caller.pay(begun, 'approve');
  await waiting(1);
  await caller.reaches(begun, 'extending');
  await lock.query('lock table leb_renew.notices in exclusive mode');
  const { paymentId } = begun.handoff.data as SandboxHandoffData;
  const notice = sendNotice({ url }, paymentId, {
    secret: keyFor(enough.SECRET, 'sandbox-notices'),
    id: 'msg_late',
  }).then(
    ({ status }) => status,
    () => null,
  );
  await waiting(2);
  const open = ask(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', expect: '100-continue' },
  });
  const answered = new Promise<number | null>((resolve) => {
    open.once('response', ({ statusCode = 0 }) => resolve(statusCode));
    open.once('error', () => resolve(null));
  });
  await new Promise((resolve) => open.once('continue', resolve).flushHeaders());
  return { server, settings, databaseUrl, url, begun, lock, notice, open, answered };
}

test('a server that is told to end in the middle of everything answers, loses nothing and ends well', async (t) => {
  const { server, settings, databaseUrl, url, begun, lock, notice, open, answered } = await caughtAtWork(t);
  server.child.kill('SIGTERM');
  await nobodyListens(new URL(url));
  assert.equal(server.child.exitCode, null);
  await lock.query('rollback');
  open.end(JSON.stringify({ email: 'nobody@example.com', password: 'wrong' }));
  assert.deepEqual([await notice, await answered], [204, 401]);
  assert.equal(await server.ended, 0);

  const next = run(t, settings);
  const caller = createCaller(await next.url);
  await caller.reaches(begun, 'renewed');
  await until('the notice is settled', async () => {
    const late = `select 1 from leb_renew.notices where notice_id = 'msg_late' and settled_at is not null`;
    return (await query(databaseUrl, late)).length === 1;
  });
  assert.equal((await query(databaseUrl, 'select 1 from leb_local_supplier.extensions')).length, 1);
  assert.equal(
    (await query(databaseUrl, 'select 1 from leb_renew.service_periods where renewal_id is not null')).length,
    1,
  );
});

test('a second signal, of either kind, ends it at once, and still loses nothing', async (t) => {
  const { server, settings, databaseUrl, url, begun, lock, notice, answered } = await caughtAtWork(t);
  const killedBy = new Promise((resolve) => server.child.once('exit', (_, signal) => resolve(signal)));
  server.child.kill('SIGINT');
  await nobodyListens(new URL(url));
  assert.equal(server.child.exitCode, null);
  server.child.kill('SIGTERM');
  assert.equal(await killedBy, 'SIGTERM');
  assert.deepEqual([await notice, await answered], [null, null]);
  await lock.query('rollback');

  const next = run(t, settings);
  const caller = createCaller(await next.url);
  await caller.reaches(begun, 'extending');
  // The claim of a process that was killed lasts a minute; nobody waits for that here.
  await query(databaseUrl, 'update leb_renew.fulfilments set claimed_until = null, claimed_by = null');
  await query(
    databaseUrl,
    `update leb_renew_jobs.job set start_after = now() where name = 'fulfil' and state < 'active'`,
  );
  await caller.reaches(begun, 'renewed');
  assert.equal((await query(databaseUrl, 'select 1 from leb_local_supplier.extensions')).length, 1);
});
