import { problem, type Quote, type Renewal } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from './shop/cluster.ts';
import { openShop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const minute = 60_000;
const payments = (databaseUrl: string) =>
  query(databaseUrl, 'select payment_id from sandbox_provider.payments');

test('one quote begun ten times at once is one renewal and one payment', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const { quoteId } = await shop.quote(token);
  const begun = await Promise.all(Array.from({ length: 10 }, () => shop.begin(token, quoteId)));
  assert.equal(new Set(begun.map(({ renewalId }) => renewalId)).size, 1);
  assert.deepEqual(begun[0], begun[9]);
  assert.equal((await payments(shop.databaseUrl)).length, 1);
});

test('a quote says which card it is for, as its owner knows it', async (t) => {
  const shop = await openShop(t);
  const { card } = await shop.quote(await shop.signIn());
  assert.deepEqual([card.label, card.region, card.zone], ['LEB Global card', 'Global', 'Asia/Shanghai']);
});

test('a second quote of one card is refused while a renewal is open, and names it', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const [one, two] = [await shop.quote(token), await shop.quote(token, { planId: 'global-1m' })];
  const begun = await shop.begin(token, one.quoteId);
  const { problem } = await shop.call('begin', { token, body: { quoteId: two.quoteId } });
  assert.deepEqual(
    [problem?.code, problem?.status, problem?.renewalId],
    ['renewal-open', 409, begun.renewalId],
  );
  assert.equal((await payments(shop.databaseUrl)).length, 1);
});

test('ten quotes of one card begun at once are one renewal', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const quotes = await Promise.all(Array.from({ length: 10 }, () => shop.quote(token)));
  const answers = await Promise.all(
    quotes.map(({ quoteId }) => shop.call('begin', { token, body: { quoteId } })),
  );
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  assert.equal(answers.filter(({ problem }) => problem?.code === 'renewal-open').length, 9);
  assert.equal((await payments(shop.databaseUrl)).length, 1);
});

test('an expired quote begins nothing, and one that had begun goes on', async (t) => {
  const shop = await openShop(t);
  let token = await shop.signIn();
  const [one, two] = [await shop.quote(token), await shop.quote(token, { label: 'Lena’s tablet' })];
  const begun = await shop.begin(token, one.quoteId);
  shop.advance(15 * minute);
  token = await shop.signIn();
  const before = await shop.snapshot();
  assert.equal(await shop.refused('begin', { token, body: { quoteId: two.quoteId } }), 'quote-expired');
  assert.equal(await shop.snapshot(), before);
  assert.equal((await shop.begin(token, one.quoteId)).renewalId, begun.renewalId);
});

test('a quote of a card that has changed since begins nothing', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const [one, two] = [await shop.quote(token), await shop.quote(token)];
  const begun = await shop.begin(token, one.quoteId);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  assert.equal(await shop.refused('begin', { token, body: { quoteId: two.quoteId } }), 'card-changed');
});

test('an unpaid renewal whose time is over makes room for the next', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const first = await shop.begin(token, (await shop.quote(token)).quoteId);
  shop.advance(31 * minute);
  const later = await shop.signIn();
  const second = await shop.begin(later, (await shop.quote(later)).quoteId);
  assert.notEqual(second.renewalId, first.renewalId);
  assert.equal((await shop.renewal(first)).status, 'cancelled');
  assert.deepEqual(await shop.pay(first, 'approve'), {
    state: 'requires_payment_method',
    problemCode: 'payment-cancelled',
  });
});

test('an unpaid renewal whose time is over is ended by the sweep', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  await shop.server.admin.sweep();
  assert.equal((await shop.renewal(begun)).status, 'awaiting-payment');
  shop.advance(31 * minute);
  await shop.server.admin.sweep();
  assert.equal((await shop.renewal(begun)).status, 'cancelled');
  assert.equal((await shop.cardCalled(await shop.signIn(), 'LEB Global card')).openRenewal, null);
});

test('a provider that does not answer leaves a renewal that can be begun again', async (t) => {
  let isDown = true;
  const shop = await openShop(t, {
    aroundPayments: (gateway) => ({
      ...gateway,
      async create(request, key) {
        const made = await gateway.create(request, key);
        // The payment is made and the answer is lost.
        return isDown
          ? {
              ok: false,
              problem: {
                type: '',
                title: '',
                code: 'provider-down',
                charged: 'no',
                next: 'try-again',
                status: 502,
              },
            }
          : made;
      },
    }),
  });
  const token = await shop.signIn();
  const { quoteId } = await shop.quote(token);
  assert.equal(await shop.refused('begin', { token, body: { quoteId } }), 'provider-down');
  isDown = false;
  const begun = await shop.begin(token, quoteId);
  assert.equal((await payments(shop.databaseUrl)).length, 1);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
});

