import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from './shop/cluster.ts';
import { openShop } from './shop/open-shop.ts';
import { accounts } from './shop/seed.ts';
import { until } from './shop/until.ts';

const day = 24 * 3_600_000;

test('what nobody comes back to is thrown away by age, and nothing that a renewal refers to', async (t) => {
  const shop = await openShop(t, {
    noticesTo: 'nowhere',
    options: { pageUrl: 'https://shop.example/renew' },
  });
  const ask = (text: string) => query<Record<string, string>>(shop.databaseUrl, text);
  const left = async () =>
    (
      await ask(
        `select (select count(*) from leb_renew.quotes) as quotes,
           (select count(*) from leb_renew.notices) as notices,
           (select count(*) from leb_renew.mails) as mails,
           (select count(*) from leb_renew_accounts.session) as sessions,
           (select count(*) from leb_renew.refreshes) as refreshes,
           (select count(*) from leb_renew_accounts.verification) as verifications`,
      )
    )[0];
  /** A sweep has begun and ended: the one that was running may have been half way through. */
  const swept = async () => {
    for (let sweeps = 0; sweeps < 2; sweeps++) {
      const [row] = await ask(
        `insert into leb_renew_jobs.job (name, data) values ('sweep', '{}') returning id`,
      );
      await until('a sweep has ended', async () => {
        const rows = await ask(
          `select 1 from leb_renew_jobs.job where id = '${row?.['id']}' and state = 'completed'`,
        );
        return rows.length === 1;
      });
    }
  };
  await ask('delete from leb_renew_accounts.session');
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  await shop.pay(begun, 'approve');
  await shop.renewal(begun, '?refresh=1');
  await shop.reaches(begun, 'renewed');
  const unpaid = await shop.begin(token, (await shop.quote(token, { label: 'Lena’s tablet' })).quoteId);
  await shop.quote(token);
  await shop.quote(token);
  await ask(
    `insert into leb_renew.notices (provider, notice_id, kind, ref, received_at, settled_at)
     values ('another', 'msg_1', 'x', 'pay_x', now(), now()), ('another', 'msg_2', 'x', 'pay_y', now(), null)`,
  );
  await shop.call('requestReset', { body: { email: accounts.mira.email } });
  await until('both mails are there', async () => (await shop.server.admin.mails()).length === 2);
  const before = await left();
  const kept = { quotes: 4, notices: 2, mails: 2, sessions: 1, refreshes: 1, verifications: 1 };
  const text = (counts: object) =>
    Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
  assert.deepEqual(before, text(kept));

  await swept();
  assert.deepEqual(await left(), before);
  const gone = { sessions: 0, refreshes: 0, verifications: 0 };
  shop.advance(29 * day);
  await swept();
  assert.deepEqual(await left(), text({ ...kept, ...gone }));
  shop.advance(2 * day);
  await swept();
  assert.deepEqual(await left(), text({ ...kept, ...gone, quotes: 2 }));
  shop.advance(60 * day);
  await swept();
  // One that was not settled is still owed an answer.
  assert.deepEqual(await left(), text({ ...kept, ...gone, quotes: 2, notices: 1 }));
  for (const each of [begun, unpaid])
    assert.equal((await shop.renewal(each)).quote.quoteId, each.quote.quoteId);
});

test('letters that nobody could send are not kept for longer than a month, and what concerns money is', async (t) => {
  const shop = await openShop(t);
  const kept = await query<{ name: string; days: number }>(
    shop.databaseUrl,
    `select name, retention_seconds / 86400 as days from leb_renew_jobs.queue where name like '%.dead'`,
  );
  const daysOf = (name: string) => kept.find((queue) => queue.name === name)?.days;
  for (const letter of ['send-letter.dead', 'send-renewal-letter.dead', 'send-reminder.dead'])
    assert.equal(daysOf(letter), 30, letter);
  for (const money of ['settle.dead', 'fulfil.dead']) assert.equal(daysOf(money), 3_650, money);
});

test('a queue that an older version made gets the settings of this one', async (t) => {
  const shop = await openShop(t);
  const settings = () =>
    query(
      shop.databaseUrl,
      `select name, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds
       from leb_renew_jobs.queue where name not like '\\_%' order by name`,
    );
  const before = await settings();
  await shop.stopServer();
  await query(
    shop.databaseUrl,
    `update leb_renew_jobs.queue set retry_limit = 1, retry_delay = 9, expire_seconds = 7, deletion_seconds = 8
     where name not like '%.dead'`,
  );
  assert.notDeepEqual(await settings(), before);
  await shop.restartServer();
  assert.deepEqual(await settings(), before);
});
