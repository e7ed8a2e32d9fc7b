import type { CallName, ProblemCode } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accounts } from './shop/seed.ts';
import { sendNotice } from './shop/notice.ts';
import { query } from './shop/cluster.ts';
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

test('where no page is named to lead to, a wish to reset a password is refused the same for everybody', async (t) => {
  const shop = await openShop(t);
  for (const email of [accounts.mira.email, 'nobody@example.com']) {
    const said = await shop.call('requestReset', { body: { email } });
    assert.deepEqual([said.status, said.problem?.code], [503, 'unavailable']);
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

test('a reference that cannot be one is unknown, like any other', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  for (const strange of ['%00', 'x'.repeat(65), '%zz', 'a%2Fb', '%F0%9F%98%80']) {
    const cases = [
      ['plans', 'cardRef', 'unknown-card', 'c_nobody'],
      ['receipts', 'cardRef', 'unknown-card', 'c_nobody'],
      ['renewal', 'renewalId', 'unknown-renewal', 'r_nobody'],
      ['cancel', 'renewalId', 'unknown-renewal', 'r_nobody'],
      ['receipt', 'renewalId', 'unknown-renewal', 'r_nobody'],
    ] as const;
    for (const [name, parameter, code, nobody] of cases) {
      const said = await shop.call(name, { token, path: { [parameter]: strange } });
      assert.deepEqual([said.status, said.problem?.code], [404, code], `${name} ${strange}`);
      const unknown = await shop.call(name, { token, path: { [parameter]: nobody } });
      assert.deepEqual(said.problem, unknown.problem, `${name} ${strange}`);
      assert.equal(await shop.refused(name, { path: { [parameter]: strange } }), 'not-signed-in');
    }
  }
  const { cardRef } = await shop.cardCalled(token, 'LEB Global card');
  assert.ok((await shop.call('plans', { token, path: { cardRef }, query: '?currency=%00' })).status < 500);
});

test('where the server fails in a call about a renewal, nobody is told that no money moved', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  const path = { renewalId: begun.renewalId };
  await query(shop.databaseUrl, 'alter table leb_renew.renewals rename to gone');
  for (const name of ['renewal', 'cancel', 'receipt'] as const) {
    const { problem } = await shop.call(name, { token: begun.renewalToken, path });
    assert.deepEqual([problem?.code, problem?.charged], ['server-error', 'unknown'], name);
  }
  const { problem } = await shop.call('begin', { token, body: { quoteId: begun.quote.quoteId } });
  assert.deepEqual([problem?.code, problem?.charged], ['server-error', 'no']);
  await query(shop.databaseUrl, 'alter table leb_renew.gone rename to renewals');
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

test('a server that has not started or has stopped says so, readable from the page’s origin', async (t) => {
  const shop = await openShop(t);
  const { server } = shop;
  await shop.stopServer();
  const { origin } = new URL(shop.url);
  for (const [path, charged] of [
    ['/cards', 'no'],
    ['/renewals/r_1', 'unknown'],
  ] as const) {
    const response = await server.fetch(new Request(shop.url + path, { headers: { origin } }));
    assert.equal(response.status, 503);
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
    assert.equal(response.headers.get('retry-after'), '2');
    assert.ok(response.headers.get('leb-server-time'));
    const said = (await response.json()) as { code: string; charged: string };
    assert.deepEqual([said.code, said.charged], ['unavailable', charged]);
  }
});

test('a server stopped while it starts does not run', async (t) => {
  const shop = await openShop(t);
  let supplierStarts: () => void = () => undefined;
  const begins = new Promise<void>((resolve) => (supplierStarts = resolve));
  let goOn: () => void = () => undefined;
  const slowly = new Promise<void>((resolve) => (goOn = resolve));
  const started = assert.rejects(
    shop.addServer({
      aroundSupplier: (supplier) => ({
        ...supplier,
        async start() {
          supplierStarts();
          await slowly;
        },
      }),
      onMade: (server) => {
        void begins.then(() => {
          const stopped = server.stop();
          goOn();
          return stopped;
        });
      },
    }),
    /stop\(\) was called/,
  );
  await started;
});
