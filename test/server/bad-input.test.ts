import type { CallName, ProblemCode } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accounts } from './shop/seed.ts';
import { sendNotice } from './shop/notice.ts';
import { openShop } from './shop/open-shop.ts';

test('bad input gets its own problem and changes nothing', async (t) => {
  const shop = await openShop(t);
  const [token, tomsToken] = [await shop.signIn('mira'), await shop.signIn('tom')];
  const { cardRef } = await shop.cardCalled(token, 'LEB Global card');
  const tomsCard = await shop.cardCalled(tomsToken, 'LEB Asia card');
  const quote = await shop.quote(token);
  const begun = await shop.begin(token, quote.quoteId);
  const before = await shop.snapshot();

  const good = { cardRef, planId: 'global-12m', currency: 'USD' };
  const { email } = accounts.mira;
  const rows: [what: string, ProblemCode, status: number, CallName, body: unknown, token: string | null][] = [
    ['a wrong password', 'wrong-credentials', 401, 'signIn', { email, password: 'renew-me-pleasE' }, null],
    [
      'an unknown account',
      'wrong-credentials',
      401,
      'signIn',
      { email: 'nobody@example.com', password: 'x' },
      null,
    ],
    ['no e-mail address', 'invalid-request', 422, 'signIn', { email: 'mira', password: 'x' }, null],
    ['no session', 'not-signed-in', 401, 'quote', good, null],
    ['a session that never was', 'not-signed-in', 401, 'quote', good, 'x'.repeat(32)],
    ['a renewal’s token where a session is needed', 'not-signed-in', 401, 'quote', good, begun.renewalToken],
    ['a code that nobody sent', 'wrong-code', 401, 'verifyCode', { challengeId: 'x', code: '123456' }, null],
    ['an unknown card', 'unknown-card', 404, 'quote', { ...good, cardRef: 'c_nobody' }, token],
    ['somebody else’s card', 'unknown-card', 404, 'quote', { ...good, cardRef: tomsCard.cardRef }, token],
    [
      'a card that is no reference',
      'invalid-request',
      422,
      'quote',
      { ...good, cardRef: "'; drop table cards" },
      token,
    ],
    ['an unknown plan', 'unknown-plan', 404, 'quote', { ...good, planId: 'global-5m' }, token],
    ['a plan of another card', 'plan-not-for-card', 409, 'quote', { ...good, planId: 'asia-12m' }, token],
    ['a currency that is not priced', 'unknown-currency', 422, 'quote', { ...good, currency: 'XAU' }, token],
    ['a currency that is none', 'invalid-request', 422, 'quote', { ...good, currency: 'dollar' }, token],
    [
      'a price sent by the client',
      'invalid-request',
      422,
      'quote',
      { ...good, total: { minor: 1, currency: 'USD', exponent: 2 } },
      token,
    ],
    [
      'a date sent by the client',
      'invalid-request',
      422,
      'quote',
      { ...good, to: '2099-01-01T00:00:00Z' },
      token,
    ],
    ['a number for a word', 'invalid-request', 422, 'quote', { ...good, planId: 12 }, token],
    ['a list', 'invalid-request', 422, 'quote', [good], token],
    ['nothing', 'malformed-json', 400, 'quote', '', token],
    ['half a JSON', 'malformed-json', 400, 'quote', '{"cardRef":"', token],
    [
      'a body of 10 MB',
      'body-too-large',
      413,
      'quote',
      JSON.stringify({ ...good, note: 'x'.repeat(10_000_000) }),
      token,
    ],
    [
      'a body of 10 MB without a session',
      'body-too-large',
      413,
      'signIn',
      JSON.stringify({ email, password: 'x'.repeat(10_000_000) }),
      null,
    ],
    ['an unknown quote', 'unknown-quote', 404, 'begin', { quoteId: 'q_nobody' }, token],
    ['somebody else’s quote', 'unknown-quote', 404, 'begin', { quoteId: quote.quoteId }, tomsToken],
    [
      'a price beside the quote',
      'invalid-request',
      422,
      'begin',
      { quoteId: quote.quoteId, amount: 1 },
      token,
    ],
  ];
  for (const [what, code, status, name, body, as] of rows) {
    const said = await shop.call(name, { body, token: as });
    assert.deepEqual([said.problem?.code, said.status], [code, status], what);
    assert.equal(said.problem?.charged, 'no', what);
  }
  assert.equal(await shop.snapshot(), before);
});

