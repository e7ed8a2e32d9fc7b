import {
  calls,
  type CallName,
  type Card,
  type Quote,
  type Renewal,
  type Session,
} from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { createLinks } from '../../packages/server/src/accounts/links.ts';
import { query } from './shop/cluster.ts';
import { openShop, type Shop } from './shop/open-shop.ts';

const pageUrl = 'https://shop.example/renew';
const label = 'LEB Global card';

async function setup(t: TestContext) {
  const shop = await openShop(t, { options: { pageUrl, throttling: false } });
  const token = await shop.signIn();
  const card = await shop.cardCalled(token, label);
  const address = await shop.server.admin.renewalLink(card.cardRef);
  const link = tokenIn(address);
  const open = (of = link) => shop.call('openLink', { body: { token: of } });
  const session = async (of = link): Promise<Session> =>
    shop.get<Session>('openLink', { body: { token: of } });
  return { shop, token, card, address, link, open, session };
}

const tokenIn = (address: string): string => /#leb-renew=(.+)$/.exec(address)?.[1] ?? assert.fail(address);

async function renewed(shop: Shop, token: string, body: { cardRef: string; planId: string }) {
  const quote = await shop.get<Quote>('quote', { token, body: { ...body, currency: 'USD' } });
  const begun = await shop.begin(token, quote.quoteId);
  await shop.pay(begun, 'approve');
  return shop.reaches(begun, 'renewed');
}

test('a link in a mail opens one card, masked, and says nothing of its owner', async (t) => {
  const { shop, card, address, session } = await setup(t);
  assert.ok(address.startsWith(`${pageUrl}#`), 'behind the #, where no server sees it');
  const opened = await session();
  assert.deepEqual(opened.account, { emailMasked: '•••', name: null });
  assert.equal(opened.onlyCard, card.cardRef);
  assert.ok(Date.parse(opened.expiresAt) - shop.now() <= 3_600_000);
  const { cards } = await shop.get<{ cards: Card[] }>('cards', { token: opened.token });
  assert.deepEqual(
    cards.map(({ cardRef }) => cardRef),
    [card.cardRef],
  );
  const told = JSON.stringify({ opened, cards });
  for (const secret of ['mira', '8985990000000004821', 'Lena']) assert.ok(!told.includes(secret), secret);
});

test('a link is renewed by, to the end, with the token of that renewal alone', async (t) => {
  const { shop, card, session } = await setup(t);
  const { token } = await session();
  const done = await renewed(shop, token, { cardRef: card.cardRef, planId: 'global-12m' });
  assert.ok(Date.parse(done.period.to) > Date.parse(card.entitlement.expiresAt ?? ''));
  const path = { renewalId: done.renewalId };
  for (const name of ['renewal', 'cancel', 'receipt'] as const)
    assert.equal(await shop.refused(name, { token, path }), 'unknown-renewal', name);
  await shop.get('receipt', { token: done.renewalToken, path });
});

test('a link to a card that somebody is renewing already says so, and nothing of that renewal', async (t) => {
  const { shop, card, token: owner, session } = await setup(t);
  const wish = { cardRef: card.cardRef, planId: 'global-12m', currency: 'USD' };
  const quoteAs = async (token: string) => (await shop.get<Quote>('quote', { token, body: wish })).quoteId;
  const begun = await shop.begin(owner, await quoteAs(owner));
  const { token } = await session();
  const body = { quoteId: await quoteAs(token) };
  const { problem, value } = await shop.call('begin', { token, body });
  assert.deepEqual([problem?.code, problem?.next, problem?.charged], ['renewal-open', 'wait', 'no']);
  assert.ok(!JSON.stringify([problem, value]).includes(begun.renewalId));
  await shop.call('cancel', { token: owner, path: { renewalId: begun.renewalId } });
  assert.equal((await shop.call('begin', { token, body })).status, 200);
});

test('opening a link spends and writes nothing, however often it is opened', async (t) => {
  const { shop, open } = await setup(t);
  const before = await shop.snapshot();
  const said = await Promise.all(Array.from({ length: 5 }, () => open()));
  assert.ok(said.every(({ status }) => status === 200));
  assert.equal(await shop.snapshot(), before);
  for (const method of ['GET', 'HEAD'])
    assert.equal((await fetch(`${shop.url}/session/link`, { method })).status, 405);
});

