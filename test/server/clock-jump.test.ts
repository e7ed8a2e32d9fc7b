import type { Quote, Session, SignInAnswer } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { query } from './shop/cluster.ts';
import { openShop, type Shop, type ShopChanges } from './shop/open-shop.ts';
import { accounts, password } from './shop/seed.ts';

const hour = 3_600_000;

/** A shop in which everything that has a time is open: a session, a link, a quote, an unpaid renewal. */
async function setup(t: TestContext, changes: ShopChanges = {}) {
  const shop = await openShop(t, { ...changes, options: { pageUrl: 'https://shop.example/renew' } });
  const { origin } = new URL(shop.url);
  const said = await shop.call('signIn', {
    body: { email: accounts.mira.email, password },
    headers: { origin },
  });
  const answer = said.value as SignInAnswer;
  assert.ok(answer.kind === 'session');
  const { token } = answer.session;
  const cookie = said.headers.get('set-cookie')?.split(';')[0] ?? '';
  const tablet = await shop.cardCalled(token, 'Lena’s tablet');
  const link = (await shop.server.admin.renewalLink(tablet.cardRef)).split('=')[1] ?? '';
  const opened = await shop.get<Session>('openLink', { body: { token: link } });
  const quote = await shop.quote(token, { label: 'Travel phone' });
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  return { shop, origin, token, cookie, link, opened, quote, begun };
}

const extensions = async ({ databaseUrl }: Shop) =>
  query<{ renewal_id: string }>(
    databaseUrl,
    'select renewal_id from leb_renew.service_periods where renewal_id is not null',
  );

test('a clock that jumps an hour forward ends what is short-lived, and no payment is lost by it', async (t) => {
  const { shop, origin, token, cookie, link, opened, quote, begun } = await setup(t);
  await shop.pay(begun, 'approve');
  shop.advance(hour + 1_000);
  assert.equal(await shop.refused('cards', { token }), 'not-signed-in');
  const session = await shop.get<Session>('refreshSession', { headers: { origin, cookie } });
  const { quoteId } = quote;
  assert.equal(await shop.refused('begin', { token: session.token, body: { quoteId } }), 'quote-expired');
  assert.equal(await shop.refused('cards', { token: opened.token }), 'not-signed-in');
  await shop.get('openLink', { body: { token: link } });
  await shop.server.admin.sweep();
  await shop.reaches(begun, 'renewed');
  assert.deepEqual(await extensions(shop), [{ renewal_id: begun.renewalId }]);
});

test('a clock that is set back an hour leaves everything open, and orders no news wrongly', async (t) => {
  const { shop, origin, token, cookie, link, quote, begun } = await setup(t);
  shop.advance(-hour);
  await shop.get('cards', { token });
  const session = await shop.get<Session>('refreshSession', { headers: { origin, cookie } });
  await shop.get('openLink', { body: { token: link } });
  const { seq } = await shop.renewal(begun);
  await shop.pay(begun, 'approve');
  await shop.server.admin.sweep();
  assert.ok((await shop.reaches(begun, 'renewed')).seq > seq);
  // The provider goes by its own clock: it takes no payment that the server wants before then, and no money moves.
  const later = await shop.begin(session.token, quote.quoteId);
  assert.equal((await shop.pay(later, 'approve'))?.state, 'requires_payment_method');
  assert.deepEqual(await extensions(shop), [{ renewal_id: begun.renewalId }]);
  shop.advance(hour);
  const fresh = await shop.get<Quote>('quote', {
    token: await shop.signIn(),
    body: { cardRef: begun.quote.cardRef, planId: 'global-12m', currency: 'USD' },
  });
  assert.equal(fresh.effect.previousExpiry, begun.quote.effect.to);
});

test('processes whose clocks are two hours apart extend each paid card once, and sign nobody out', async (t) => {
  const { shop, origin, token, cookie, begun, quote } = await setup(t, { noticesTo: 'nowhere' });
  const later = await shop.begin(token, quote.quoteId);
  for (const renewal of [begun, later]) await shop.pay(renewal, 'approve');
  const servers = [shop.server];
  for (const apart of [hour, -hour])
    await shop.addServer({
      options: { now: () => Date.now() + apart },
      onMade: (server) => void servers.push(server),
    });
  await Promise.all(servers.map(({ admin }) => admin.sweep()));
  for (const renewal of [begun, later]) await shop.reaches(renewal, 'renewed');
  assert.equal((await extensions(shop)).length, 2);
  const receipts = await query<{ n: string }>(
    shop.databaseUrl,
    'select count(*) as n from leb_renew.receipts',
  );
  assert.equal(receipts[0]?.n, '2');
  await shop.get('refreshSession', { headers: { origin, cookie } });
});
