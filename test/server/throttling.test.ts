import type { CallName } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { networkOf } from '../../packages/server/src/accounts/network.ts';
import { createThrottle } from '../../packages/server/src/accounts/throttle.ts';
import { openStore } from '../../packages/server/src/store/database.ts';
import { query } from './shop/cluster.ts';
import type { Said } from './shop/caller.ts';
import { sendNotice } from './shop/notice.ts';
import { openShop, type ShopChanges } from './shop/open-shop.ts';
import { accounts, password } from './shop/seed.ts';

const { email } = accounts.mira;
const stranger = 'nobody@example.com';
const pageUrl = 'https://shop.example/renew';

/** A shop whose clock stands still until the test moves it. */
async function setup(t: TestContext, options: ShopChanges['options'] = {}) {
  let at = Date.now();
  const now = () => at;
  const shop = await openShop(t, { options: { pageUrl, now, ...options } });
  const signIn = (secret: string, as = email) =>
    shop.call('signIn', { body: { email: as, password: secret } });
  const guess = async (times: number, as = email): Promise<Said[]> =>
    Promise.all(Array.from({ length: times }, (_, i) => signIn(`guess ${i}`, as)));
  return { shop, signIn, guess, now, advance: (seconds: number) => void (at += seconds * 1000) };
}

/** Seconds to wait, as body and header tell them alike; 0 where the try was heard. */
function waitIn({ status, problem, headers }: Said): number {
  if (status !== 429) return 0;
  assert.equal(problem?.code, 'too-many-requests');
  assert.equal(headers.get('retry-after'), String(problem.retryAfterSeconds));
  return problem.retryAfterSeconds ?? Number.NaN;
}

test('after five guesses each further one waits twice as long, up to a quarter of an hour', async (t) => {
  const { signIn, guess, advance } = await setup(t);
  assert.deepEqual((await guess(5)).map(waitIn), [0, 0, 0, 0, 0]);
  const waits: number[] = [];
  for (let i = 0; i < 14; i++) {
    const wait = waitIn(await signIn('guess'));
    waits.push(wait);
    advance(wait - 0.5);
    assert.equal(waitIn(await signIn('guess')), 1, `before ${wait} s`);
    advance(0.5);
    assert.equal(waitIn(await signIn('guess')), 0, `after ${wait} s`);
  }
  assert.deepEqual(waits.slice(0, 9), [2, 4, 8, 16, 32, 64, 128, 256, 512]);
  assert.deepEqual(waits.slice(9), [900, 900, 900, 900, 900]);
});

test('a guess is forgotten with every hour, and however many there were, all of them within a day', async (t) => {
  const { shop, now, advance } = await setup(t);
  const store = openStore({ databaseUrl: shop.databaseUrl, connections: 1 });
  t.after(() => store.close());
  const throttle = createThrottle({ database: store.database, key: 'any', now });
  const heardOf = async (tries: number): Promise<number> => {
    let heard = 0;
    for (let i = 0; i < tries; i++) heard += (await throttle.take('sign-in', 'mira')).ok ? 1 : 0;
    return heard;
  };
  assert.equal(await heardOf(8), 5);
  advance(2 * 3600);
  assert.equal(await heardOf(8), 2);
  for (let i = 0; i < 100; i++) {
    advance(900);
    assert.equal(await heardOf(2), 1);
  }
  advance(15 * 3600);
  assert.equal(await heardOf(8), 5);
});

test('free tries are free also when the clocks of two processes differ', async (t) => {
  const { shop, now } = await setup(t);
  const store = openStore({ databaseUrl: shop.databaseUrl, connections: 1 });
  t.after(() => store.close());
  const { database } = store;
  const ahead = createThrottle({ database, key: 'any', now: () => now() + 5_000 });
  const behind = createThrottle({ database, key: 'any', now });
  for (let i = 0; i < 20; i++)
    for (const throttle of [ahead, behind])
      assert.ok((await throttle.take('quote', 'card-1')).ok, `try ${i}`);
});