test('an unknown account and a wrong password are answered word for word the same', async (t) => {
  const shop = await openShop(t);
  const [one, two] = await Promise.all([
    shop.call('signIn', { body: { email: accounts.mira.email, password: 'wrong' } }),
    shop.call('signIn', { body: { email: 'nobody@example.com', password: 'wrong' } }),
  ]);
  assert.deepEqual(one.problem, two.problem);
});

test('a wish to reset a password is answered the same for everybody', async (t) => {
  const shop = await openShop(t);
  for (const email of [accounts.mira.email, 'nobody@example.com']) {
    const said = await shop.call('requestReset', { body: { email } });
    assert.deepEqual([said.status, said.problem], [204, null]);
  }
});

test('a body is measured while it arrives, not believed', async (t) => {
  const shop = await openShop(t);
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('x'.repeat(10_000))),
  });
  const response = await fetch(`${shop.url}/session`, {
    method: 'POST',
    body: endless,
    duplex: 'half',
  } as RequestInit);
  assert.equal(response.status, 413);
});

test('a forged, stale, edited or foreign notice is refused and changes nothing', async (t) => {
  const shop = await openShop(t, { noticesTo: 'nowhere' });
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  await shop.pay(begun, 'approve');
  const { paymentId } = (begun as { handoff: { data: { paymentId: string } } }).handoff.data;
  const before = await shop.snapshot();
  const forgeries = {
    unsigned: { signature: null },
    'signed by somebody else': { secret: 'somebody else’s secret' },
    edited: { body: JSON.stringify({ type: 'payment.succeeded', paymentId: 'pay_other' }) },
    stale: { seconds: -600 },
    'from the future': { seconds: 600 },
    'with half a signature': { signature: 'v1,' },
    'with no JSON': { body: 'nonsense' },
  };
  for (const [what, forgery] of Object.entries(forgeries)) {
    const response = await sendNotice(shop, paymentId, forgery);
    assert.equal(response.status, 400, what);
    assert.equal(((await response.json()) as { code: string }).code, 'bad-notice', what);
  }
  assert.equal((await sendNotice(shop, paymentId, { provider: 'other' })).status, 404);
  assert.equal(await shop.snapshot(), before);
});

test('what is not in the contract is answered by a problem, and by the methods that are', async (t) => {
  const shop = await openShop(t);
  const cases: [method: string, path: string, status: number, allow: string | null][] = [
    ['GET', '/nothing', 404, null],
    ['GET', '/../secret', 404, null],
    ['POST', '/cards/x/y/z', 404, null],
    ['PUT', '/session', 405, 'POST, DELETE'],
    ['DELETE', '/renewals/r_1', 405, 'GET'],
    ['GET', '/quotes', 405, 'POST'],
  ];
  for (const [method, path, status, allow] of cases) {
    const response = await fetch(shop.url + path, { method });
    assert.deepEqual([response.status, response.headers.get('allow')], [status, allow], `${method} ${path}`);
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    assert.ok(response.headers.get('leb-server-time'));
  }
});

test('a page of another origin may ask and a page of a foreign one may not read', async (t) => {
  const shop = await openShop(t);
  const own = new URL(shop.url).origin;
  const preflight = (origin: string) =>
    fetch(`${shop.url}/quotes`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    });
  const allowed = await preflight(own);
  assert.equal(allowed.headers.get('access-control-allow-origin'), own);
  for (const header of ['authorization', 'content-type', 'idempotency-key']) {
    assert.ok(allowed.headers.get('access-control-allow-headers')?.includes(header), header);
  }
  assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null);
  const answer = await fetch(`${shop.url}/cards`, { headers: { origin: own } });
  assert.ok(answer.headers.get('access-control-expose-headers')?.includes('leb-server-time'));
});

test('a server that has not started or has stopped says so', async (t) => {
  const shop = await openShop(t);
  const { server } = shop;
  await shop.stopServer();
  const response = await server.fetch(new Request(`${shop.url}/cards`));
  assert.equal(response.status, 503);
  assert.equal(((await response.json()) as { code: string }).code, 'unavailable');
});
