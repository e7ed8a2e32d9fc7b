import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { createClient, createServerClock, problem, type Client, type CodeChallenge } from '@leb-renew/core';
import { dropped, empty, held, json, listen, text, type Reply } from './client/server.ts';
import { card, plan, quote, receipt, session } from './examples/quote.ts';
import { renewalIn } from './examples/renewal.ts';

const credentials = { email: 'mira@example.com', password: 'correct horse' };
const ticket = { renewalId: 'renewal-1', renewalToken: 'token-of-renewal-1' };
const ofSession = { renewalId: 'renewal-1', renewalToken: null };
const signedIn = json({ kind: 'session', session });
const challenge: CodeChallenge = {
  challengeId: 'challenge-1',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-20T08:10:00Z',
};
const cards = json({ cards: [card] });

/** A client of a real server. Pauses are over at once and written down; a deadline ends when the test says so. */
async function setup(t: TestContext, ...replies: readonly Reply[]) {
  const { heard, origin } = await listen(t, ...replies);
  const pauses: number[] = [];
  const deadlines: { readonly ms: number; end(): void }[] = [];
  const clock = createServerClock({
    monotonic: () => 0,
    guess: 0,
    after(ms, call) {
      pauses.push(ms);
      const pause = setImmediate(call);
      return () => clearImmediate(pause);
    },
  });
  const client = createClient({
    endpoint: `${origin}/renewal//`,
    fetch,
    clock,
    locale: () => 'zh-Hans',
    timeout(ms) {
      const controller = new AbortController();
      deadlines.push({ ms, end: () => controller.abort(new DOMException('too late', 'TimeoutError')) });
      return controller.signal;
    },
  });
  const sent = () => heard.map(({ method, url }) => `${method} ${url}`);
  const tokens = () => heard.map(({ headers }) => headers.authorization ?? null);
  return { client, clock, heard, sent, tokens, pauses, deadlines };
}

type Call = (client: Client) => Promise<{ readonly ok: boolean }>;
interface Row {
  readonly call: Call;
  readonly reply: Reply;
  readonly sent: string;
  readonly body: unknown;
}

const reads: Record<string, Row> = {
  cards: { call: (client) => client.cards(), reply: cards, sent: 'GET /renewal/cards', body: null },
  plans: {
    call: (client) => client.plans({ cardRef: 'card-1' }),
    reply: json({ plans: [plan], currency: 'USD', currencies: ['USD'] }),
    sent: 'GET /renewal/cards/card-1/plans',
    body: null,
  },
  'plans in a currency': {
    call: (client) => client.plans({ cardRef: 'card-1', currency: 'E&R' }),
    reply: json({ plans: [plan], currency: 'USD', currencies: ['USD'] }),
    sent: 'GET /renewal/cards/card-1/plans?currency=E%26R',
    body: null,
  },
  renewal: {
    call: (client) => client.renewal(ticket),
    reply: json(renewalIn('awaiting-payment')),
    sent: 'GET /renewal/renewals/renewal-1',
    body: null,
  },
  'renewal, refreshed': {
    call: (client) => client.renewal(ticket, { refresh: true }),
    reply: json(renewalIn('renewed')),
    sent: 'GET /renewal/renewals/renewal-1?refresh=1',
    body: null,
  },
  receipt: {
    call: (client) => client.receipt(ticket),
    reply: json(receipt),
    sent: 'GET /renewal/renewals/renewal-1/receipt',
    body: null,
  },
};
const quoteRequest = { cardRef: 'card-1', planId: 'global-12m', currency: 'USD' };
const codeRequest = { challengeId: 'challenge-1', code: '493021' };
const wishes: Record<string, Row> = {
  signIn: {
    call: (client) => client.signIn(credentials),
    reply: signedIn,
    sent: 'POST /renewal/session',
    body: credentials,
  },
  verifyCode: {
    call: (client) => client.verifyCode(codeRequest),
    reply: signedIn,
    sent: 'POST /renewal/session/code',
    body: codeRequest,
  },
  requestReset: {
    call: (client) => client.requestReset({ email: credentials.email }),
    reply: empty,
    sent: 'POST /renewal/session/reset',
    body: { email: credentials.email },
  },
  signOut: { call: (client) => client.signOut(), reply: empty, sent: 'DELETE /renewal/session', body: null },
  quote: {
    call: (client) => client.quote(quoteRequest),
    reply: json(quote),
    sent: 'POST /renewal/quotes',
    body: quoteRequest,
  },
  begin: {
    call: (client) => client.begin({ quoteId: 'quote-1' }),
    reply: json(renewalIn('awaiting-payment')),
    sent: 'POST /renewal/renewals',
    body: { quoteId: 'quote-1' },
  },
  cancel: {
    call: (client) => client.cancel(ticket),
    reply: json(renewalIn('cancelled')),
    sent: 'POST /renewal/renewals/renewal-1/cancel',
    body: null,
  },
};
const rows = Object.entries({ ...reads, ...wishes });