test('of many guesses at once no more are heard than one after another, by two servers together', async (t) => {
  const { shop, guess, now } = await setup(t);
  const requests = new Map<string, (request: Request) => Promise<Response>>();
  await shop.addServer({
    options: { pageUrl, now },
    onMade: (server) => void requests.set('second', (request) => server.fetch(request)),
  });
  const second = requests.get('second') ?? assert.fail();
  const atSecond = async (i: number): Promise<number> => {
    const body = JSON.stringify({ email, password: `other ${i}` });
    return (await second(new Request(`${shop.url}/session`, { method: 'POST', body }))).status;
  };
  const [here, there] = await Promise.all([
    guess(15),
    Promise.all(Array.from({ length: 15 }, (_, i) => atSecond(i))),
  ]);
  const statuses = [...here.map(({ status }) => status), ...there];
  assert.equal(statuses.filter((status) => status === 401).length, 5);
  assert.equal(statuses.filter((status) => status === 429).length, 25);
});

test('an unknown account is slowed down like a known one, and one does not slow the other', async (t) => {
  const { signIn, guess } = await setup(t);
  const [known, unknown] = [await guess(8), await guess(8, stranger)];
  const told = (said: Said[]) => said.map(({ problem }) => problem?.code).sort();
  assert.deepEqual(told(known), told(unknown));
  const [one, two] = [await signIn('guess'), await signIn('guess', stranger)];
  assert.deepEqual({ ...one.problem, retryAfterSeconds: 0 }, { ...two.problem, retryAfterSeconds: 0 });
  assert.equal((await signIn(accounts.tom.password, accounts.tom.email)).status, 200);
});

test('capital letters and spaces do not make another account', async (t) => {
  const { signIn, guess } = await setup(t);
  await guess(5);
  for (const as of [email.toUpperCase(), `  ${email} `]) assert.ok(waitIn(await signIn('guess', as)) > 0, as);
});

test('the right password ends the count, and is not heard while a guess would not be', async (t) => {
  const { signIn, guess, advance } = await setup(t);
  await guess(4);
  assert.equal((await signIn(password)).status, 200);
  await guess(5);
  const wait = waitIn(await signIn(password));
  assert.ok(wait > 0);
  advance(wait);
  assert.equal((await signIn(password)).status, 200);
  assert.deepEqual((await guess(5)).map(waitIn), [0, 0, 0, 0, 0]);
});

test('whoever knows a password cannot guess codes for ever', async (t) => {
  const { shop, signIn } = await setup(t);
  const ada = { email: 'ada@example.com', password: 'correct horse', name: 'Ada' };
  await shop.server.admin.createAccount({ ...ada, oneTimeCode: true });
  for (let i = 0; i < 5; i++) assert.equal((await signIn(ada.password, ada.email)).status, 200);
  assert.ok(waitIn(await signIn(ada.password, ada.email)) > 0);
});

test('mails to one address are few, whoever asks for them', async (t) => {
  const { shop } = await setup(t);
  const waits = [];
  for (const to of [email, email, email, email, stranger])
    waits.push(waitIn(await shop.call('requestReset', { body: { email: to } })) > 0);
  assert.deepEqual(waits, [false, false, false, true, false]);
});

test('quotes for one card are many, and not without end', async (t) => {
  const { shop } = await setup(t);
  const token = await shop.signIn();
  const { cardRef } = await shop.cardCalled(token, 'LEB Global card');
  const body = { cardRef, planId: 'global-12m', currency: 'USD' };
  const said = await Promise.all(Array.from({ length: 70 }, () => shop.call('quote', { body, token })));
  const slowed = said.filter(({ status }) => status === 429);
  assert.ok(slowed.length === 10, `${slowed.length} slowed`);
  assert.ok(slowed.every((each) => waitIn(each) === 1));
  const [kept] = await query<{ n: number }>(shop.databaseUrl, 'select count(*) as n from leb_renew.quotes');
  assert.equal(kept?.n, String(70 - slowed.length));
  const other = await shop.cardCalled(token, 'Travel phone');
  const another = { cardRef: other.cardRef, planId: 'global-1m', currency: 'USD' };
  assert.equal((await shop.call('quote', { body: another, token })).status, 200);
});

