import { problem, type Renewal, type SandboxHandoffData } from '@leb-renew/core/contract';
import type { LogEntry } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from './shop/cluster.ts';
import { sendNotice } from './shop/notice.ts';
import { slowMailer } from './shop/slow-mailer.ts';
import { openShop, type Shop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const minute = 60_000;
const begin = async (shop: Shop, label = 'LEB Global card', planId = 'global-12m'): Promise<Renewal> => {
  const token = await shop.signIn();
  return shop.begin(token, (await shop.quote(token, { label, planId })).quoteId);
};
const paymentOf = (begun: Renewal): string =>
  begun.status === 'awaiting-payment'
    ? (begun.handoff.data as SandboxHandoffData).paymentId
    : assert.fail('not awaiting payment');
const jobs = async (shop: Shop, name: string, states = `state in ('created', 'retry', 'active')`) =>
  (await query(shop.databaseUrl, `select 1 from leb_renew_jobs.job where name = '${name}' and ${states}`))
    .length;
/** A job that has used up its tries. */
const exhaust = (shop: Shop, name: string) =>
  until(`no ${name} is left`, async () => {
    await query(
      shop.databaseUrl,
      `update leb_renew_jobs.job set state = 'failed' where name = '${name}' and state in ('created', 'retry')`,
    );
    return (await jobs(shop, name)) === 0;
  });

test('fifteen sweeps while the supplier is down leave one job per renewal', async (t) => {
  let isDown = true;
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      apply: (...asked) =>
        isDown ? Promise.resolve({ outcome: 'unknown' as const, detail: 'down' }) : supplier.apply(...asked),
      find: (...asked) =>
        isDown ? Promise.resolve({ outcome: 'unknown' as const, detail: 'down' }) : supplier.find(...asked),
    }),
  });
  const begun = [await begin(shop), await begin(shop, 'Lena’s tablet')];
  for (const each of begun) {
    await shop.pay(each, 'approve');
    await shop.reaches(each, 'extending');
  }
  for (let each = 0; each < 15; each++) {
    shop.advance(minute);
    await shop.server.admin.sweep();
  }
  assert.equal(await jobs(shop, 'fulfil'), 2);
  await exhaust(shop, 'fulfil');
  isDown = false;
  shop.advance(minute);
  await shop.server.admin.sweep();
  for (const each of begun) await shop.reaches(each, 'renewed');
});

test('two jobs at once send one confirmation', async (t) => {
  let sent = 0;
  const shop = await openShop(t, { aroundMailer: (mailer) => slowMailer(mailer, () => (sent += 1)) });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  await until('a mail is on its way', async () => sent > 0);
  // As by another server that has not heard of the first.
  const again = `insert into leb_renew_jobs.job (name, data, policy)
    select name, data, 'standard' from leb_renew_jobs.job where name = 'send-confirmation'`;
  await query(shop.databaseUrl, again);
  await until('both are through', async () => (await jobs(shop, 'send-confirmation')) === 0);
  assert.equal(sent, 1);
});

test('a confirmation that nobody can get is told once and given up', async (t) => {
  const told: LogEntry[] = [];
  const shop = await openShop(t, {
    log: (entry) => void told.push(entry),
    supplier: { delayMs: 500 },
  });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'extending');
  await query(shop.databaseUrl, `delete from leb_renew_accounts."user" where email = 'mira@example.com'`);
  await shop.reaches(begun, 'renewed');
  await until('it is told', async () => told.some(({ event }) => event === 'mail.unsendable'));
  await until('the queue is empty', async () => (await jobs(shop, 'send-confirmation')) === 0);
  shop.advance(minute);
  await shop.server.admin.sweep();
  assert.equal(await jobs(shop, 'send-confirmation'), 0);
  assert.equal(told.filter(({ event }) => event === 'mail.unsendable').length, 1);
});

test('a provider that is down is asked three times a sweep, and not about everything', async (t) => {
  let isDown = false;
  let asked = 0;
  const shop = await openShop(t, {
    noticesTo: 'nowhere',
    aroundPayments: (gateway) => ({
      ...gateway,
      read: (ref) => {
        asked += 1;
        return isDown ? Promise.resolve({ ok: false, problem: problem('provider-down') }) : gateway.read(ref);
      },
    }),
  });
  for (const label of ['LEB Global card', 'Lena’s tablet', 'Travel phone', 'Spare watch'])
    await begin(shop, label);
  const before = asked;
  isDown = true;
  await shop.server.admin.sweep();
  assert.equal(asked - before, 3);
});

test('a refund of what is looked into is seen by the sweep and by a refreshing look, and frees the card', async (t) => {
  const shop = await openShop(t, { noticesTo: 'nowhere', supplier: { mishap: () => 'refuse' } });
  const begun = [await begin(shop), await begin(shop, 'Lena’s tablet')];
  const looks = [
    () => shop.server.admin.sweep(),
    async (of: Renewal) => {
      await shop.renewal(of, '?refresh=1');
    },
  ];
  for (const [index, each] of begun.entries()) {
    await shop.pay(each, 'approve');
    await shop.renewal(each, '?refresh=1');
    await shop.reaches(each, 'review');
    await query(
      shop.databaseUrl,
      `update sandbox_provider.payments set refunded = received where payment_id = '${paymentOf(each)}'`,
    );
    await looks[index]?.(each);
    assert.equal((await shop.renewal(each)).status, 'refunded');
  }
  const token = await shop.signIn();
  assert.equal((await shop.cardCalled(token, 'LEB Global card')).openRenewal, null);
});

test('a notice whose job has given up is looked into by the sweep', async (t) => {
  let isDown = false;
  const shop = await openShop(t, {
    noticesTo: 'nowhere',
    aroundPayments: (gateway) => ({
      ...gateway,
      read: (ref) =>
        isDown ? Promise.resolve({ ok: false, problem: problem('provider-down') }) : gateway.read(ref),
    }),
  });
  const begun = await begin(shop);
  const payment = paymentOf(begun);
  const token = begun.renewalToken;
  await shop.get('cancel', { path: { renewalId: begun.renewalId }, token });
  // No sweep looks after a cancelled renewal; only the notice tells that money came all the same.
  await query(
    shop.databaseUrl,
    `update sandbox_provider.payments set status = 'succeeded', received = minor, paid_at = now()`,
  );
  isDown = true;
  assert.equal((await sendNotice(shop, payment)).status, 204);
  await exhaust(shop, 'settle');
  isDown = false;
  shop.advance(minute);
  await shop.server.admin.sweep();
  await shop.reaches(begun, 'renewed');
  assert.deepEqual(
    await query(shop.databaseUrl, 'select 1 from leb_renew.notices where settled_at is null'),
    [],
  );
});

test('a payment that the provider never tells about keeps no other waiting', async (t) => {
  let stuck = '';
  const shop = await openShop(t, {
    noticesTo: 'nowhere',
    aroundPayments: (gateway) => ({
      ...gateway,
      read: (ref) =>
        ref === stuck ? Promise.resolve({ ok: false, problem: problem('provider-down') }) : gateway.read(ref),
    }),
  });
  stuck = paymentOf(await begin(shop));
  const begun = await begin(shop, 'Lena’s tablet');
  await shop.pay(begun, 'approve');
  for (let each = 0; each < 2; each++) {
    shop.advance(minute);
    await shop.server.admin.sweep();
  }
  await shop.reaches(begun, 'renewed');
});
