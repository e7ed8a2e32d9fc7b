import type { Renewal, SandboxHandoffData } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from './shop/cluster.ts';
import { openShop, type Shop } from './shop/open-shop.ts';

async function payment(shop: Shop): Promise<SandboxHandoffData & { begun: Renewal }> {
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  assert.ok(begun.status === 'awaiting-payment');
  assert.deepEqual(
    [begun.handoff.provider, begun.handoff.livemode, begun.handoff.amount],
    ['sandbox', false, begun.quote.total],
  );
  return { ...(begun.handoff.data as SandboxHandoffData), begun };
}
const confirm = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('confirming twice and twenty times at once takes the money once', async (t) => {
  const shop = await openShop(t);
  const { confirmUrl, clientSecret, begun } = await payment(shop);
  const wish = { clientSecret, method: 'card', scenario: 'approve' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => confirm(confirmUrl, wish).then((answer) => answer.json())),
  );
  for (const answer of answers) assert.deepEqual(answer, { state: 'succeeded', problemCode: null });
  const told = await query(
    shop.databaseUrl,
    `select 1 from sandbox_provider.notices where body like '%succeeded%'`,
  );
  assert.equal(told.length, 1);
  await shop.reaches(begun, 'renewed');
  assert.deepEqual(await (await confirm(confirmUrl, { ...wish, scenario: 'payment-declined' })).json(), {
    state: 'succeeded',
    problemCode: null,
  });
});

test('who does not know the payment’s secret cannot pay it or learn of it', async (t) => {
  const shop = await openShop(t);
  const { confirmUrl, paymentId, clientSecret } = await payment(shop);
  const wish = { clientSecret: 'cs_guess', method: 'card', scenario: 'approve' };
  const known = await confirm(confirmUrl, wish);
  const unknown = await confirm(confirmUrl.replace(paymentId, 'pay_nobody'), { ...wish, clientSecret });
  assert.deepEqual([known.status, await known.text()], [unknown.status, await unknown.text()]);
  assert.equal(known.status, 404);
  for (const authorization of ['', 'Bearer guess', `Bearer ${clientSecret}`]) {
    const base = confirmUrl.slice(0, confirmUrl.indexOf('/payments'));
    for (const [method, path] of [
      ['GET', `/payments/${paymentId}`],
      ['POST', `/payments/${paymentId}/cancel`],
      ['POST', '/payments'],
    ] as const) {
      assert.equal(
        (await fetch(base + path, { method, headers: { authorization } })).status,
        401,
        `${method} ${path}`,
      );
    }
  }
});

test('an unknown scenario or method is refused and changes nothing', async (t) => {
  const shop = await openShop(t);
  const { confirmUrl, clientSecret } = await payment(shop);
  for (const wish of [
    { clientSecret, method: 'card', scenario: 'win-the-lottery' },
    { clientSecret, method: 'cash', scenario: 'approve' },
    { clientSecret, method: 'card', scenario: 'approve', amount: 1 },
    {},
  ]) {
    assert.equal((await confirm(confirmUrl, wish)).status, 400);
  }
  const [row] = await query<{ status: string }>(
    shop.databaseUrl,
    'select status from sandbox_provider.payments',
  );
  assert.equal(row?.status, 'requires_payment_method');
});

test('only the shop’s own pages may confirm from a browser', async (t) => {
  const shop = await openShop(t);
  const { confirmUrl } = await payment(shop);
  const own = new URL(shop.url).origin;
  const allowed = async (origin: string) =>
    (
      await fetch(confirmUrl, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      })
    ).headers.get('access-control-allow-origin');
  assert.deepEqual([await allowed(own), await allowed('https://evil.example')], [own, null]);
});

test('the server’s answers carry the browser’s secret and no other', async (t) => {
  const shop = await openShop(t);
  const { begun } = await payment(shop);
  assert.doesNotMatch(JSON.stringify(begun), /sk_sandbox|notices-of-the-test/);
});
