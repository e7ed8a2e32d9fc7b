import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { query } from './shop/cluster.ts';
import { openShop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

/** Those of each part that has connections of its own. */
const tables = {
  server: 'leb_renew.receipts',
  provider: 'sandbox_provider.notices',
  supplier: 'leb_local_supplier.extensions',
};

for (const [part, table] of Object.entries(tables)) {
  test(`a connection of the ${part} that breaks in the middle of its work costs nobody anything`, async (t) => {
    const shop = await openShop(t);
    const token = await shop.signIn();
    const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
    const holder = new pg.Client(shop.databaseUrl);
    await holder.connect();
    await holder.query(`begin; lock table ${table} in share mode`);
    const paying = shop.pay(begun, 'approve').catch(() => null); // Its own connection may be the one.
    await until('somebody waits', async () => {
      const ended = await query(
        shop.databaseUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return ended.length > 0;
    });
    await holder.end();
    if ((await paying) === null) await shop.pay(begun, 'approve');
    await shop.reaches(begun, 'renewed');
    const [books] = await query(
      shop.databaseUrl,
      `select (select count(*)::int from leb_local_supplier.extensions) extensions,
              (select count(*)::int from leb_renew.receipts) receipts`,
    );
    assert.deepEqual(books, { extensions: 1, receipts: 1 });
  });
}