test('a renewal that the provider never made a payment for gives way to another choice', async (t) => {
  let isDown = true;
  const shop = await openShop(t, {
    aroundPayments: (gateway) => ({
      ...gateway,
      create: (request, key) =>
        isDown
          ? Promise.resolve({ ok: false, problem: problem('provider-down') })
          : gateway.create(request, key),
    }),
  });
  const token = await shop.signIn();
  const [one, two] = [await shop.quote(token), await shop.quote(token, { planId: 'global-1m' })];
  assert.equal(await shop.refused('begin', { token, body: { quoteId: one.quoteId } }), 'provider-down');
  isDown = false;
  assert.equal(await shop.refused('begin', { token, body: { quoteId: two.quoteId } }), 'renewal-open');
  shop.advance(minute);
  await shop.begin(token, two.quoteId);
  assert.equal((await shop.begin(token, one.quoteId)).status, 'cancelled');
  assert.equal((await payments(shop.databaseUrl)).length, 1);
});

test('a renewal opens to its own token and to its owner, and to nobody else', async (t) => {
  const shop = await openShop(t);
  const [mira, tom] = [await shop.signIn('mira'), await shop.signIn('tom')];
  const one = await shop.begin(mira, (await shop.quote(mira)).quoteId);
  const two = await shop.begin(mira, (await shop.quote(mira, { label: 'Lena’s tablet' })).quoteId);
  const path = { renewalId: one.renewalId };
  for (const token of [mira, one.renewalToken])
    assert.equal((await shop.get<Renewal>('renewal', { path, token })).renewalId, one.renewalId);

  for (const name of ['renewal', 'cancel', 'receipt'] as const) {
    for (const [what, token] of Object.entries({
      'another account': tom,
      'another renewal’s token': two.renewalToken,
    })) {
      const known = await shop.call(name, { path, token });
      const unknown = await shop.call(name, { path: { renewalId: 'r_nobody' }, token });
      assert.equal(known.problem?.code, 'unknown-renewal', `${name} by ${what}`);
      assert.deepEqual(known.problem, unknown.problem, `${name} by ${what}`);
    }
    const [known, unknown] = [
      await shop.call(name, { path }),
      await shop.call(name, { path: { renewalId: 'r_nobody' } }),
    ];
    assert.equal(known.problem?.code, 'not-signed-in');
    assert.deepEqual(known.problem, unknown.problem);
  }
});

test('a session that has ended opens nothing', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  await shop.get('cards', { token });
  assert.equal((await shop.call('signOut', { token })).status, 204);
  assert.equal(await shop.refused('cards', { token }), 'not-signed-in');
});

test('a slow provider keeps nobody else from the database', async (t) => {
  let asked = 0;
  let answer: () => void = () => undefined;
  const answers = new Promise<void>((resolve) => (answer = resolve));
  const shop = await openShop(t, {
    aroundPayments: (gateway) => ({
      ...gateway,
      async create(request, key) {
        asked += 1;
        await answers;
        return gateway.create(request, key);
      },
    }),
  });
  const token = await shop.signIn();
  await query(
    shop.databaseUrl,
    `insert into leb_renew.cards select (jsonb_populate_record(c, jsonb_build_object(
       'card_ref', 'c_more' || n, 'iccid', '89850000000000000' || n))).*
     from leb_renew.cards c, generate_series(10, 39) n where c.label = 'LEB Global card'`,
  );
  const quotes: Quote[] = [];
  for (let n = 10; n < 40; n++) {
    const body = { cardRef: `c_more${n}`, planId: 'global-12m', currency: 'USD' };
    quotes.push(await shop.get<Quote>('quote', { token, body }));
  }
  const begun = quotes.map(({ quoteId }) => shop.call('begin', { token, body: { quoteId } }));
  await until('all of them wait for the provider', async () => asked === 30);
  assert.equal((await shop.call('cards', { token })).status, 200);
  answer();
  assert.deepEqual([...new Set((await Promise.all(begun)).map(({ status }) => status))], [200]);
});

test('a renewal that was given up while its payment was being made stays so, and its payment too', async (t) => {
  let reach: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (reach = resolve));
  let goOn: () => void = () => undefined;
  const answers = new Promise<void>((resolve) => (goOn = resolve));
  const shop = await openShop(t, {
    aroundPayments: (gateway) => ({
      ...gateway,
      async create(request, key) {
        reach();
        await answers;
        return gateway.create(request, key);
      },
    }),
  });
  const token = await shop.signIn();
  const { quoteId } = await shop.quote(token);
  const begun = shop.begin(token, quoteId);
  await asked;
  const [row] = await query<{ renewal_id: string }>(
    shop.databaseUrl,
    'select renewal_id from leb_renew.renewals',
  );
  assert.ok(row);
  await shop.get('cancel', { token, path: { renewalId: row.renewal_id } });
  goOn();
  assert.equal((await begun).status, 'cancelled');
  assert.deepEqual(await query(shop.databaseUrl, 'select status from sandbox_provider.payments'), [
    { status: 'canceled' },
  ]);
});