test('a link ends with the renewal of its card, with its grace, and with the card', async (t) => {
  const { shop, token, card, open } = await setup(t);
  await renewed(shop, token, { cardRef: card.cardRef, planId: 'global-1m' });
  assert.equal((await open()).problem?.code, 'link-ended');

  const watch = await shop.cardCalled(token, 'Spare watch');
  const link = tokenIn(await shop.server.admin.renewalLink(watch.cardRef));
  assert.equal((await open(link)).status, 200);
  const { token: session } = (await open(link)).value as Session;
  shop.advance(Date.parse(watch.entitlement.graceEndsAt ?? '') - shop.now());
  assert.equal((await open(link)).problem?.code, 'link-ended');
  assert.equal(await shop.refused('cards', { token: session }), 'not-signed-in');

  const phone = await shop.cardCalled(await shop.signIn(), 'Lena’s tablet');
  const another = tokenIn(await shop.server.admin.renewalLink(phone.cardRef));
  await query(shop.databaseUrl, 'update leb_renew.cards set revoked = true where card_ref = $1', [
    phone.cardRef,
  ]);
  assert.equal((await open(another)).problem?.code, 'link-ended');
  await assert.rejects(shop.server.admin.renewalLink(phone.cardRef), /has not begun, or has ended/);
});

test('a session of a link ends after an hour, and its link opens another', async (t) => {
  const { shop, session } = await setup(t);
  const { token } = await session();
  shop.advance(3_600_000 - 5_000);
  assert.equal((await shop.call('cards', { token })).status, 200);
  shop.advance(6_000);
  assert.equal(await shop.refused('cards', { token }), 'not-signed-in');
  assert.equal((await shop.call('cards', { token: (await session()).token })).status, 200);
});

test('a link that was changed anywhere, or made with another secret, has ended', async (t) => {
  const { shop, card, link, open, session } = await setup(t);
  const other = await shop.cardCalled(await shop.signIn('tom'), 'LEB Asia card');
  const scope = { cardRef: card.cardRef, version: 1, expiresAt: shop.now() + 86_400_000 };
  const forged = [
    link.replace(card.cardRef, other.cardRef),
    createLinks('another secret', shop.now).link(scope),
    (await session()).token,
    (await session()).token.replace('ls_', 'rl_'),
    link.slice(0, -1),
    `${link}.`,
    link.split('.').slice(0, -1).join('.'),
    `${link}\u0000`,
    `rl_${'.'.repeat(20)}`,
    `rl_${'\ud800'.repeat(20)}`,
  ];
  for (let i = 0; i < link.length; i++) {
    const changed = link[i] === 'A' ? 'B' : 'A';
    forged.push(link.slice(0, i) + changed + link.slice(i + 1));
  }
  // The last letter of base64url has bits that mean nothing, and is compared all the same.
  for (const token of forged)
    assert.equal((await open(token)).problem?.code, 'link-ended', `${token} for ${link}`);
  for (const token of [link, link.replace('rl_', 'ls_')])
    assert.equal(await shop.refused('cards', { token }), 'not-signed-in');
});

test('no link is made without a page, for no card, or for one that has not begun', async (t) => {
  const { shop, token } = await setup(t);
  const watch = await shop.cardCalled(token, 'Spare watch');
  await query(shop.databaseUrl, 'update leb_renew.cards set expires_at = null where card_ref = $1', [
    watch.cardRef,
  ]);
  const { admin } = shop.server;
  await assert.rejects(admin.renewalLink(watch.cardRef), /has not begun/);
  await assert.rejects(admin.renewalLink('c_nobody'), /there is no card c_nobody/);
  await shop.stopServer();
  await shop.restartServer({});
  await assert.rejects(shop.server.admin.renewalLink(watch.cardRef), /no pageUrl/);
});

