import type { Renewal, SandboxHandoffData } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from './shop/cluster.ts';
import { sendNotice } from './shop/notice.ts';
import { openShop, type Shop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

/** The card lives exactly one term longer, and every book says so once. */
async function assertExtendedOnce(shop: Shop, begun: Renewal): Promise<void> {
  const token = await shop.signIn();
  const card = await shop.cardCalled(token, 'LEB Global card');
  assert.equal(card.entitlement.expiresAt, begun.quote.effect.to);
  assert.equal(card.entitlement.periods.length, 2);
  const [books] = await query<Record<string, number>>(
    shop.databaseUrl,
    `select (select count(*)::int from leb_local_supplier.extensions) extensions,
            (select count(*)::int from leb_renew.service_periods where renewal_id is not null) periods,
            (select count(*)::int from leb_renew.receipts) receipts,
            (select version from leb_renew.cards where label = 'LEB Global card') version`,
  );
  assert.deepEqual(books, { extensions: 1, periods: 1, receipts: 1, version: 2 });
  const mails = await until('a mail', async () => {
    const sent = await shop.server.admin.mails();
    return sent.length > 0 && sent;
  });
  assert.equal(mails.length, 1);
}

const begin = async (shop: Shop): Promise<Renewal> => {
  const token = await shop.signIn();
  return shop.begin(token, (await shop.quote(token)).quoteId);
};
const paymentOf = (begun: Renewal): string =>
  begun.status === 'awaiting-payment'
    ? (begun.handoff.data as SandboxHandoffData).paymentId
    : assert.fail('not awaiting payment');

test('notices sent twice and twenty times at once, with polls between, extend once', async (t) => {
  const shop = await openShop(t);
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  const same = { id: 'msg_the_same_each_time' };
  const answers = await Promise.all([
    ...Array.from({ length: 10 }, () =>
      sendNotice(shop, paymentOf(begun), same).then(({ status }) => status),
    ),
    ...Array.from({ length: 10 }, () => sendNotice(shop, paymentOf(begun)).then(({ status }) => status)),
    ...Array.from({ length: 20 }, () => shop.renewal(begun, '?refresh=1').then(() => 204)),
    shop.server.admin.sweep().then(() => 204),
  ]);
  assert.deepEqual([...new Set(answers)], [204]);
  const renewed = await shop.reaches(begun, 'renewed');
  assert.equal((await sendNotice(shop, paymentOf(begun), same)).status, 204);
  await assertExtendedOnce(shop, begun);
  await until('every notice is settled', async () => {
    const open = await query(
      shop.databaseUrl,
      `select 1 from leb_renew.notices where settled_at is null
       union all select 1 from leb_renew_jobs.job where name = 'settle' and state < 'completed'`,
    );
    return open.length === 0;
  });
  const looks = () =>
    query(shop.databaseUrl, `select id from leb_renew_jobs.job where name = 'settle' order by id`);
  const [settled, looked] = [await shop.snapshot(), await looks()];
  await sendNotice(shop, paymentOf(begun), same);
  assert.equal(await shop.snapshot(), settled);
  assert.deepEqual(await looks(), looked, 'a notice that came before is not looked into again');
  assert.equal((await shop.renewal(begun)).seq, renewed.seq);
});

test('without any notice, a refreshing look finds the money', async (t) => {
  const shop = await openShop(t, { noticesTo: 'nowhere' });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  assert.equal((await shop.renewal(begun)).status, 'awaiting-payment');
  assert.notEqual((await shop.renewal(begun, '?refresh=1')).status, 'awaiting-payment');
  await shop.reaches(begun, 'renewed');
  await assertExtendedOnce(shop, begun);
});

test('without any notice and with the page closed, the sweep finds the money', async (t) => {
  const shop = await openShop(t, { noticesTo: 'nowhere' });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.server.admin.sweep();
  await shop.reaches(begun, 'renewed');
  await assertExtendedOnce(shop, begun);
});

test('a notice that comes while the server is stopped comes again', async (t) => {
  const shop = await openShop(t);
  const begun = await begin(shop);
  await shop.stopServer();
  await shop.pay(begun, 'approve');
  await until('a notice that was not taken', async () => {
    const tried = await query(shop.databaseUrl, 'select 1 from sandbox_provider.notices where tries > 0');
    return tried.length > 0;
  });
  await shop.restartServer();
  await shop.reaches(begun, 'renewed');
  await assertExtendedOnce(shop, begun);
});

test('a server stopped between paid and renewed finishes when it starts again', async (t) => {
  const shop = await openShop(t, { supplier: { delayMs: 60_000 } });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  const extending = await shop.reaches(begun, 'extending');
  await shop.stopServer();
  const [before] = await query(shop.databaseUrl, 'select 1 from leb_local_supplier.extensions');
  assert.equal(before, undefined);
  await shop.restartServer({});
  const renewed = await shop.reaches(begun, 'renewed');
  assert.ok(renewed.seq > extending.seq);
  assert.equal(renewed.receiptNumber, extending.receiptNumber);
  await assertExtendedOnce(shop, begun);
});

test('a server killed between paid and renewed finishes when it starts again', async (t) => {
  const shop = await openShop(t, { supplier: { delayMs: 60_000 } });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'extending');
  await shop.stopServer();
  // As a process leaves it that had no time to hand it back: the job is taken, and nobody is at it.
  const taken = `update leb_renew_jobs.job set state = 'active', started_on = now() where name = 'fulfil' returning id`;
  assert.equal((await query(shop.databaseUrl, taken)).length, 1);
  await shop.restartServer({});
  await shop.reaches(begun, 'renewed');
  await assertExtendedOnce(shop, begun);
});

