import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { createServerClock, Misuse, problem, type CodeChallenge } from '@leb-renew/core';
import { createClient, type Client } from '@leb-renew/core/client';
import { dropped, empty, held, json, listen, text, type Reply } from './client/server.ts';
import { problemCodes } from '@leb-renew/core/contract';
import { card, plan, quote, receipt, receiptRow, session } from './examples/quote.ts';
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
const linkSession = { ...session, token: 'session-token-of-a-link', onlyCard: 'card-1' };

/**
 * A client of a real server. Pauses are over at once and written down, unless the test holds them; a deadline ends when
 * the test says so.
 */
async function setup(t: TestContext, ...replies: readonly Reply[]) {
  const { heard, origin } = await listen(t, ...replies);
  const pauses: number[] = [];
  const deadlines: { readonly ms: number; end(): void; stopped: boolean }[] = [];
  const device = { up: 0, online: true, holdsPauses: false };
  const returns = new Set<() => void>();
  const clock = createServerClock({
    monotonic: () => device.up,
    guess: 0,
    after(ms, call) {
      if (ms === 15_000) {
        const deadline = { ms, end: call, stopped: false };
        deadlines.push(deadline);
        return () => void (deadline.stopped = true);
      }
      pauses.push(ms);
      if (device.holdsPauses) return () => {};
      const pause = setImmediate(call);
      return () => clearImmediate(pause);
    },
  });
  const options = {
    endpoint: `${origin}/renewal//`,
    fetch,
    aborter: () => new AbortController(),
    clock,
    locale: () => 'zh-Hans',
    connection: {
      isOnline: () => device.online,
      onBack(call: () => void) {
        returns.add(call);
        return () => void returns.delete(call);
      },
    },
  };
  const client = createClient(options);
  const sent = () => heard.map(({ method, url }) => `${method} ${url}`);
  const tokens = () => heard.map(({ headers }) => headers.authorization ?? null);
  return { client, options, clock, device, returns, heard, sent, tokens, pauses, deadlines };
}

