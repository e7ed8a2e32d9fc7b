import type { Renewal } from '@leb-renew/core/contract';
import type { Supplier } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStore } from '../../packages/server/src/store/database.ts';
import { migrations } from '../../packages/server/src/store/migrations/index.ts';
import { emptyDatabase, query } from './shop/cluster.ts';
import { openShop, type Shop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const begin = async (shop: Shop): Promise<Renewal> => {
  const token = await shop.signIn();
  return shop.begin(token, (await shop.quote(token)).quoteId);
};
/** The claim of whoever asks the supplier is over, or ends in a moment; and somebody else is there to try. */
const endClaim = (shop: Shop, inSeconds: number) =>
  query(
    shop.databaseUrl,
    `update leb_renew.fulfilments set claimed_by = coalesce(claimed_by, 'a process that died'),
       claimed_until = clock_timestamp() + ${inSeconds} * interval '1 second'`,
  );
const tryAgain = (shop: Shop) =>
  query(
    shop.databaseUrl,
    `insert into leb_renew_jobs.job (name, data, policy)
     select name, data, 'standard' from leb_renew_jobs.job where name = 'fulfil' limit 1`,
  );
const extensions = async (shop: Shop) => {
  const made = await query(shop.databaseUrl, 'select 1 from leb_local_supplier.extensions');
  return made.length;
};
/** Writes down what a supplier is asked, after the preview of the quote. */
const heard = (asked: string[]) => (supplier: Supplier) => ({
  ...supplier,
  preview: (...order: Parameters<Supplier['preview']>) => {
    if (!order[0].key.startsWith('quote:')) asked.push('preview');
    return supplier.preview(...order);
  },
  apply: (...order: Parameters<Supplier['apply']>) => {
    asked.push(`apply with ${String(order[1])}`);
    return supplier.apply(...order);
  },
  find: (...order: Parameters<Supplier['find']>) => {
    asked.push(`find with ${String(order[1])}`);
    return supplier.find(...order);
  },
});
/** Something to wait for until the test opens it. */
function gate(): { readonly opened: Promise<unknown>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<null>((resolve) => {
    open = () => {
      resolve(null);
    };
  });
  return { opened, open };
}
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('stopped'));
    });
  });

test('a claim that ends while its server waits for the answer is taken over, and the late answer changes nothing', async (t) => {
  const [late, found] = [gate(), gate()];
  const asked: string[] = [];
  const changes = {
    aroundSupplier: (supplier: Supplier) =>
      heard(asked)({
        ...supplier,
        async apply(...order) {
          await supplier.apply(...order);
          await late.opened;
          return { outcome: 'refused', reason: 'other', isFinal: true, detail: 'it is there already' };
        },
        async find(...order) {
          await found.opened;
          return supplier.find(...order);
        },
      }),
  };
  const shop = await openShop(t, changes);
  await shop.addServer(changes);
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await until('the supplier acts', async () => (await extensions(shop)) === 1);
  await endClaim(shop, 0);
  await tryAgain(shop);
  await until('somebody else asks', async () => asked.length === 3);
  late.open();
  const ended = `select 1 from leb_renew_jobs.job where name = 'fulfil' and state = 'completed'`;
  await until('the first is through', async () => (await query(shop.databaseUrl, ended)).length === 1);
  assert.equal((await shop.renewal(begun)).status, 'extending');
  found.open();
  await shop.reaches(begun, 'renewed');
  assert.deepEqual(asked, ['preview', 'apply with null', 'find with null']);
  assert.equal(await extensions(shop), 1);
  const periods = 'select 1 from leb_renew.service_periods where renewal_id is not null';
  assert.equal((await query(shop.databaseUrl, periods)).length, 1);
});

test('a server whose claim was taken over before it ordered does not order', async (t) => {
  const slow = gate();
  const asked: string[] = [];
  const shop = await openShop(t, {
    aroundSupplier: (supplier) =>
      heard(asked)({
        ...supplier,
        async preview(...order) {
          if (asked.length === 1) await slow.opened;
          return supplier.preview(...order);
        },
      }),
  });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await until('the supplier is asked', async () => asked.length === 1);
  await endClaim(shop, 0);
  await tryAgain(shop);
  await shop.reaches(begun, 'renewed');
  slow.open();
  const ended = `select 1 from leb_renew_jobs.job where name = 'fulfil' and state = 'completed'`;
  await until('both are through', async () => (await query(shop.databaseUrl, ended)).length === 2);
  assert.deepEqual(asked, ['preview', 'preview', 'apply with null']);
});

