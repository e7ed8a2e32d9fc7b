import { createRenewalServer, localSupplier, mailboxMailer, type RenewalServer } from '@leb-renew/server';
import { sandboxGateway } from '@leb-renew/server/sandbox';
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { lineTo } from './health/line.ts';
import { emptyDatabase, query } from './shop/cluster.ts';
import { openShop, seller, type Shop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

interface Health {
  readonly status: number;
  readonly detail: string | undefined;
}

async function healthOf(answer: Promise<Response>): Promise<Health> {
  const response = await answer;
  const { detail } = (await response.json()) as { detail?: string };
  return { status: response.status, detail };
}

const ready = (shop: Shop) => healthOf(fetch(`${shop.url}/readyz`));

/** Nobody gets in, and whoever was in is thrown out. */
async function takeAway(shop: Shop): Promise<() => Promise<unknown>> {
  const at = new URL(shop.databaseUrl);
  const name = at.pathname.slice(1);
  const elsewhere = Object.assign(at, { pathname: '/postgres' }).href;
  const allow = (allowed: boolean) =>
    query(elsewhere, `alter database ${name} allow_connections ${String(allowed)}`);
  await allow(false);
  await query(elsewhere, 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  return () => allow(true);
}

async function serverOn(t: TestContext, databaseUrl: string): Promise<RenewalServer> {
  const log = () => undefined;
  const server = createRenewalServer({
    databaseUrl,
    publicUrl: 'http://localhost/renewal',
    allowedOrigins: ['https://shop.example'],
    payments: sandboxGateway({ baseUrl: 'http://127.0.0.1:1', secretKey: 'none', noticeSecret: 'none' }),
    supplier: localSupplier({ databaseUrl, log }),
    mailer: mailboxMailer({ databaseUrl, log }),
    seller,
    secret: 'a secret of the test that has enough characters',
    log,
  });
  t.after(() => server.stop());
  return server;
}

describe('A server', () => {
  test('is up from the first moment, and ready from start to stop', async (t) => {
    const server = await serverOn(t, await emptyDatabase());
    const ask = (path: string) => healthOf(server.fetch(new Request(`http://localhost/renewal${path}`)));
    const notRunning = { status: 503, detail: 'The server has not started yet, or was stopped.' };
    assert.deepEqual(await ask('/readyz'), notRunning);
    const starting = server.start();
    assert.deepEqual(await ask('/readyz'), notRunning);
    assert.equal((await ask('/healthz')).status, 200);
    await starting;
    assert.equal((await ask('/readyz')).status, 200);
    await server.stop();
    assert.deepEqual(await ask('/readyz'), notRunning);
    assert.equal((await ask('/healthz')).status, 200);
  });

  test('is not ready while its database is away, stays up, and is itself again when it is back', async (t) => {
    const shop = await openShop(t);
    assert.equal((await ready(shop)).status, 200);
    const giveBack = await takeAway(shop);
    assert.deepEqual(await ready(shop), { status: 503, detail: 'The database does not answer.' });
    assert.equal((await fetch(`${shop.url}/readyz`)).headers.get('retry-after'), '2');
    assert.equal((await fetch(`${shop.url}/healthz`)).status, 200);
    const { status, problem } = await shop.call('signIn', { body: { email: 'a@b.example', password: 'x' } });
    assert.deepEqual([status, problem?.code], [503, 'unavailable']);

    await giveBack();
    await until('it is ready', async () => (await ready(shop)).status === 200);
    const token = await shop.signIn();
    const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
    await shop.pay(begun, 'approve');
    await shop.reaches(begun, 'renewed');
  });

  test('does not wait for a database that has fallen silent', async (t) => {
    const line = await lineTo(t, await emptyDatabase());
    const server = await serverOn(t, line.url);
    await server.start();
    t.after(() => line.goOn());
    line.hang();
    const begun = performance.now();
    const ask = () => healthOf(server.fetch(new Request('http://localhost/renewal/readyz')));
    const answers = await Promise.all(Array.from({ length: 50 }, ask));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([503]));
    assert.ok(performance.now() - begun < 5_000);
    line.goOn();
    await until('it is ready', async () => (await ask()).status === 200);
  });

  test('asks its database once for all who ask at once', async (t) => {
    const line = await lineTo(t, await emptyDatabase());
    const server = await serverOn(t, line.url);
    await server.start();
    const ask = () => server.fetch(new Request('http://localhost/renewal/readyz'));
    for (const round of [1, 2]) {
      await Promise.all(Array.from({ length: 50 }, ask));
      assert.equal(line.sent('select 1\0'), round);
    }
  });

  test('tells its health to whoever asks, and to no page', async (t) => {
    const shop = await openShop(t);
    for (const path of ['/healthz', '/readyz']) {
      const response = await fetch(shop.url + path, { headers: { origin: new URL(shop.url).origin } });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
      assert.equal(response.headers.get('cache-control'), 'no-store');
    }
  });
});
