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

/** Asks for the provider’s page, as the form does before it leaves. */
async function leave({ leaveUrl, clientSecret }: SandboxHandoffData, returnUrl: string) {
  assert.ok(leaveUrl !== undefined);
  const answer = await confirm(leaveUrl, { clientSecret, method: 'paypal', returnUrl });
  return { status: answer.status, url: answer.ok ? ((await answer.json()) as { url: string }).url : '' };
}
const shopPage = (shop: Shop): string => `${new URL(shop.url).origin}/account?tab=cards`;
const decide = (url: string, answer: string) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ answer }), redirect: 'manual' });

test('a wallet is paid on the provider’s page, which leads back to the shop', async (t) => {
  const shop = await openShop(t);
  const paid = await payment(shop);
  const { begun, paymentId, clientSecret } = paid;
  const { url } = await leave(paid, shopPage(shop));
  assert.ok(!url.includes(clientSecret));
  const page = await fetch(url);
  const policy = page.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.ok(policy.includes(`form-action 'self' ${new URL(shop.url).origin};`), policy);
  const text = await page.text();
  for (const words of ['PayPal (test)', 'Test payment · no money moves', 'US$84.00'])
    assert.ok(text.includes(words), `the page does not say ${words}`);

  const back = await decide(url, 'pay');
  assert.equal(back.status, 303);
  const address = new URL(back.headers.get('location') ?? '');
  assert.equal(address.origin + address.pathname, `${new URL(shop.url).origin}/account`);
  assert.deepEqual(Object.fromEntries(address.searchParams), {
    tab: 'cards',
    payment_intent: paymentId,
    payment_intent_client_secret: clientSecret,
    redirect_status: 'succeeded',
  });
  await shop.reaches(begun, 'renewed');
});

test('a wallet that is not paid leads back as well, and the payment stays open', async (t) => {
  const shop = await openShop(t);
  const paid = await payment(shop);
  const { begun } = paid;
  const { url } = await leave(paid, shopPage(shop));
  const back = await decide(url, 'cancel');
  assert.equal(new URL(back.headers.get('location') ?? '').searchParams.get('redirect_status'), 'failed');
  const open = await shop.renewal(begun, '?refresh=1');
  assert.equal(open.status === 'awaiting-payment' && open.lastProblem?.code, 'payment-cancelled');
  await decide(url, 'pay');
  await shop.reaches(begun, 'renewed');
  assert.equal(
    new URL((await decide(url, 'cancel')).headers.get('location') ?? '').searchParams.get('redirect_status'),
    'succeeded',
    'too late to cancel',
  );
});

test('the provider’s page opens to whoever was sent there, and leads nobody where the shop is not', async (t) => {
  const shop = await openShop(t);
  const paid = await payment(shop);
  const { origin } = new URL(shop.url);
  for (const elsewhere of [
    'https://evil.example/',
    `${origin}@evil.example/`,
    'javascript:alert(1)',
    '/account',
  ])
    assert.equal((await leave(paid, elsewhere)).status, 400, elsewhere);

  const { paymentId, clientSecret, leaveUrl = '' } = paid;
  const { url } = await leave(paid, shopPage(shop));
  const guess = { clientSecret: 'cs_guess', method: 'paypal', returnUrl: shopPage(shop) };
  assert.equal((await confirm(leaveUrl, guess)).status, 404);
  assert.equal((await confirm(leaveUrl, { ...guess, clientSecret, method: 'cash' })).status, 400);
  const changed = (name: string, value: string) => {
    const other = new URL(url);
    other.searchParams.set(name, value);
    return other.href;
  };
  for (const other of [
    changed('pass', 'guess'),
    changed('method', 'alipay'),
    changed('method', 'cash'),
    changed('return', `${origin}/elsewhere`),
    changed('return', 'https://evil.example/'),
    url.replace(paymentId, 'pay_nobody'),
    url.replace(/\?.*/, ''),
  ])
    for (const answer of [await fetch(other), await decide(other, 'pay')])
      assert.deepEqual([answer.status, await answer.text()], [404, 'There is no such page.'], other);
  const [row] = await query<{ status: string }>(
    shop.databaseUrl,
    'select status from sandbox_provider.payments',
  );
  assert.equal(row?.status, 'requires_payment_method');
});