async function turnsUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resume) => setImmediate(resume));
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
    call: (client) => client.plans({ cardRef: 'card-1', currency: 'EUR' }),
    reply: json({ plans: [plan], currency: 'USD', currencies: ['USD'] }),
    sent: 'GET /renewal/cards/card-1/plans?currency=EUR',
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
  receipts: {
    call: (client) => client.receipts({ cardRef: 'card-1' }),
    reply: json({ receipts: [receiptRow] }),
    sent: 'GET /renewal/cards/card-1/receipts',
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
const consent = { kind: 'withdrawal-waived', text: 'Start at once.' } as const;
const codeRequest = { challengeId: 'challenge-1', code: '493021' };
const newPassword = { token: 'token-of-a-reset-mail', password: 'renew-me-again' };
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
  setPassword: {
    call: (client) => client.setPassword(newPassword),
    reply: empty,
    sent: 'POST /renewal/session/password',
    body: newPassword,
  },
  openLink: {
    call: (client) => client.openLink({ token: 'token-of-a-renewal-link' }),
    reply: json(linkSession),
    sent: 'POST /renewal/session/link',
    body: { token: 'token-of-a-renewal-link' },
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
  'begin with a consent': {
    call: (client) => client.begin({ quoteId: 'quote-1', consent }),
    reply: json(renewalIn('awaiting-payment')),
    sent: 'POST /renewal/renewals',
    body: { quoteId: 'quote-1', consent },
  },
  refreshSession: {
    call: (client) => client.refreshSession(),
    reply: json(session),
    sent: 'POST /renewal/session/refresh',
    body: null,
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
      assert.equal(headers['idempotency-key'], name.startsWith('begin') ? 'quote-1' : undefined);
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

  test('the holder of a renewal link, for one card', async (t) => {
    const { client, tokens } = await setup(t, json(linkSession), cards);
    const opened = await client.openLink({ token: 'token-of-a-renewal-link' });
    assert.ok(opened.ok && opened.value.onlyCard === 'card-1');
    await client.cards();
    assert.deepEqual(tokens(), [null, `Bearer ${linkSession.token}`]);
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
    await client.setPassword(newPassword);
    assert.deepEqual(tokens(), [null, null, null, null]);
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
    const { client, device, tokens } = await setup(t, dropped, dropped, dropped, cards);
    client.authorize('host-session');
    device.online = false;
    assert.deepEqual(await client.signOut(), { ok: false, problem: problem('offline') });
    await client.cards();
    assert.deepEqual(tokens(), [...Array<string>(3).fill('Bearer host-session'), null]);
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

describe('a session whose token has ended', () => {
  const ended = json(problem('not-signed-in'), 401);
  const next = json({ ...session, token: 'the-next-token-of-mira' });

  test('goes on by its cookie, and the call is made again', async (t) => {
    const { client, sent, tokens } = await setup(t, ended, next, cards, cards);
    client.authorize('old-session');
    assert.ok((await client.cards()).ok);
    assert.ok((await client.cards()).ok);
    assert.deepEqual(sent(), [
      'GET /renewal/cards',
      'POST /renewal/session/refresh',
      'GET /renewal/cards',
      'GET /renewal/cards',
    ]);
    const after = 'Bearer the-next-token-of-mira';
    assert.deepEqual(tokens(), ['Bearer old-session', 'Bearer old-session', after, after]);
  });

  test('goes on for a wish, too, under the same key: nothing was done', async (t) => {
    const { client, heard } = await setup(t, ended, next, json(renewalIn('awaiting-payment')));
    client.authorize('old-session');
    assert.ok((await client.begin({ quoteId: 'quote-1', consent })).ok);
    const [first, , second] = heard;
    assert.deepEqual([second?.url, second?.body], [first?.url, first?.body]);
    assert.equal(second?.headers['idempotency-key'], first?.headers['idempotency-key']);
  });

  test('is asked for once by all who ask at once', async (t) => {
    const late = held(next);
    const { client, heard, sent } = await setup(t, ended, ended, late.reply, cards);
    client.authorize('old-session');
    const both = Promise.all([client.cards(), client.cards()]);
    await turnsUntil(() => heard.length === 3);
    late.release();
    assert.deepEqual(
      (await both).map(({ ok }) => ok),
      [true, true],
    );
    assert.equal(sent().filter((request) => request.endsWith('refresh')).length, 1);
  });

  test('is not asked for again by a call that hears of it late', async (t) => {
    const late = held(ended);
    const { client, sent } = await setup(t, late.reply, ended, next, cards, cards);
    client.authorize('old-session');
    const first = client.cards();
    assert.ok((await client.cards()).ok);
    late.release();
    assert.ok((await first).ok);
    assert.equal(sent().filter((request) => request.endsWith('refresh')).length, 1);
  });

  test('has ended where there is no cookie: the call says so, and is made once', async (t) => {
    const { client, sent } = await setup(t, ended);
    client.authorize('old-session');
    assert.deepEqual(await client.cards(), { ok: false, problem: problem('not-signed-in') });
    assert.deepEqual(sent(), ['GET /renewal/cards', 'POST /renewal/session/refresh']);
  });

  test('is given up when the new token is not taken either', async (t) => {
    const { client, sent } = await setup(t, ended, next, ended);
    client.authorize('old-session');
    assert.deepEqual(await client.cards(), { ok: false, problem: problem('not-signed-in') });
    assert.equal(sent().length, 3);
  });

  test('has not ended for all that is known when it could not be asked for', async (t) => {
    const { client, device, sent } = await setup(t, ended, dropped, ended, next, cards);
    client.authorize('old-session');
    device.online = false;
    assert.ok((await client.cards()).ok);
    assert.equal(sent().length, 5);
    const lost = await setup(t, ended, dropped);
    lost.client.authorize('old-session');
    assert.deepEqual(await lost.client.cancel(ofSession), {
      ok: false,
      problem: problem('unavailable', { charged: 'unknown' }),
    });
    assert.equal((await lost.client.quote(quoteRequest)).ok, false);
  });

  test('is left alone once somebody else is named', async (t) => {
    const late = held(next);
    const { client, heard, tokens } = await setup(t, ended, late.reply, cards);
    client.authorize('old-session');
    const asked = client.cards();
    await turnsUntil(() => heard.length === 2);
    client.authorize('somebody-else');
    late.release();
    assert.deepEqual(await asked, { ok: false, problem: problem('not-signed-in') });
    await client.cards();
    assert.deepEqual(tokens().slice(2), ['Bearer somebody-else']);
  });

  test('is not that of a renewal, whose own token is good or is not', async (t) => {
    const { client, sent } = await setup(t, ended);
    client.authorize('old-session');
    await client.cancel(ticket);
    assert.equal(sent().length, 1);
    await client.cancel(ofSession);
    assert.equal(sent()[2], 'POST /renewal/session/refresh');
  });

  test('is gone on with by one page at a time, where the browser can see to it', async (t) => {
    const { options, sent } = await setup(t, ended, next, cards);
    const said: string[] = [];
    const client = createClient({
      ...options,
      alone: async (deed) => {
        said.push(`begins after ${sent().length}`);
        const answer = await deed();
        said.push(`ends after ${sent().length}`);
        return answer;
      },
    });
    client.authorize('old-session');
    assert.ok((await client.cards()).ok);
    assert.deepEqual(said, ['begins after 1', 'ends after 2']);
  });

  test('is found again by a page that has just been loaded', async (t) => {
    const { client, tokens } = await setup(t, next, cards);
    assert.ok((await client.refreshSession()).ok);
    await client.cards();
    assert.deepEqual(tokens(), [null, 'Bearer the-next-token-of-mira']);
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

  test('counts half of the way there and back, as the server spoke somewhere between', async (t) => {
    const { client, clock, device } = await setup(t, (response, heard) => {
      device.up += 8_000;
      json({ cards: [] }, 200, { 'leb-server-time': noon })(response, heard);
    });
    await client.cards();
    assert.equal(clock.now(), Date.parse(noon) + 4_000);
    device.up += 60_000;
    assert.equal(clock.now(), Date.parse(noon) + 64_000);
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
        detail: String.raw`pattern ^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$`,
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
    assert.deepEqual(await client.quote(quoteRequest), {
      ok: false,
      problem: problem('server-error', { field: 'code', detail: `enum ${problemCodes.join()}` }),
    });
  });

  test('that says that money has moved is believed in this, however wrong the rest', async (t) => {
    const { client } = await setup(t, json({ code: 'moon-phase', charged: 'yes' }, 409));
    const answer = await client.begin({ quoteId: 'quote-1' });
    assert.ok(!answer.ok);
    assert.deepEqual(
      [answer.problem.code, answer.problem.charged, answer.problem.field],
      ['wrong-answer', 'yes', 'type'],
    );
  });

  test('is offline when the connection drops, before the answer or within it', async (t) => {
    const half: Reply = (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"cards"');
      setImmediate(() => response.socket?.destroy());
    };
    const { client, device } = await setup(t, dropped, half);
    device.online = false;
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
      aborter: () => new AbortController(),
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
      aborter: () => new AbortController(),
      connection: { isOnline: () => true, onBack: () => () => {} },
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

  test('is a timeout also where fetch does not heed its signal', async (t) => {
    const { options, deadlines } = await setup(t, cards);
    const deaf = createClient({ ...options, fetch: () => new Promise<never>(() => {}) });
    const answer = deaf.quote(quoteRequest);
    deadlines[0]?.end();
    assert.deepEqual(await answer, { ok: false, problem: problem('timeout') });
  });

  test('is one thing with a deadline: it does not run on after the answer', async (t) => {
    const { client, deadlines } = await setup(t, cards);
    await client.cards();
    assert.deepEqual(
      deadlines.map(({ stopped }) => stopped),
      [true],
    );
  });
});

describe('a caller who no longer waits', () => {
  const aborted = { ok: false, problem: problem('aborted') };

  test('gets a problem that says so, and the request is ended', async (t) => {
    const stop = new AbortController();
    let ended = (): void => {};
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const { client, heard } = await setup(t, (response) => {
      response.on('close', ended);
      stop.abort();
    });
    assert.deepEqual(await client.cards({ signal: stop.signal }), aborted);
    await end;
    assert.equal(heard.length, 1, 'and it is not tried again');
  });

  test('gets it also when the wish to stop came first', async (t) => {
    const { client, heard } = await setup(t, cards);
    assert.deepEqual(await client.cards({ signal: AbortSignal.abort() }), aborted);
    assert.equal(heard.length, 0);
  });

  test('waits for no pause', async (t) => {
    const stop = new AbortController();
    const { client, device, heard, pauses } = await setup(t, json(problem('unavailable'), 503));
    device.holdsPauses = true;
    const answer = client.plans({ cardRef: 'card-1' }, { signal: stop.signal });
    await turnsUntil(() => pauses.length === 1);
    stop.abort();
    assert.deepEqual(await answer, aborted);
    assert.equal(heard.length, 1);
  });

  test('is not told that nothing was charged, when it is about a renewal', async (t) => {
    const { client } = await setup(t, cards);
    const stopped = { signal: AbortSignal.abort() };
    const unsure = { ok: false, problem: problem('aborted', { charged: 'unknown' }) };
    assert.deepEqual(await client.renewal(ticket, stopped), unsure);
    assert.deepEqual(await client.receipt(ticket, stopped), unsure);
  });

  test('leaves no listener behind', async (t) => {
    const { client, returns } = await setup(t, json(problem('unavailable'), 503), cards);
    const listeners = new Set<() => void>();
    const signal = {
      aborted: false,
      addEventListener: (_: 'abort', listener: () => void) => void listeners.add(listener),
      removeEventListener: (_: 'abort', listener: () => void) => void listeners.delete(listener),
    };
    assert.ok((await client.cards({ signal })).ok);
    assert.deepEqual([listeners.size, returns.size], [0, 0]);
  });
});

describe('misuse', () => {
  test('of a method throws at once, and repeats nothing that may be secret', async (t) => {
    const { client, heard } = await setup(t, cards);
    const wrong: readonly (readonly [call: () => unknown, message: string])[] = [
      [
        () => client.signIn({ email: 'mira@example.com', password: 123456 as never }),
        'signIn: type of password is "number", must be string',
      ],
      [
        () => client.verifyCode(null as never),
        'verifyCode: type of challengeId is "undefined", must be string',
      ],
      [() => client.requestReset({} as never), 'requestReset: type of email is "undefined", must be string'],
      [
        () => client.setPassword({ ...newPassword, password: undefined as never }),
        'setPassword: type of password is "undefined", must be string',
      ],
      [() => client.authorize(7 as never), 'authorize: type of token is "number", must be string'],
      [() => client.begin(undefined as never), 'begin: type of quoteId is "undefined", must be string'],
      [
        () => client.renewal({ renewalId: 'renewal-1', renewalToken: 7 as never }),
        'renewal: type of renewalToken is "number", must be string',
      ],
      [
        () => client.plans({ cardRef: '../admin' }),
        'plans: cardRef is "../admin", must be as the contract says (pattern ^[A-Za-z0-9_-]{1,64}$)',
      ],
      [
        () => client.plans({ cardRef: 'card-1', currency: 'E&R' }),
        'plans: currency is "E&R", must be as the contract says (pattern ^[A-Z]{3}$)',
      ],
      [
        () => client.cancel(null as never),
        'cancel: renewalId is undefined, must be as the contract says (type string)',
      ],
      [() => client.cards({ signal: 'now' as never }), 'client: signal is "now", must be an AbortSignal'],
    ];
    for (const [call, message] of wrong)
      assert.throws(call, (error) => error instanceof Misuse && error.message === message);
    assert.equal(heard.length, 0);
  });

  test('of the options throws, naming the option', async (t) => {
    const { options } = await setup(t, cards);
    for (const [wrong, message] of [
      [{ ...options, endpoint: 'shop' }, 'createClient: endpoint is "shop", must be a web address or a path'],
      [{ ...options, fetch: null as never }, 'createClient: options.fetch is null, must be a function'],
      [
        { ...options, aborter: {} as never },
        'createClient: options.aborter is an object, must be a function',
      ],
      [{ ...options, locale: 'en' as never }, 'createClient: options.locale is "en", must be a function'],
      [{ ...options, alone: true as never }, 'createClient: options.alone is true, must be a function'],
      [
        { ...options, connection: {} as never },
        'createClient: connection.isOnline is undefined, must be a function',
      ],
      [{ ...options, clock: {} as never }, 'createClient: clock.now is undefined, must be a function'],
      [null as never, 'createClient: endpoint is undefined, must be a web address or a path'],
      [undefined as never, 'createClient: endpoint is undefined, must be a web address or a path'],
    ] as const)
      assert.throws(
        () => createClient(wrong),
        (error) => error instanceof Misuse && error.message === message,
      );
  });
});

describe('trying again', () => {
  const busy = json(problem('unavailable'), 503);
  const { begin, signOut, 'begin with a consent': agreed } = wishes;
  const repeatable = { ...reads, begin, signOut, 'begin with a consent': agreed } as Record<string, Row>;

  for (const [name, { call, reply }] of Object.entries(repeatable))
    test(`${name} is tried again when the trouble may pass, after a pause each time`, async (t) => {
      const { client, heard, pauses } = await setup(t, dropped, busy, reply);
      assert.ok((await call(client)).ok);
      assert.equal(heard.length, 3);
      assert.equal(pauses.length, 2);
    });

  test('is done with the same idempotency key', async (t) => {
    const { client, heard } = await setup(t, dropped, busy, json(renewalIn('awaiting-payment')));
    await client.begin({ quoteId: 'quote-1' });
    assert.deepEqual(
      heard.map(({ headers, body }) => [headers['idempotency-key'], body]),
      Array(3).fill(['quote-1', '{"quoteId":"quote-1"}']),
    );
  });

  test('is spread, so that many pages do not come back at once', async (t) => {
    const { client, pauses } = await setup(t, busy);
    for (let page = 0; page < 40; page += 1) await client.cards();
    const first = pauses.filter((_, index) => index % 2 === 0);
    const second = pauses.filter((_, index) => index % 2 === 1);
    for (const [each, middle] of [
      [first, 400],
      [second, 1_600],
    ] as const) {
      assert.ok(Math.min(...each) >= middle / 2 && Math.max(...each) < middle * 1.5, String(each));
      assert.ok(Math.max(...each) - Math.min(...each) > middle / 4, String(each));
    }
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

  test('is not put off by a pause when the connection is back', async (t) => {
    const { client, device, returns, heard } = await setup(t, dropped, cards);
    device.online = false;
    device.holdsPauses = true;
    const answer = client.cards();
    await turnsUntil(() => returns.size > 0);
    device.online = true;
    for (const call of returns) call();
    assert.ok((await answer).ok);
    assert.equal(heard.length, 2);
  });

  for (const [asked, reply] of [
    ['by the header', json(problem('unavailable'), 503, { 'retry-after': '3' })],
    [
      'by a date in the header',
      json(problem('unavailable'), 503, { 'retry-after': 'Thu, 01 Jan 1970 00:00:03 GMT' }),
    ],
    ['by the problem', json(problem('too-many-requests', { retryAfterSeconds: 3 }), 429)],
    [
      'by a proxy without a problem document',
      (response) => void response.writeHead(429, { 'retry-after': '3' }).end(),
    ],
  ] as readonly [string, Reply][])
    test(`waits as long as the server asks, ${asked}`, async (t) => {
      const { client, pauses } = await setup(t, reply, cards);
      assert.ok((await client.cards()).ok);
      const [pause = 0] = pauses;
      assert.ok(pause >= 3_000 && pause < 4_000, String(pause));
    });

  test('is left to the person when the server asks for a long wait, which they are told', async (t) => {
    const { client, heard } = await setup(
      t,
      json(problem('too-many-requests'), 429, { 'retry-after': '30' }),
    );
    assert.deepEqual(await client.cards(), {
      ok: false,
      problem: { ...problem('too-many-requests'), retryAfterSeconds: 30 },
    });
    assert.equal(heard.length, 1);
  });

  for (const [said, seconds] of [
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
    ['7 days', undefined],
    ['2027-01-01', undefined],
    ['0', 0],
    ['Wed, 31 Dec 1969 23:59:00 GMT', 0],
  ] as const)
    test(`reads a Retry-After of ${JSON.stringify(said)} as ${seconds ?? 'nothing'}`, async (t) => {
      const { client } = await setup(t, json(problem('unavailable'), 503, { 'retry-after': said }));
      const answer = await client.quote(quoteRequest);
      assert.ok(!answer.ok && answer.problem.retryAfterSeconds === seconds);
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

  for (const [name, { call }] of Object.entries(wishes).filter(([name]) => !(name in repeatable)))
    test(`${name} is a wish and never repeated here: whoever wished knows whether to`, async (t) => {
      const { client, heard, pauses } = await setup(t, dropped, busy);
      assert.equal((await call(client)).ok, false);
      assert.equal(heard.length, 1);
      assert.equal((await call(client)).ok, false);
      assert.equal(heard.length, 2);
      assert.deepEqual(pauses, []);
    });
});

describe('cookies', () => {
  test('go along with what is about the session, and else only when asked for', async (t) => {
    const { options } = await setup(t, cards);
    const seen: string[] = [];
    const spying: typeof fetch = (url, init) => {
      seen.push(String(init?.credentials));
      return fetch(url, init);
    };
    await createClient({ ...options, fetch: spying }).cards();
    await createClient({ ...options, fetch: spying, credentials: 'include' }).cards();
    assert.deepEqual(seen, ['omit', 'include']);
    for (const [name, { call }] of rows) {
      seen.length = 0;
      await call(createClient({ ...options, fetch: spying }));
      const sends = ['signIn', 'verifyCode', 'refreshSession', 'signOut'].includes(name) ? 'include' : 'omit';
      assert.deepEqual(new Set(seen), new Set([sends]), name);
    }
  });
});
