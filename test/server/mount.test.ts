import { getRequestListener } from '@hono/node-server';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { filledDatabase } from './bin/filled-database.ts';
import { inExpress } from './mount/express.ts';
import { nextHost } from './mount/next/host.ts';
import { underNode } from './mount/node.ts';
import { withTestPayments } from './mount/test-payments.ts';
import { createCaller } from './shop/caller.ts';
import { openShop, type Shop } from './shop/open-shop.ts';

const hosts: Readonly<Record<string, (shop: Shop) => Promise<Server>>> = {
  'under Node': async ({ server }) => underNode(server),
  'inside an Express app': async ({ server }) => inExpress(server),
  'inside a route handler of a Next.js kind of host': async ({ server }) => {
    globalThis.renewals = server;
    return nextHost(await import('./mount/next/route.ts'), '/renewal');
  },
};

async function setup(t: TestContext, host: (shop: Shop) => Promise<Server>) {
  const shop = await openShop(t);
  const http = await host(shop);
  if (!http.listening) await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise((resolve) => (http.close(resolve), http.closeAllConnections())));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return { shop, origin, url: `${origin}/renewal` };
}

describe('The server kit', () => {
  for (const [where, host] of Object.entries(hosts)) {
    test(`renews a card and keeps its own rules ${where}`, async (t) => {
      const { shop, origin, url } = await setup(t, host);
      await renewsACard(shop, url);
      await keepsItsRules(shop, url);
      if (where !== 'under Node') assert.equal(await (await fetch(origin)).text(), 'the shop itself');
    });
  }
});

test('The server kit takes test payments from the provider beside it', async (t) => {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const databaseUrl = await filledDatabase();
  const { shop, start, stop } = withTestPayments(databaseUrl, url);
  const answer = getRequestListener(shop.fetch);
  http.on('request', (request, response) => void answer(request, response));
  t.after(async () => {
    await stop();
    await new Promise((resolve) => (http.close(resolve), http.closeAllConnections()));
  });
  await start();
  await renewsACard(createCaller(`${url}/renewal`), `${url}/renewal`);
});

/** From sign-in to receipt and sign-out. */
async function renewsACard(shop: Pick<Shop, 'pay'>, url: string): Promise<void> {
  const caller = createCaller(url);
  const token = await caller.signIn();
  const quote = await caller.quote(token);
  const begun = await caller.begin(token, quote.quoteId);
  await shop.pay(begun, 'approve');
  await caller.reaches(begun, 'renewed');
  const path = { renewalId: begun.renewalId };
  const receipt = await caller.get<{ total: unknown }>('receipt', { path, token });
  assert.deepEqual(receipt.total, quote.total);
  await caller.get('signOut', { token });
  assert.equal(await caller.refused('cards', { token }), 'not-signed-in');
}

/** Preflights, methods, sizes, broken bodies, health and docs. */
async function keepsItsRules(shop: Shop, url: string): Promise<void> {
  const { origin } = new URL(shop.url);
  const headers = { origin, 'access-control-request-method': 'POST' };
  const preflight = await fetch(`${url}/quotes`, { method: 'OPTIONS', headers });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-origin'), origin);
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(10_000))),
  });
  const posting = { method: 'POST', body: endless, duplex: 'half' } as RequestInit;
  assert.equal((await fetch(`${url}/session`, posting)).status, 413);
  assert.equal(await createCaller(url).refused('signIn', { body: '{"email":' }), 'malformed-json');
  assert.equal((await fetch(`${url}/nothing`)).status, 404);
  assert.equal((await fetch(`${url}/session`, { method: 'PUT' })).status, 405);
  for (const path of ['/healthz', '/readyz', '/docs', '/openapi.json'])
    assert.equal((await fetch(url + path)).status, 200, path);
  assert.equal((await fetch(`${url}/healthz`, { method: 'HEAD' })).status, 200);
}

describe('docs/server.md', () => {
  const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
  const flat = (text: string) => text.replaceAll(/^[ \t]+/gm, '').trim();
  const sources = ['node', 'express', 'test-payments', 'next/renewals', 'next/route'].map((name) =>
    flat(read(`./mount/${name}.ts`)),
  );
  const plans = flat(read('./plan-names.test.ts'));
  const samples = [...read('../../docs/server.md').matchAll(/```ts\n(.*?)\n```/gs)].map(([, text]) =>
    flat(text!),
  );

  test('shows samples of every host and of a plan, cut out of what tests run', () => {
    for (const sample of samples)
      assert.ok(
        [...sources, plans].some((source) => source.includes(sample)),
        `not in what is run:\n${sample}`,
      );
    for (const source of sources)
      assert.ok(
        samples.some((sample) => source.includes(sample)),
        source,
      );
  });
});
