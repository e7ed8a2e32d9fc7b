import { calls, type bodies, type CallName } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openShop, type Shop } from './shop/open-shop.ts';
import { sendNotice } from './shop/notice.ts';
import { accounts } from './shop/seed.ts';

/** What has opened other people's databases, headers, prototypes and pages. */
const nasty: readonly unknown[] = [
  `' or '1'='1`,
  `'; drop table leb_renew.cards; --`,
  `\\'; select pg_sleep(10); --`,
  '$1',
  '${7*7}',
  '%s%n',
  'x\r\nset-cookie: leb-session=forged',
  'x\r\nBcc: everybody@example.com',
  'x\nX-Injected: yes',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u200b',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'x'.repeat(60_000),
  '',
  1e308,
  -1,
  9_007_199_254_740_993n.toString(),
  true,
  null,
  [],
  [['x']],
  { toString: 'x' },
  { $ne: null },
];

/** A body of the contract, each of whose members is what the server would take. */
const good = (shop: { quoteId: string; cardRef: string }): Record<keyof typeof bodies, object> => ({
  signIn: { email: accounts.mira.email, password: 'wrong' },
  verifyCode: { challengeId: 'x', code: '123456' },
  requestReset: { email: accounts.mira.email },
  setPassword: { token: 't'.repeat(24), password: 'long enough' },
  openLink: { token: 't'.repeat(24) },
  quote: { cardRef: shop.cardRef, planId: 'global-12m', currency: 'USD' },
  begin: { quoteId: shop.quoteId, consent: { kind: 'withdrawal-waived', text: 'Start at once.' } },
});

async function setup(...given: Parameters<typeof openShop>) {
  const shop = await openShop(...given);
  const token = await shop.signIn();
  const { quoteId, cardRef } = await shop.quote(token);
  return { shop, token, wishes: good({ quoteId, cardRef }), before: await shop.snapshot() };
}

test('nothing that is written into a field reaches the database, a header or a mail as anything but text', async (t) => {
  const { shop, token, wishes, before } = await setup(t, {
    options: { throttling: false, pageUrl: 'https://shop.example/' },
  });
  for (const [name, wish] of Object.entries(wishes) as [keyof typeof bodies, object][])
    for (const member of Object.keys(wish))
      for (const value of nasty) {
        const said = await shop.call(name, { token, body: { ...wish, [member]: value } });
        const what = `${name}.${member}: ${JSON.stringify(value).slice(0, 40)}`;
        assert.ok(said.status < 500, `${what} is answered ${said.status}`);
        assert.equal(said.headers.get('set-cookie'), null, what);
        assert.equal(said.headers.get('x-injected'), null, what);
      }
  assert.equal(await shop.snapshot(), before);
  assert.deepEqual(
    (await shop.server.admin.mails()).filter(({ to }) => to !== accounts.mira.email),
    [],
  );
});

test('what is written into a path, a query or a token is no more than a name that is not known', async (t) => {
  const { shop, token, before } = await setup(t, { options: { throttling: false } });
  const texts = nasty.filter((value) => typeof value === 'string' && value !== '' && value.length < 100);
  for (const value of texts as string[]) {
    // Half a letter has no form in an address.
    const text = encodeURIComponent(Buffer.from(value).toString());
    const paths: [CallName, object][] = [
      ['plans', { path: { cardRef: text } }],
      ['renewal', { path: { renewalId: text } }],
      ['cancel', { path: { renewalId: text } }],
      ['plans', { path: { cardRef: 'c_x' }, query: `?currency=${text}` }],
      ['renewal', { path: { renewalId: 'r_x' }, query: `?refresh=${text}` }],
    ];
    for (const [name, wish] of paths) {
      const { status } = await shop.call(name, { ...wish, token });
      assert.ok([404, 422].includes(status), `${name} ${text}: ${status}`);
    }
  }
  for (const strange of [`st_' or 1=1`, 'st_$1', 'rt_%00', `ls_${'x'.repeat(480)}`, 'sr_x', 'Bearer'])
    assert.equal(await shop.refused('cards', { token: strange }), 'not-signed-in');
  assert.equal(await shop.snapshot(), before);
});

test('JSON in strange shapes is read once, and gives nobody more than it says', async (t) => {
  const { shop, token, wishes, before } = await setup(t);
  const { cardRef } = wishes.quote as { cardRef: string };
  const deep = '['.repeat(30_000) + ']'.repeat(30_000);
  const rows: readonly [what: string, body: string, status: number][] = [
    ['a prototype', `{"__proto__":{"cardRef":"${cardRef}","planId":"global-12m","currency":"USD"}}`, 422],
    ['a constructor', `{"constructor":{"prototype":{"planId":"x"}},"cardRef":"${cardRef}"}`, 422],
    ['a depth', deep, 422],
    ['a deep member', `{"cardRef":${deep},"planId":"x","currency":"USD"}`, 422],
    ['a huge number', `{"cardRef":1${'0'.repeat(400)},"planId":"x","currency":"USD"}`, 422],
    ['a number that is none', `{"cardRef":NaN}`, 400],
    ['a byte order mark', `\ufeff{"cardRef":"c_x","planId":"x","currency":"USD"}`, 404],
    ['two documents', `{"cardRef":"c_x"}{"cardRef":"c_x"}`, 400],
    ['a comment', `{"cardRef":"c_x"/* */}`, 400],
    // The last one counts, here as everywhere that JSON is read by this server.
    [
      'a member twice',
      `{"cardRef":"${cardRef}","planId":"global-12m","currency":"USD","cardRef":"c_nobody"}`,
      404,
    ],
  ];
  for (const [what, body, status] of rows)
    assert.equal((await shop.call('quote', { token, body })).status, status, what);
  assert.equal(({} as { planId?: string }).planId, undefined);
  assert.equal(await shop.snapshot(), before);
});