describe('what is sent', () => {
  for (const [name, { call, reply, sent, body }] of rows)
    test(`${name}: ${sent}`, async (t) => {
      const { client, heard, sent: requests } = await setup(t, reply);
      assert.ok((await call(client)).ok);
      assert.deepEqual(requests(), [sent]);
      const [{ headers, body: raw } = heard[0] ?? assert.fail()] = heard;
      assert.deepEqual(raw === '' ? null : JSON.parse(raw), body);
      assert.equal(headers['content-type'], body === null ? undefined : 'application/json');
      assert.equal(headers.accept, 'application/json, application/problem+json');
      assert.equal(headers['accept-language'], 'zh-Hans');
      assert.equal(headers['cache-control'], 'no-cache', 'an old answer from a cache is no news');
      assert.equal(headers['idempotency-key'], name === 'begin' ? 'quote-1' : undefined);
    });
});

describe('who is asking', () => {
  test('nobody, before signing in', async (t) => {
    const { client, tokens } = await setup(t, cards);
    await client.cards();
    assert.deepEqual(tokens(), [null]);
  });

  test('the account, once it is signed in', async (t) => {
    const { client, tokens } = await setup(t, signedIn, cards);
    assert.deepEqual(await client.signIn(credentials), { ok: true, value: { kind: 'session', session } });
    await client.cards();
    assert.deepEqual(tokens(), [null, `Bearer ${session.token}`]);
  });

  test('the account after the code, not before', async (t) => {
    const { client, tokens } = await setup(t, json({ kind: 'code', challenge }), cards, signedIn, cards);
    await client.signIn(credentials);
    await client.cards();
    await client.verifyCode(codeRequest);
    await client.cards();
    assert.deepEqual(tokens(), [null, null, null, `Bearer ${session.token}`]);
  });

  test('the session of the host page, until it takes it back', async (t) => {
    const { client, tokens } = await setup(t, cards);
    client.authorize('host-session');
    await client.cards();
    client.authorize(null);
    await client.cards();
    assert.deepEqual(tokens(), ['Bearer host-session', null]);
  });

  test('the renewal itself where it has a token, the session where it has none', async (t) => {
    const { client, tokens } = await setup(t, json(renewalIn('awaiting-payment')));
    client.authorize('host-session');
    await client.renewal(ticket);
    await client.cancel(ticket);
    await client.renewal(ofSession);
    assert.deepEqual(tokens(), [
      'Bearer token-of-renewal-1',
      'Bearer token-of-renewal-1',
      'Bearer host-session',
    ]);
  });

  test('nobody where anyone may ask: the old session is not shown to a new sign-in', async (t) => {
    const { client, tokens } = await setup(t, json(problem('wrong-credentials'), 401));
    client.authorize('old-session');
    await client.signIn(credentials);
    await client.verifyCode(codeRequest);
    await client.requestReset({ email: credentials.email });
    assert.deepEqual(tokens(), [null, null, null]);
  });

  test('whoever was named last: a sign-in that is answered late changes nothing', async (t) => {
    const late = held(signedIn);
    const { client, tokens } = await setup(t, late.reply, cards);
    const signingIn = client.signIn(credentials);
    client.authorize('host-session');
    late.release();
    await signingIn;
    await client.cards();
    assert.equal(tokens()[1], 'Bearer host-session');
  });
});

