import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { superuser } from './init-cluster.ts';
import { ownerOf } from './claim.ts';

/**
 * The address of the embedded PostgreSQL that another process runs in this data folder; null where none does. It ends
 * with that process.
 */
export async function joinEmbeddedPostgres(dataDir: string): Promise<string | null> {
  const folder = resolve(dataDir);
  if ((await ownerOf(folder)) === null) return null;
  const elsewhere = await readFile(join(folder, 'cluster-is-at'), 'utf8').catch(() => '');
  const cluster = join(elsewhere === '' ? folder : elsewhere, 'cluster');
  const [password, postmaster] = await Promise.all(
    ['leb-password', 'postmaster.pid'].map((file) => readFile(join(cluster, file), 'utf8').catch(() => '')),
  );
  // PostgreSQL writes its port on the fourth line.
  const port = Number(postmaster?.split('\n')[3]);
  if (!password || !(port > 0))
    throw new Error(`The database in ${dataDir} is just being started or stopped.`);
  return `postgres://${superuser}:${password.trim()}@127.0.0.1:${port}/${superuser}`;
}
