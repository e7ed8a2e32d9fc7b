import { startEmbeddedPostgres, type EmbeddedPostgres } from '@leb-renew/server/embedded-postgres';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';

let cluster: Promise<EmbeddedPostgres & { readonly folder: string }> | null = null;

let template: Promise<string> | null = null;

/** An empty database on the one PostgreSQL of this test file. */
export async function emptyDatabase(from = 'template1'): Promise<string> {
  const { url } = await (cluster ??= start());
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(url, `create database ${name} template ${from}`);
  return url.replace(/[^/]+$/, name);
}

/** A database as `prepare` leaves one. It is called once per test file; the others are copies. */
export async function preparedDatabase(prepare: (databaseUrl: string) => Promise<void>): Promise<string> {
  template ??= emptyDatabase().then(async (url) => {
    await prepare(url);
    return url.slice(url.lastIndexOf('/') + 1);
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

async function start(): Promise<EmbeddedPostgres & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'leb-test-'));
  await chmod(folder, 0o755);
  return { folder, ...(await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durable: false })) };
}

after(async () => {
  if (cluster === null) return;
  const { erase, folder } = await cluster;
  await erase();
  await rm(folder, { recursive: true, force: true });
});