test('a second job for a renewal asks nobody anything while the first has the claim', async (t) => {
  const slow = gate();
  const asked: string[] = [];
  const shop = await openShop(t, {
    aroundSupplier: (supplier) =>
      heard(asked)({
        ...supplier,
        async apply(...order) {
          await slow.opened;
          return supplier.apply(...order);
        },
      }),
  });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await until('it is ordered', async () => asked.length === 2);
  await tryAgain(shop);
  const ended = `select 1 from leb_renew_jobs.job where name = 'fulfil' and state = 'completed'`;
  await until('the second is through', async () => (await query(shop.databaseUrl, ended)).length === 1);
  assert.deepEqual(asked, ['preview', 'apply with null']);
  slow.open();
  await shop.reaches(begun, 'renewed');
  assert.deepEqual(asked, ['preview', 'apply with null']);
});

test('nothing is locked and no connection is held while the supplier is asked', async (t) => {
  const shop = await openShop(t, { supplier: { delayMs: 60_000 } });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'extending');
  const ordered = `select 1 from leb_renew.fulfilments where ordered_at is not null`;
  await until('the order is on its way', async () => (await query(shop.databaseUrl, ordered)).length === 1);
  const open = `select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
  // Another job may be between two statements; the order is on its way for as long as the test looks.
  await until('nothing is open', async () => (await query(shop.databaseUrl, open)).length === 0);
});

test('a server that died with its order on the way is followed by one that asks first, with the same mark', async (t) => {
  const marks = ['mark of the first preview', 'mark of another preview'];
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      preview: (order) =>
        Promise.resolve({
          outcome: 'possible',
          mark: order.key.startsWith('quote:') ? 'of a quote' : (marks.shift() ?? null),
        }),
      apply: (_, __, signal) => untilAborted(signal),
    }),
  });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  const ordered = `select mark from leb_renew.fulfilments where ordered_at is not null`;
  await until('the order is on its way', async () => (await query(shop.databaseUrl, ordered)).length === 1);
  await shop.stopServer();
  // As a process leaves it that had no time to give its claim back.
  await endClaim(shop, 1);
  const asked: string[] = [];
  await shop.restartServer({ aroundSupplier: heard(asked) });
  await shop.reaches(begun, 'renewed');
  const mark = 'mark of the first preview';
  assert.deepEqual(asked, [`find with ${mark}`, `apply with ${mark}`]);
});

test('a server that died before its order went out is followed by one that need not ask', async (t) => {
  let previews = 0;
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      preview: (order, signal) =>
        order.key.startsWith('quote:')
          ? supplier.preview(order, signal)
          : ((previews += 1), untilAborted(signal)),
    }),
  });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await until('the supplier is asked', async () => previews > 0);
  await shop.stopServer();
  const asked: string[] = [];
  await shop.restartServer({ aroundSupplier: heard(asked) });
  await shop.reaches(begun, 'renewed');
  assert.deepEqual(asked, ['preview', 'apply with null']);
});

test('what is refused for now is ordered again, and not before the supplier wants to hear of it', async (t) => {
  const times: number[] = [];
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      apply(...order) {
        times.push(performance.now());
        return times.length === 1
          ? Promise.resolve({
              outcome: 'refused' as const,
              reason: 'other' as const,
              isFinal: false,
              detail: 'no credit',
              retryAfterSeconds: 3,
            })
          : supplier.apply(...order);
      },
    }),
  });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  const trouble = await until('it is written down', async () => {
    const [row] = await query<{ trouble: string | null }>(
      shop.databaseUrl,
      'select trouble from leb_renew.fulfilments',
    );
    return row?.trouble;
  });
  assert.equal(trouble, 'refused: no credit');
  await shop.reaches(begun, 'renewed');
  const [first = 0, second = 0] = times;
  assert.equal(times.length, 2);
  assert.ok(second - first >= 3_000, `asked again after ${second - first} ms`);
});

test('what an earlier version may have ordered counts as ordered', async (t) => {
  const databaseUrl = await emptyDatabase();
  const store = openStore({ databaseUrl });
  t.after(() => store.close());
  await query(databaseUrl, 'create schema leb_renew');
  for (const name of Object.keys(migrations).sort()) {
    if (name === '005-supplier')
      await query(
        databaseUrl,
        `alter table leb_renew.fulfilments drop constraint fulfilments_renewal_id_fkey;
         insert into leb_renew.fulfilments (renewal_id, tries) values ('tried', 1), ('new', 0)`,
      );
    if (name <= '005-supplier') await migrations[name]?.up(store.database as never);
  }
  const rows = await query(
    databaseUrl,
    'select renewal_id as name, ordered_at is not null as ordered from leb_renew.fulfilments order by 1',
  );
  assert.deepEqual(rows, [
    { name: 'new', ordered: false },
    { name: 'tried', ordered: true },
  ]);
});
