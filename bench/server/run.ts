/** `npm run bench:server`: how fast the server is, on a real PostgreSQL. Exits with 1 when a goal is missed. */
import { availableParallelism } from 'node:os';
import { quoteBench, statusBench } from './calls.bench.ts';
import { openDatabase } from './database.ts';
import { fill } from './fill.ts';
import { growthBench } from './growth.bench.ts';
import { renewalsBench } from './renewals.bench.ts';
import { writeReport, type Measured } from './report.ts';
import { startProvider, startServer } from './start.ts';

const has = (flag: string) => process.argv.includes(flag);
/** With `--quick` only whether it runs is seen, not how fast. */
const isQuick = has('--quick');
/** Without `--growth` nothing is filled up, which takes minutes. */
const sizes = has('--growth') ? (isQuick ? [100, 200] : [1_000, 100_000, 1_000_000]) : [];
const pace = { rate: isQuick ? 50 : 500, seconds: isQuick ? 1 : 10 };
const walks = isQuick ? 10 : 2_000;
const parallel = 50;

const database = await openDatabase();
const ends: (() => Promise<void>)[] = [() => database.erase()];
try {
  const databaseUrl = database.url;
  const all = await fill(database, { accounts: 50, cards: isQuick ? 1_200 : 8_000 });
  const provider = await startProvider({ databaseUrl, copies: 3, withinMs: 100 });
  ends.push(() => provider.stop());
  const { paymentsUrl } = provider;
  const server = await startServer({ databaseUrl, paymentsUrl });
  ends.push(() => server.stop());
  const servers = [server];
  await provider.notify(servers);
  const cards = [...all];
  const take = (count: number) => cards.splice(0, count);

  console.log('Status …');
  const status = await statusBench(server, take(20), pace);
  console.log('Quotes …');
  const quote = await quoteBench(server, take(isQuick ? 50 : 3_000), pace);
  console.log('Whole renewals …');
  await renewalsBench({ database, servers, cards: take(isQuick ? 1 : 300), parallel });
  const renewals = await renewalsBench({ database, servers, cards: take(walks), parallel });
  if (sizes.length > 0) console.log('Growth …');
  const growth = await growthBench({ database, servers, paymentsUrl }, cards, sizes);

  const settings = await database.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings
     where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes') order by name`,
  );
  const measured: Measured = {
    cores: availableParallelism(),
    node: process.versions.node,
    settings,
    pace,
    parallel,
    walks,
    status,
    quote,
    renewals,
    growth,
  };
  const isMet = writeReport(measured, has('--write'));
  if (!isMet && !isQuick) process.exitCode = 1;
} finally {
  for (const end of ends.reverse()) await end();
}