test('a body that is sent in a strange way is read as JSON or refused', async (t) => {
  const { shop, token, wishes, before } = await setup(t);
  const send = async (body: BodyInit, headers: Record<string, string> = {}) => {
    const response = await fetch(`${shop.url}/quotes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headers },
      body,
      duplex: 'half',
    } as RequestInit);
    return [response.status, ((await response.json()) as { code?: string }).code];
  };
  const text = JSON.stringify({ ...wishes.quote, cardRef: 'c_nobody' });
  const chunks = new ReadableStream({
    start(controller) {
      for (const letter of text) controller.enqueue(new TextEncoder().encode(letter));
      controller.close();
    },
  });
  assert.deepEqual(await send(chunks), [404, 'unknown-card']);
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'x',
  ])
    assert.deepEqual(await send(text, { 'content-type': type }), [404, 'unknown-card'], type);
  // Nobody unpacks it, so nobody can be flooded by it.
  assert.deepEqual(await send(gzipSync(text), { 'content-encoding': 'gzip' }), [400, 'malformed-json']);
  for (const bytes of [
    [0xff, 0xfe],
    [0xc0, 0x80],
    [0x7b, 0xed, 0xa0, 0x80, 0x7d],
  ])
    assert.deepEqual(await send(new Uint8Array(bytes)), [400, 'malformed-json']);
  assert.equal(await shop.snapshot(), before);
});

/** Sends bytes that no well-behaved client would, and hears what comes before the connection ends. */
const raw = ({ url }: Shop, text: string): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    let heard = '';
    const socket = connect(Number(port), hostname, () => void socket.write(text));
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(heard);
    });
  });

test('a header that ends in the middle and begins another is none', async (t) => {
  const { shop, token, before } = await setup(t);
  const path = new URL(shop.url).pathname;
  const ask = (...lines: string[]) =>
    raw(shop, [`GET ${path}/cards HTTP/1.1`, 'host: x', 'connection: close', ...lines, '', ''].join('\r\n'));
  assert.match(await ask(`authorization: Bearer ${token}`), /^HTTP\/1.1 200 /);
  for (const strange of [
    `authorization: Bearer ${token}\u0000`,
    `authorization: Bearer ${token}\nx-injected: yes\u0000`,
    'authorization: Bearer x\r set-cookie: forged',
    'bad header: x',
    'content-length: 1\r\ntransfer-encoding: chunked',
  ])
    assert.match(await ask(strange), /^HTTP\/1.1 (400|401) /, JSON.stringify(strange));
  // What is repeated of a request is repeated as text.
  const answer = await ask(
    'origin: https://evil.example',
    'accept-language: zh\u0085set-cookie: x',
    'authorization: x',
  );
  assert.ok(!/set-cookie|evil/i.test(answer), answer);
  assert.match(
    await raw(shop, `BREW ${path}/cards HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`),
    /^HTTP\/1.1 4\d\d /,
  );
  assert.equal(await shop.snapshot(), before);
});

test('no page of another origin is let read anything, however much its name is like a good one', async (t) => {
  const { shop } = await setup(t);
  const { origin, port } = new URL(shop.url);
  const strangers = [
    'null',
    'file://',
    'https://evil.example',
    origin.replace('127.0.0.1', 'shop.127.0.0.1'),
    origin.replace('127.0.0.1', '127.0.0.1.'),
    origin.replace(port, String(Number(port) + 1)),
    origin.replace(`:${port}`, ''),
    origin.replace('http:', 'https:'),
    `${origin}.evil.example`,
    `${origin}/`,
    `${origin}, https://evil.example`,
    '*',
  ];
  const paths = Object.values(calls).map(({ path }) => path.replaceAll(/\{\w+\}/g, 'x'));
  for (const from of strangers)
    for (const path of new Set(paths))
      for (const method of ['OPTIONS', 'GET']) {
        const headers = { origin: from, 'access-control-request-method': 'POST' };
        const response = await fetch(shop.url + path, { method, headers });
        const allowed = response.headers.get('access-control-allow-origin');
        assert.equal(allowed, null, `${method} ${path} from ${from}`);
      }
});

/** A notice that is well signed is kept, whatever it is about. */
const withoutNotices = (rows: string): string => rows.replace(/^notices\n[^]*?(?=^[a-z_]+$)/m, '');

test('a notice that is too large, of an unknown kind or about nothing changes nothing', async (t) => {
  const { shop, before } = await setup(t);
  const large = await sendNotice(shop, 'x'.repeat(100_000));
  assert.deepEqual([large.status, ((await large.json()) as { code: string }).code], [413, 'body-too-large']);
  const { status } = await sendNotice(shop, 'pay_nobody', { id: `msg_'; drop table leb_renew.notices; --` });
  assert.ok(status < 500);
  for (const body of ['{}', '[]', 'null', '{"type":"payment.succeeded"}', '{"type":7,"paymentId":[]}']) {
    const said = await sendNotice(shop, '', { signs: body });
    assert.equal(said.status, 400, body);
  }
  assert.equal(
    (await sendNotice(shop, '', { signs: '{"type":"moon.full","paymentId":"pay_1"}' })).status,
    204,
  );
  const after = await shop.snapshot();
  assert.equal(withoutNotices(after), withoutNotices(before));
});
