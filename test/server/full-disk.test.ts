import type { Renewal } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmdirSync } from 'node:fs';
import { chown, mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { query, sharedCluster, sharedTemplate } from './shop/cluster.ts';
import { openShop, type Shop } from './shop/open-shop.ts';

// Its database server runs into walls: none that others use.
delete process.env[sharedCluster];
delete process.env[sharedTemplate];

const mount = (...args: string[]) => spawnSync('mount', args).status === 0;
const cannotMount =
  process.env['DATABASE_URL'] !== undefined
    ? 'the disk of DATABASE_URL is not ours to fill'
    : process.getuid?.() !== 0 && 'only root can mount a small disk';

/** A disk of its own for everything that the server writes, with room for little more than there is. */
async function smallDisk(t: TestContext, shop: Shop): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'leb-test-disk-'));
  assert.ok(mount('-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder));
  // Lazily: the database server that uses it ends after the test.
  t.after(() => {
    spawnSync('umount', ['-l', folder]);
    rmdirSync(folder);
  });
  const [where] = await query<{ data_directory: string }>(shop.databaseUrl, 'show data_directory');
  const owner = await stat(where?.data_directory ?? '');
  await chown(folder, owner.uid, owner.gid);
  const name = `small_${randomBytes(4).toString('hex')}`;
  await query(shop.databaseUrl, `create tablespace ${name} location '${folder}'`);
  await query(
    shop.databaseUrl,
    `do $$ declare each record; begin
       for each in select schemaname, tablename from pg_tables where schemaname in ('leb_renew', 'leb_renew_jobs') loop
         execute format('alter table %I.%I set tablespace ${name}', each.schemaname, each.tablename);
       end loop;
       create table ballast (bytes text) tablespace ${name};
       alter table ballast alter column bytes set storage plain;
     end $$`,
  );
}

/** Fills the disk to the last page. */
async function fill({ databaseUrl }: Shop): Promise<void> {
  for (const rows of [1_000, 100, 10, 1])
    for (;;)
      try {
        await query(databaseUrl, `insert into ballast select repeat('x', 8000) from generate_series(1, $1)`, [
          rows,
        ]);
      } catch (error) {
        assert.match(String(error), /No space left on device/);
        break;
      }
}

const empty = ({ databaseUrl }: Shop) => query(databaseUrl, 'drop table ballast');

test(
  'while the disk is full nobody is told a lie, and afterwards everything that was paid is extended once',
  { skip: cannotMount },
  async (t) => {
    const shop = await openShop(t);
    await smallDisk(t, shop);
    const token = await shop.signIn();
    const labels = ['LEB Global card', 'Lena’s tablet', 'Travel phone', 'Spare watch'];
    const begun: Renewal[] = [];
    for (const label of labels)
      begun.push(await shop.begin(token, (await shop.quote(token, { label })).quoteId));

    await fill(shop);
    for (const each of begun) await shop.pay(each, 'approve');
    const cards = await Promise.all(labels.map((label) => shop.cardCalled(token, label)));
    const answers = [];
    for (let round = 0; round < 60; round++) {
      const { cardRef = '' } = cards[round % cards.length] ?? {};
      const body = { cardRef, planId: 'global-1m', currency: 'USD' };
      answers.push(await shop.call('quote', { token, body }));
      const { renewalId = '', renewalToken = '' } = begun[round % begun.length] ?? {};
      answers.push(
        await shop.call('renewal', { path: { renewalId }, token: renewalToken, query: '?refresh=1' }),
      );
    }
    const said = new Set(answers.map(({ status, problem }) => problem?.code ?? status));
    assert.ok(said.has('unavailable'), 'the disk was not full');
    assert.deepEqual(
      [...said].filter((each) => each !== 'unavailable' && each !== 200 && each !== 'renewal-open'),
      [],
    );

    await empty(shop);
    for (const each of begun) await shop.reaches(each, 'renewed');
    const [books] = await query(
      shop.databaseUrl,
      `select (select count(*)::int from leb_local_supplier.extensions) extensions,
              (select count(*)::int from leb_renew.service_periods where renewal_id is not null) periods,
              (select array_agg(number order by number) from leb_renew.receipts) receipts`,
    );
    const year = new Date().getUTCFullYear();
    assert.deepEqual(books, {
      extensions: 4,
      periods: 4,
      receipts: [1, 2, 3, 4].map((n) => `R-${year}-0000${n}`),
    });
  },
);
