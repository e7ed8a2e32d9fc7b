import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import pg from 'pg';
import { onDatabase } from '../../bench/server/database.ts';
import { repeatHistory } from '../../bench/server/history.ts';
import { query } from './shop/cluster.ts';
import { openShop, type Shop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

/** Large enough that reading all of a table costs more than any index. */
const renewals = 10_000;

/** These stay small, however long the shop is open; the last is emptied by whoever reads it. */
const smallTables = ['plans', 'plan_prices', 'receipt_years', 'password_changes'];
const small = smallTables.map((name) => `leb_renew.${name}`);
const smallQueueTables = ['queue', 'schedule', 'version'].map((name) => `leb_renew_jobs.${name}`);

interface Sent {
  readonly text: string;
  readonly values: unknown[];
}

interface Plan {
  readonly 'Node Type': string;
  readonly Schema?: string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** Everything that is asked of the database from here on, once per text, as it is sent. */
function overhear(t: TestContext): Map<string, Sent> {
  const heard = new Map<string, Sent>();
  const { prototype } = pg.Client as unknown as { prototype: { query: (...sent: unknown[]) => unknown } };
  const real = prototype.query;
  t.mock.method(prototype, 'query', function (this: unknown, ...sent: unknown[]) {
    const [said, values] = sent as [string | Sent, unknown[] | undefined];
    const { text, values: own = [] } = typeof said === 'string' ? { text: said, values: values ?? [] } : said;
    if (/^\s*(select|insert|update|delete|with)\b/i.test(text) && !heard.has(text))
      heard.set(text, { text, values: Array.isArray(own) ? own : [] });
    return real.apply(this, sent);
  });
  return heard;
}

/** One whole renewal, and every look, wish and round of work that a shop sees day by day. */
async function aDay(shop: Shop): Promise<void> {
  const token = await shop.signIn();
  const quoted = await shop.quote(token);
  await shop.plans(token, quoted.cardRef);
  const begun = await shop.begin(token, quoted.quoteId);
  await shop.renewal(begun, '?refresh=1');
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  const path = { renewalId: begun.renewalId };
  await shop.get('receipt', { path, token });
  await shop.get('receipts', { path: { cardRef: quoted.cardRef }, token });
  const other = await shop.begin(token, (await shop.quote(token)).quoteId);
  await shop.get('cancel', { path: { renewalId: other.renewalId }, token: other.renewalToken });
  const rounds = `insert into leb_renew_jobs.job (name) select name from leb_renew_jobs.queue
    where name in (select name from leb_renew_jobs.schedule)`;
  await query(shop.databaseUrl, rounds);
  await until('the rounds are made', async () => {
    const left = await query<{ state: string }>(shop.databaseUrl, `table leb_renew_jobs.job`);
    return left.every(({ state }) => state === 'completed');
  });
}

/** The tables that a plan reads from one end to the other. */
const readWhole = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' ? [`${plan.Schema ?? ''}.${plan['Relation Name'] ?? ''}`] : []),
  ...(plan.Plans ?? []).flatMap(readWhole),
];

test(`with ${renewals} renewals behind it, nothing that the server asks reads a whole table`, async (t) => {
  const shop = await openShop(t);
  await aDay(shop);
  const database = onDatabase(shop.databaseUrl);
  await repeatHistory(database, renewals);

  const heard = overhear(t);
  await aDay(shop);
  t.mock.restoreAll();
  assert.ok(heard.size > 60, `only ${heard.size} questions were heard`);

  // Tables that are small in this shop, and will not be, are to have an index all the same.
  const faults = [];
  for (const seqscan of ['on', 'off']) {
    await database.query(`set enable_seqscan = ${seqscan}`);
    for (const { text, values } of heard.values()) {
      const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (verbose, format json) ${text}`,
        values,
      );
      const whole = readWhole(row?.['QUERY PLAN'][0].Plan ?? { 'Node Type': 'no plan' });
      const large = seqscan === 'on' ? await largeTables(database) : null;
      for (const table of whole)
        if (![...small, ...smallQueueTables].includes(table) && (large?.has(table) ?? true))
          faults.push(`${table}: ${text}`);
    }
  }
  await database.end();
  assert.deepEqual(faults, []);
});

async function largeTables({ query: ask }: ReturnType<typeof onDatabase>): Promise<Set<string>> {
  const rows = await ask<{ name: string }>(
    `select relnamespace::regnamespace || '.' || relname as name from pg_class where reltuples >= 1000`,
  );
  return new Set(rows.map(({ name }) => name));
}
