import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { openStore } from '../../packages/server/src/store/database.ts';
import { migrate } from '../../packages/server/src/store/migrate.ts';
import { migrations } from '../../packages/server/src/store/migrations/index.ts';
import { wantedByBetterAuth } from './shop/better-auth-tables.ts';
import { emptyDatabase, query } from './shop/cluster.ts';
import { openShop } from './shop/open-shop.ts';

test('tables are made once, however often and at once it is asked', async (t) => {
  const databaseUrl = await emptyDatabase();
  const stores = Array.from({ length: 3 }, () => openStore({ databaseUrl, connections: 2 }));
  t.after(() => Promise.all(stores.map((store) => store.close())));
  const done = await Promise.all(stores.map(({ database }) => migrate(database as never)));
  assert.deepEqual(done.flat(), Object.keys(migrations));
  const [store] = stores;
  assert.deepEqual(await migrate(store?.database as never), []);
});

test('the tables of accounts are those that better-auth wants', async () => {
  const databaseUrl = await emptyDatabase();
  const store = openStore({ databaseUrl });
  await migrate(store.database as never);
  const columns = await query<{ column: string }>(
    databaseUrl,
    `select table_name || '.' || column_name as column from information_schema.columns where table_schema = 'leb_renew_accounts'`,
  );
  await store.close();
  const wanted = await wantedByBetterAuth(await emptyDatabase());
  assert.deepEqual(columns.map(({ column }) => column).sort(), wanted.sort());
});

test('the tables themselves refuse that a renewal goes back, and that a card has two open ones', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const quotes = [await shop.quote(token), await shop.quote(token)];
  const begun = await shop.begin(token, quotes[0]?.quoteId ?? '');
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  const set = (change: string) =>
    query(shop.databaseUrl, `update leb_renew.renewals set ${change} where renewal_id = $1`, [
      begun.renewalId,
    ]);
  await assert.rejects(set(`status = 'cancelled', rank = 0, seq = seq + 1`), /cannot go from rank 4/);
  await assert.rejects(set(`status = 'refunded', seq = seq`), /cannot go from rank 4 seq/);

  const copy = (quoteId: string | undefined) =>
    query(
      shop.databaseUrl,
      `insert into leb_renew.renewals (renewal_id, quote_id, account_id, card_ref, status, rank, seq, holds_card, reference, provider, created_at, updated_at)
       select 'r_' || $2, $2, account_id, card_ref, 'awaiting-payment', 0, 1, true, $2, provider, now(), now() from leb_renew.renewals where renewal_id = $1`,
      [begun.renewalId, quoteId],
    );
  await assert.rejects(copy(quotes[0]?.quoteId), /renewals_quote_id_key/);
  await copy(quotes[1]?.quoteId);
  const third = await shop.quote(token);
  await assert.rejects(copy(third.quoteId), /renewals_one_open_per_card/);
});

/** Takes note, in a process of its own, that a card is to be extended for a renewal. */
const takeNote = (databaseUrl: string, renewalId: string) =>
  promisify(execFile)(process.execPath, ['--input-type=module', '-e', taking, databaseUrl, renewalId]);
const taking = `import pg from 'pg';
  const [databaseUrl, renewalId] = process.argv.slice(1);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try { await client.query('insert into leb_renew.fulfilments (renewal_id) values ($1)', [renewalId]); }
  finally { await client.end(); }`;

test('two processes that take note of the same money at once have one card to extend', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const { renewalId } = await shop.begin(token, (await shop.quote(token)).quoteId);
  const ends = await Promise.allSettled([1, 2, 3].map(() => takeNote(shop.databaseUrl, renewalId)));
  const refused = ends.filter((end) => end.status === 'rejected').map(({ reason }) => String(reason));
  assert.equal(refused.length, 2, 'one of three');
  for (const reason of refused) assert.match(reason, /fulfilments_pkey/);
});
