import { startEmbeddedPostgres, type EmbeddedPostgres } from '@leb-renew/server/embedded-postgres';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase, nameIn, sharedCluster, sharedTemplate } from './cluster.ts';
import { fill } from './open-shop.ts';

/**
 * Node's setup of a whole run (`--test-global-setup`): one PostgreSQL for all test files, with one shop to copy. A file
 * that is run by itself starts its own. On `DATABASE_URL`, that server is the one.
 */

let folder = '';
let postgres: EmbeddedPostgres | null = null;

export async function globalSetup(): Promise<void> {
  if (process.env['DATABASE_URL'] === undefined) {
    folder = await mkdtemp(join(tmpdir(), 'leb-test-'));
    await chmod(folder, 0o755);
    postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durable: false });
    process.env[sharedCluster] = postgres.url;
  }
  const template = await emptyDatabase();
  await fill(template);
  process.env[sharedTemplate] = nameIn(template);
}

export async function globalTeardown(): Promise<void> {
  await postgres?.erase();
  if (folder !== '') await rm(folder, { recursive: true, force: true });
}