test('who may call what', async (t) => {
  const { shop, token: owner, card, session } = await setup(t);
  const tablet = await shop.cardCalled(owner, 'Lena’s tablet');
  const other = await shop.signIn('tom');
  const link = (await session()).token;
  const linkOfTablet = (await session(tokenIn(await shop.server.admin.renewalLink(tablet.cardRef)))).token;
  const wish = { cardRef: card.cardRef, planId: 'global-12m', currency: 'USD' };
  const { quoteId } = await shop.get<Quote>('quote', { token: owner, body: wish });
  const begun = await shop.begin(owner, quoteId);
  const { renewalToken } = begun;
  const renewalOfTablet: Renewal = await shop.begin(
    owner,
    (await shop.get<Quote>('quote', { token: owner, body: { ...wish, cardRef: tablet.cardRef } })).quoteId,
  );

  const path = { cardRef: card.cardRef, renewalId: begun.renewalId };
  const asks: Record<CallName, { body?: unknown }> = {
    signIn: { body: { email: 'nobody@example.com', password: 'x' } },
    verifyCode: { body: { challengeId: 'x', code: '123456' } },
    requestReset: { body: { email: 'nobody@example.com' } },
    setPassword: { body: { token: 't'.repeat(24), password: 'long enough' } },
    openLink: { body: { token: 't'.repeat(24) } },
    cards: {},
    plans: {},
    receipts: {},
    quote: { body: wish },
    begin: { body: { quoteId } },
    renewal: {},
    cancel: {},
    receipt: {},
    refreshSession: {},
    signOut: {},
  };
  const callers = {
    nobody: null,
    owner,
    other,
    link,
    linkOfTablet,
    renewalToken,
    tokenOfAnother: renewalOfTablet.renewalToken,
    nonsense: 'x'.repeat(32),
  };
  const in_ = 'not-signed-in';
  const card_ = 'unknown-card';
  const quote_ = 'unknown-quote';
  const renewal_ = 'unknown-renewal';
  // What an owner's call ends in where it is let in; a receipt is there once it is paid for.
  const rows: Record<CallName, readonly string[]> = {
    //           nobody  owner           other     link      linkOfTablet renewalToken    tokenOfAnother nonsense
    signIn: Array.from({ length: 8 }, () => 'wrong-credentials'),
    verifyCode: Array.from({ length: 8 }, () => 'wrong-code'),
    requestReset: Array.from({ length: 8 }, () => 'ok'),
    setPassword: Array.from({ length: 8 }, () => 'link-ended'),
    openLink: Array.from({ length: 8 }, () => 'link-ended'),
    cards: [in_, 'ok', 'ok', 'ok', 'ok', in_, in_, in_],
    plans: [in_, 'ok', card_, 'ok', card_, in_, in_, in_],
    receipts: [in_, 'ok', card_, card_, card_, in_, in_, in_],
    quote: [in_, 'ok', card_, 'ok', card_, in_, in_, in_],
    begin: [in_, 'ok', quote_, 'ok', quote_, in_, in_, in_],
    renewal: [in_, 'ok', renewal_, renewal_, renewal_, 'ok', renewal_, in_],
    receipt: [in_, 'not-paid-yet', renewal_, renewal_, renewal_, 'not-paid-yet', renewal_, in_],
    cancel: [in_, 'ok', renewal_, renewal_, renewal_, 'ok', renewal_, in_],
    refreshSession: Array.from({ length: 8 }, () => in_),
    signOut: [in_, 'ok', 'ok', 'ok', 'ok', in_, in_, in_],
  };
  assert.deepEqual(Object.keys(rows).sort(), Object.keys(calls).sort());
  for (const [name, expected] of Object.entries(rows) as [CallName, readonly string[]][]) {
    for (const [index, [who, token]] of Object.entries(callers).entries()) {
      const said = await shop.call(name, { ...asks[name], path, token });
      assert.equal(said.problem?.code ?? 'ok', expected[index], `${name} by ${who}`);
      if (name === 'cards' && said.value !== null) {
        const seen = (said.value as { cards: Card[] }).cards.map(({ cardRef }) => cardRef);
        const only = { link: card.cardRef, linkOfTablet: tablet.cardRef }[who];
        if (only !== undefined) assert.deepEqual(seen, [only], who);
        else assert.equal(seen.includes(card.cardRef), who === 'owner');
      }
    }
  }
});
