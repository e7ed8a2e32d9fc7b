import { startEmbeddedPostgres } from '@leb-renew/server/embedded-postgres';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';

interface Cluster {
  /** Of a database to make others from. */
  readonly url: string;
  end(): Promise<void>;
}

/** Where `one-postgres.ts` names the PostgreSQL of a whole run, and the database to copy. */
export const sharedCluster = 'TEST_POSTGRES';
export const sharedTemplate = 'TEST_TEMPLATE';

let cluster: Promise<Cluster> | null = null;

let template: Promise<string> | null = null;

/**
 * An empty database on the one PostgreSQL of this run, or of this test file if it is run by itself: an embedded one, or
 * the one that `DATABASE_URL` names.
 */
export async function emptyDatabase(from = 'template1'): Promise<string> {
  const { url } = await (cluster ??= start());
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Copying files is quicker than writing each page to the log as well.
  await query(url, `create database ${name} template ${from} strategy file_copy`);
  made.push(name);
  return named(url, name);
}

const made: string[] = [];

const named = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;

export const nameIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1);

/** A database as `prepare` leaves one. It is called once; the others are copies. */
export async function preparedDatabase(prepare: (databaseUrl: string) => Promise<void>): Promise<string> {
  template ??= emptyDatabase().then(async (url) => {
    await prepare(url);
    return nameIn(url);
  });
  return emptyDatabase(await template);
}

/** Looks behind the scenes, or changes what no call may change. */
export async function query<Row extends pg.QueryResultRow>(
  databaseUrl: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function start(): Promise<Cluster> {
  const given = process.env['DATABASE_URL'] ?? process.env[sharedCluster];
  if (given !== undefined) return { url: given, end: () => dropMade(given) };
  const folder = await mkdtemp(join(tmpdir(), 'leb-test-'));
  await chmod(folder, 0o755);
  const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durable: false });
  return {
    url: embedded.url,
    async end() {
      await embedded.erase();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function dropMade(url: string): Promise<void> {
  for (const name of made.splice(0)) await query(url, `drop database if exists ${name} with (force)`);
}

after(async () => (await cluster)?.end());