test('a server stopped after the supplier acted and before it was written down does not extend again', async (t) => {
  let acted = false;
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      async apply(order, mark, signal) {
        await supplier.apply(order, mark, signal);
        acted = true;
        // The answer is on its way for ever.
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new Error('stopped'))),
        );
      },
    }),
  });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await until('the supplier acts', async () => acted);
  await shop.stopServer();
  const asked: string[] = [];
  await shop.restartServer({
    aroundSupplier: (supplier) => ({
      ...supplier,
      apply: (...order) => (asked.push('apply'), supplier.apply(...order)),
      find: (...order) => (asked.push('find'), supplier.find(...order)),
    }),
  });
  await shop.reaches(begun, 'renewed');
  assert.deepEqual(asked, ['find']);
  await assertExtendedOnce(shop, begun);
});

for (const [mishap, what] of [
  ['lost-answer', 'acts and does not answer'],
  ['lost-order', 'never hears of the first order'],
] as const) {
  test(`a supplier that ${what} extends once`, async (t) => {
    const keys: string[] = [];
    const shop = await openShop(t, {
      supplier: { mishap: ({ key }) => (keys.push(key) <= 1 ? mishap : 'none') },
    });
    const begun = await begin(shop);
    await shop.pay(begun, 'approve');
    await shop.reaches(begun, 'renewed');
    assert.deepEqual([...new Set(keys)], [`renewal:${begun.renewalId}:extend`]);
    assert.equal(keys.length, mishap === 'lost-answer' ? 1 : 2);
    await assertExtendedOnce(shop, begun);
  });
}

test('a supplier that cannot tell is not ordered from again until it can', async (t) => {
  let orders = 0;
  let finds = 0;
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      async apply(order, mark, signal) {
        orders += 1;
        await supplier.apply(order, mark, signal);
        return { outcome: 'unknown', detail: 'no answer' };
      },
      find: (...order) =>
        ++finds < 3
          ? Promise.resolve({ outcome: 'unknown' as const, detail: 'down' })
          : supplier.find(...order),
    }),
  });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  assert.deepEqual([orders, finds], [1, 3]);
  await assertExtendedOnce(shop, begun);
});

test('two servers on one database extend once', async (t) => {
  const asked: string[] = [];
  const slowly = {
    aroundSupplier: (
      supplier: Parameters<
        NonNullable<Parameters<typeof openShop>[1] & object>['aroundSupplier'] & object
      >[0],
    ) => ({
      ...supplier,
      apply: (...order: Parameters<typeof supplier.apply>) => (
        asked.push(order[0].key),
        supplier.apply(...order)
      ),
    }),
    supplier: { delayMs: 400 },
  };
  const shop = await openShop(t, slowly);
  await shop.addServer(slowly);
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'extending');
  // Sweeps of the next minutes find it unfinished, again and again.
  shop.advance(60_000);
  for (let each = 0; each < 6; each++) await shop.server.admin.sweep();
  await shop.reaches(begun, 'renewed');
  await until('the queue is empty', async () => {
    const open = await query(
      shop.databaseUrl,
      `select 1 from leb_renew_jobs.job where name = 'fulfil' and state < 'completed'`,
    );
    return open.length === 0;
  });
  assert.equal(asked.length, 1);
  await assertExtendedOnce(shop, begun);
});

test('a supplier that refuses leaves the renewal to a person, with the receipt', async (t) => {
  const shop = await openShop(t, { supplier: { mishap: () => 'refuse' } });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  const review = await shop.reaches(begun, 'review');
  const token = await shop.signIn();
  const receipt = await shop.get<{ number: string; period: unknown }>('receipt', {
    path: { renewalId: begun.renewalId },
    token,
  });
  assert.deepEqual([receipt.number, receipt.period], [review.receiptNumber, null]);
  const card = await shop.cardCalled(token, 'LEB Global card');
  assert.equal(card.entitlement.expiresAt, begun.quote.effect.from);
  assert.equal(card.openRenewal, begun.renewalId, 'nobody pays a second time while somebody looks into it');
});

test('a supplier that gives less than was promised leaves the renewal to a person', async (t) => {
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      apply: ({ to, ...order }, mark, signal) =>
        supplier.apply({ ...order, to: new Date(Date.parse(to) - 1000).toISOString() }, mark, signal),
    }),
  });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'review');
  assert.equal(
    (await shop.cardCalled(await shop.signIn(), 'LEB Global card')).entitlement.expiresAt,
    begun.quote.effect.from,
  );
});