describe('signing out', () => {
  test('ends the session here and there', async (t) => {
    const { client, sent, tokens } = await setup(t, empty, cards);
    client.authorize('host-session');
    assert.deepEqual(await client.signOut(), { ok: true, value: null });
    await client.cards();
    assert.deepEqual(sent(), ['DELETE /renewal/session', 'GET /renewal/cards']);
    assert.deepEqual(tokens(), ['Bearer host-session', null]);
  });

  test('of a session that has ended already is fine', async (t) => {
    const { client } = await setup(t, json(problem('not-signed-in'), 401));
    assert.deepEqual(await client.signOut(), { ok: true, value: null });
  });

  test('without an answer says so, and still forgets the session', async (t) => {
    const { client, tokens } = await setup(t, dropped, cards);
    client.authorize('host-session');
    assert.deepEqual(await client.signOut(), { ok: false, problem: problem('offline') });
    await client.cards();
    assert.equal(tokens()[1], null);
  });

  test('does not take the session of someone who signs in meanwhile', async (t) => {
    const late = held(empty);
    const { client, tokens } = await setup(t, late.reply, cards);
    client.authorize('old-session');
    const signingOut = client.signOut();
    client.authorize('new-session');
    late.release();
    await signingOut;
    await client.cards();
    assert.equal(tokens()[1], 'Bearer new-session');
  });
});

describe('the time', () => {
  const noon = '2026-11-20T12:00:00.000Z';
  for (const [kind, reply] of [
    ['an answer', json({ cards: [] }, 200, { 'leb-server-time': noon })],
    ['a problem', json(problem('unknown-card'), 404, { 'leb-server-time': noon })],
  ] as const)
    test(`comes with ${kind}`, async (t) => {
      const { client, clock } = await setup(t, reply);
      await client.cards();
      assert.equal(clock.now(), Date.parse(noon));
    });

  test('stays what it was when the server does not say, or says nonsense', async (t) => {
    const { client, clock } = await setup(
      t,
      json({ cards: [] }),
      json({ cards: [] }, 200, { 'leb-server-time': 'noon' }),
    );
    await client.cards();
    await client.cards();
    assert.equal(clock.now(), 0);
  });
});

describe('an answer outside the contract', () => {
  test('names the field and the reason', async (t) => {
    const broken = { ...card, entitlement: { ...card.entitlement, expiresAt: 'soon' } };
    const { client } = await setup(t, json({ cards: [card, broken] }));
    assert.deepEqual(await client.cards(), {
      ok: false,
      problem: problem('wrong-answer', {
        field: 'cards.1.entitlement.expiresAt',
        detail: 'must be an ISO instant in UTC',
      }),
    });
  });

  for (const [name, reply] of [
    ['the page of a captive portal', text('<html>Welcome to Airport Wi-Fi</html>')],
    ['nothing', text('')],
    ['half a document', text('{"cards": [', 200, 'application/json')],
    ['null', json(null)],
  ] as const)
    test(`is no list of cards when it is ${name}, and names no field`, async (t) => {
      const { client, sent } = await setup(t, reply);
      const answer = await client.cards();
      assert.ok(!answer.ok);
      assert.equal(answer.problem.code, 'wrong-answer');
      assert.equal(answer.problem.charged, 'no');
      assert.ok(!('field' in answer.problem));
      assert.equal(sent().length, 1, 'asking again would not help');
    });

  test('is not taken for done when the page of a captive portal answers a wish', async (t) => {
    const { client } = await setup(t, text('<html>Welcome to Airport Wi-Fi</html>'));
    const reset = await client.requestReset({ email: credentials.email });
    assert.equal(!reset.ok && reset.problem.code, 'wrong-answer');
    const out = await client.signOut();
    assert.equal(!out.ok && out.problem.code, 'wrong-answer');
  });

  test('lets no member through that the contract does not know', async (t) => {
    const { client } = await setup(t, json({ cards: [{ ...card, iccid: '8931089318104284409' }] }));
    const answer = await client.cards();
    assert.ok(answer.ok && !JSON.stringify(answer.value).includes('8931089318104284409'));
  });
});

