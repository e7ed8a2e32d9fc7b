import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after } from 'node:test';
import {
  startProviderDouble,
  type ProviderDouble,
} from '../../../packages/server/src/check/provider-double.ts';
import type { Mood, Stage } from '../../../packages/server/src/check/stage.ts';
import { emptyDatabase, query } from '../shop/cluster.ts';
import { accounts } from '../shop/seed.ts';
import type { Order } from './back-end.ts';
import { breaks, type Break } from './breaks.ts';

/** A back end in a process of its own, and everything that a tester can supply about it. */
export interface Stand {
  readonly stage: Stage;
  readonly databaseUrl: string;
  /** From now on it has a fault, or none. The log begins anew. */
  have(fault: Break | null): Promise<void>;
  /** Starts another copy of the back end, and gives its address. */
  startCopy(): Promise<string>;
}

const noticeSecret = 'notices-of-the-check-are-signed-with-this';
const providerKey = 'key_of_the_sandbox_provider';

/** Ended with the test, or the test file, that opens it. So is a copy. */
export async function openStand(settings: Partial<Stage['settings']> = {}): Promise<Stand> {
  const databaseUrl = await emptyDatabase();
  const provider = await startProviderDouble(providerKey, { host: '127.0.0.1', port: 0 });
  after(() => provider.stop());
  const logs: string[] = [];
  let fault = -1;
  const around: Around = { databaseUrl, provider, logs, fault: () => fault };
  const first = await start(around);
  const copies = [first];
  let giveBack = () => Promise.resolve();
  const tell = (order: Order) =>
    Promise.all(copies.filter((copy) => copy.runs()).map((copy) => copy.tell(order)));

  const stage: Stage = {
    baseUrl: first.url,
    account: accounts.mira,
    other: accounts.tom,
    noticeSecret,
    provider,
    supplier: {
      async set(mood: Mood) {
        await tell({ mood });
      },
      async extensions() {
        const [row] = await query<{ made: number }>(
          databaseUrl,
          'select count(*)::int as made from leb_local_supplier.extensions',
        );
        return row?.made ?? 0;
      },
    },
    restart: first.restart,
    second: null,
    log: () => Promise.resolve(logs.join('')),
    settings: { patienceMs: 90_000, calmMs: 300, kills: 2, seed: 7, ...settings },
  };
  return {
    stage,
    databaseUrl,
    async have(wanted) {
      await giveBack();
      fault = wanted === null ? -1 : breaks.indexOf(wanted);
      giveBack = await withoutUnique(databaseUrl, wanted?.notUnique ?? []);
      logs.length = 0;
      await tell({ fault });
    },
    async startCopy() {
      const copy = await start(around);
      copies.push(copy);
      return copy.url;
    },
  };
}

interface Around {
  readonly databaseUrl: string;
  readonly provider: ProviderDouble;
  readonly logs: string[];
  /** The place of the fault in the list that a process starts with. */
  readonly fault: () => number;
}

async function start({ databaseUrl, provider, logs, fault }: Around) {
  const run = (port: number): ChildProcess => {
    const child = fork(new URL('back-end.ts', import.meta.url), {
      execArgv: ['--conditions=@leb-renew/source'],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        PROVIDER_URL: provider.url,
        PROVIDER_KEY: provider.key,
        NOTICE_SECRET: noticeSecret,
        FAULT: String(fault()),
        PORT: String(port),
      },
    });
    child.stdout?.on('data', (line: Buffer) => logs.push(line.toString()));
    return child;
  };
  const started = async (child: ChildProcess): Promise<number> => {
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return port;
  };
  let child = run(0);
  const port = await started(child);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  after(kill);
  return {
    url: `http://127.0.0.1:${port}/renewal`,
    runs: () => child.connected,
    async tell(order: Order) {
      const obeyed = once(child, 'message');
      child.send(order);
      await obeyed;
    },
    async restart() {
      await kill();
      child = run(port);
      await started(child);
    },
  };
}

/** A database with much to do: what is not kept apart by a constraint, happens at once. */
const slowInserts = `
  create function slow_insert() returns trigger language plpgsql as $$
    begin perform pg_sleep(0.05); return new; end $$;
  create trigger slow_insert before insert on leb_renew.renewals for each row execute function slow_insert();`;

/** Takes away what keeps renewals unique, and gives the way to give it back. */
async function withoutUnique(databaseUrl: string, columns: readonly string[]): Promise<() => Promise<void>> {
  if (columns.length === 0) return () => Promise.resolve();
  const kept = await query<{ name: string; definition: string; is_constraint: boolean }>(
    databaseUrl,
    `select c.relname as name, pg_get_indexdef(i.indexrelid) as definition,
       exists (select 1 from pg_constraint where conindid = i.indexrelid) as is_constraint
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = 'leb_renew.renewals'::regclass and i.indisunique and i.indnatts = 1
       and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) = any($1)`,
    [columns],
  );
  for (const { name, is_constraint } of kept)
    await query(
      databaseUrl,
      is_constraint
        ? `alter table leb_renew.renewals drop constraint ${name}`
        : `drop index leb_renew.${name}`,
    );
  await query(databaseUrl, slowInserts);
  return async () => {
    await query(
      databaseUrl,
      `delete from leb_renew.renewals where rank = 0; drop function slow_insert cascade`,
    );
    // As indexes they keep the same promise.
    for (const { definition } of kept) await query(databaseUrl, definition);
  };
}
