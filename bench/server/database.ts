import { startEmbeddedPostgres } from '@leb-renew/server/embedded-postgres';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface BenchDatabase {
  readonly url: string;
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Stops it and deletes everything. */
  erase(): Promise<void>;
}

/** An empty PostgreSQL, set as in production: what it has confirmed outlives a power cut. */
export async function openDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'leb-bench-'));
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'data') });
  const { query, end } = onDatabase(postgres.url);
  return {
    url: postgres.url,
    query,
    async erase() {
      await end();
      await postgres.erase();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Looks into a database behind the shop's back. */
export function onDatabase(url: string): Pick<BenchDatabase, 'query'> & { end(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  return {
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...values])).rows,
    end: () => pool.end(),
  };
}