describe('trouble', () => {
  test('arrives as the server wrote it', async (t) => {
    const trouble = problem('not-renewable', {
      reason: 'not-open-yet',
      opensAt: '2026-12-01T00:00:00Z',
      reference: '7F3K-Q2',
      retryAfterSeconds: 30,
    });
    const { client } = await setup(t, json(trouble, 409, { 'content-type': 'application/problem+json' }));
    assert.deepEqual(await client.quote(quoteRequest), { ok: false, problem: trouble });
  });

  for (const [status, code] of [
    [401, 'not-signed-in'],
    [403, 'wrong-answer'],
    [404, 'wrong-answer'],
    [413, 'body-too-large'],
    [429, 'too-many-requests'],
    [500, 'server-error'],
    [502, 'unavailable'],
    [503, 'unavailable'],
    [504, 'unavailable'],
  ] as const)
    test(`${status} without a problem document is ${code}`, async (t) => {
      const { client } = await setup(t, text('<html>nginx</html>', status));
      assert.deepEqual(await client.quote(quoteRequest), { ok: false, problem: problem(code) });
    });

  test('of a kind from the future is told by its status', async (t) => {
    const { client } = await setup(t, json({ ...problem('server-error'), code: 'moon-phase' }, 500));
    assert.deepEqual(await client.quote(quoteRequest), { ok: false, problem: problem('server-error') });
  });

  test('is offline when the connection drops, before the answer or within it', async (t) => {
    const half: Reply = (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"cards"');
      setImmediate(() => response.socket?.destroy());
    };
    const { client } = await setup(t, dropped, half);
    assert.deepEqual(await client.quote(quoteRequest), { ok: false, problem: problem('offline') });
    assert.deepEqual(await client.quote(quoteRequest), { ok: false, problem: problem('offline') });
  });

  test('is offline when nobody listens', async (t) => {
    const { client } = await setup(t, cards);
    const clock = createServerClock({ monotonic: () => 0, guess: 0, after: () => () => {} });
    const lonely = createClient({
      endpoint: 'http://127.0.0.1:1',
      fetch,
      clock,
      timeout: AbortSignal.timeout,
    });
    assert.deepEqual(await lonely.quote(quoteRequest), { ok: false, problem: problem('offline') });
    assert.ok((await client.cards()).ok);
  });

  test('does not say that nothing was charged when a question about a renewal is lost', async () => {
    const clock = createServerClock({ monotonic: () => 0, guess: 0, after: () => () => {} });
    const lonely = createClient({
      endpoint: 'http://127.0.0.1:1',
      fetch,
      clock,
      timeout: AbortSignal.timeout,
      isOnline: () => true,
    });
    const answer = await lonely.cancel({ renewalId: 'renewal-1', renewalToken: 'token' });
    assert.deepEqual(answer, { ok: false, problem: problem('unavailable', { charged: 'unknown' }) });
  });

  for (const [when, reply] of [
    ['no answer', (): void => {}],
    ['the rest of one', (response) => void response.writeHead(200).write('{"cards"')],
  ] as readonly [string, Reply][])
    test(`is a timeout when ${when} comes within 15 s`, async (t) => {
      let arrived = (): void => {};
      const arrival = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const { client, deadlines } = await setup(t, (response, heard) => {
        reply(response, heard);
        setImmediate(arrived);
      });
      const answer = client.quote(quoteRequest);
      await arrival;
      assert.deepEqual(
        deadlines.map(({ ms }) => ms),
        [15_000],
      );
      deadlines[0]?.end();
      assert.deepEqual(await answer, { ok: false, problem: problem('timeout') });
    });
});

describe('trying again', () => {
  const busy = json(problem('unavailable'), 503);

  for (const [name, { call, reply }] of Object.entries(reads))
    test(`${name} is read again when the trouble may pass, after a pause each time`, async (t) => {
      const { client, heard, pauses } = await setup(t, dropped, busy, reply);
      assert.ok((await call(client)).ok);
      assert.equal(heard.length, 3);
      assert.deepEqual(pauses, [400, 1_600]);
    });

  test('ends after the third time', async (t) => {
    const { client, heard } = await setup(t, busy);
    assert.deepEqual(await client.cards(), { ok: false, problem: problem('unavailable') });
    assert.equal(heard.length, 3);
  });

  test('is not done when it would not help', async (t) => {
    const { client, heard } = await setup(t, json(problem('unknown-card'), 404));
    await client.plans({ cardRef: 'card-9' });
    assert.equal(heard.length, 1);
  });

  test('is done for the account that asked, also when another one has signed in meanwhile', async (t) => {
    const late = held(busy);
    const { client, tokens } = await setup(t, late.reply, cards);
    client.authorize('first-session');
    const reading = client.cards();
    client.authorize('second-session');
    late.release();
    await reading;
    assert.deepEqual(tokens(), ['Bearer first-session', 'Bearer first-session']);
  });

  for (const [name, { call }] of Object.entries(wishes))
    test(`${name} is a wish and never repeated here: whoever wished knows whether to`, async (t) => {
      const { client, heard, pauses } = await setup(t, dropped, busy);
      assert.equal((await call(client)).ok, false);
      assert.equal(heard.length, 1);
      assert.equal((await call(client)).ok, false);
      assert.equal(heard.length, 2);
      assert.deepEqual(pauses, []);
    });
});