test('a flood from one network address is slowed down, whatever it asks, and others are not', async (t) => {
  let from: string | null = '203.0.113.7';
  const { shop } = await setup(t, { clientAddress: () => from });
  const floods: [CallName, unknown][] = [
    ['signIn', { email: stranger, password: 'x' }],
    ['verifyCode', { challengeId: 'x', code: '123456' }],
    ['requestReset', { email: stranger }],
    ['setPassword', { token: 't'.repeat(24), password: 'long enough' }],
    ['openLink', { token: 'rl_'.repeat(8) }],
    ['quote', { cardRef: 'c_x', planId: 'p', currency: 'USD' }],
    ['begin', { quoteId: 'q_x' }],
  ];
  for (const [index, [name, body]] of floods.entries()) {
    from = `203.0.113.${index}`;
    const said = await Promise.all(Array.from({ length: 70 }, () => shop.call(name, { body: '' })));
    const slowed = said.filter((each) => waitIn(each) > 0).length;
    assert.ok(slowed === 10, `${name}: ${slowed} slowed`);
    assert.ok(waitIn(await shop.call(name, { body })) > 0, `${name} from the same address`);
    from = '198.51.100.1';
    assert.equal(waitIn(await shop.call(name, { body })), 0, `${name} from another address`);
    from = null;
    assert.equal(waitIn(await shop.call(name, { body: '' })), 0, `${name} from nobody knows where`);
  }
});

test('a flood of notices that nobody signed is slowed down, and those that are good are not', async (t) => {
  let from = '203.0.113.7';
  const { shop } = await setup(t, { clientAddress: () => from });
  const send = (signature?: null) => sendNotice(shop, 'pay_nobody', signature === null ? { signature } : {});
  const said = await Promise.all(Array.from({ length: 70 }, () => send(null)));
  const slowed = said.filter(({ status }) => status === 429);
  assert.equal(slowed.length, 10);
  assert.ok(slowed.every(({ headers }) => Number(headers.get('retry-after')) > 0));
  assert.equal((await send(null)).status, 429);
  assert.equal((await send()).status, 204);
  from = '198.51.100.1';
  assert.equal((await send(null)).status, 400);
});

test('a flood of guesses at one account locks nobody else out, nor its owner out of a session', async (t) => {
  const { shop } = await setup(t);
  const token = await shop.signIn('mira');
  const guess = (to: string) => shop.call('signIn', { body: { email: to, password: 'wrong' } });
  const said = await Promise.all(Array.from({ length: 30 }, () => guess(email)));
  assert.ok(said.some((each) => waitIn(each) > 0));
  assert.ok(!said.some(({ problem }) => problem?.code === 'account-locked'));
  assert.equal((await shop.call('cards', { token })).status, 200);
  await shop.signIn('tom');
});

test('an address is counted with those that the same customer has', () => {
  const rows: [address: string, network: string][] = [
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:203.0.113.7', '2001:db8:1:2::/64'],
    ['1::5:6:7:203.0.113.7', '1:0:0:5::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::', '0:0:0:0::/64'],
    ['what the seller calls it', 'what the seller calls it'],
  ];
  for (const [address, network] of rows) assert.equal(networkOf(address), network, address);
});

test('what was tried is kept under no name that could be read, and is forgotten after a day', async (t) => {
  const { shop, guess, advance, now } = await setup(t, { clientAddress: () => '203.0.113.7' });
  await guess(3);
  const rows = () =>
    query<{ row: string }>(shop.databaseUrl, 'select t::text as row from leb_renew.throttles t');
  const kept = await rows();
  assert.equal(kept.length, 2);
  assert.ok(kept.every(({ row }) => !row.includes('mira') && !row.includes('203.0.113')));
  const store = openStore({ databaseUrl: shop.databaseUrl, connections: 1 });
  t.after(() => store.close());
  const { tidy } = createThrottle({ database: store.database, key: 'any', now });
  advance(23 * 3600);
  await tidy();
  assert.equal((await rows()).length, 2);
  advance(2 * 3600);
  await tidy();
  assert.deepEqual(await rows(), []);
});

test('a clock that is set back locks nobody out for good', async (t) => {
  const { signIn, guess, advance } = await setup(t);
  await guess(6);
  advance(-3600);
  assert.ok(waitIn(await signIn('guess')) > 0);
  advance(2 * 3600);
  assert.equal((await signIn(password)).status, 200);
});

test('a seller who limits requests in front of the server may switch it off', async (t) => {
  const { guess } = await setup(t, { throttling: false });
  assert.ok((await guess(12)).every(({ status }) => status === 401));
});
