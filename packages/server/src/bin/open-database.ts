import pg from 'pg';
import { startEmbeddedPostgres } from '../store/embedded-postgres.ts';
import type { Settings } from './read-settings.ts';

const patienceMs = 10_000;

/** The address of the database: the one that is set, once it has answered; or of an embedded one. */
export async function openDatabase(
  { databaseUrl, dataDir }: Settings,
  ends: (() => Promise<void>)[],
): Promise<string> {
  if (databaseUrl !== null) {
    await mustAnswer(databaseUrl);
    return databaseUrl;
  }
  const postgres = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => {
    throw new Error(
      `DATA_DIR must be a folder that a database can be kept in (${codeOf(error) ?? String(error)}).`,
      {
        cause: error,
      },
    );
  });
  ends.push(() => postgres.stop());
  // Another folder would be another shop.
  if (postgres.elsewhere) throw new Error('DATA_DIR is in use by another process.');
  return postgres.url;
}

async function mustAnswer(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: patienceMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    // What the driver says in words may repeat the address.
    const code = codeOf(error) ?? 'no answer';
    throw new Error(`DATABASE_URL must lead to a PostgreSQL that lets us in (${code}).`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error ? String(error.code) : null;
