import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from './migrations/index.ts';
import { schema } from './schema.ts';

/** Brings the tables up to date. Safe to run by several processes at once and any number of times. */
export async function migrate(database: Kysely<never>): Promise<readonly string[]> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableSchema: schema,
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error('The tables could not be brought up to date.', { cause: error });
  return results.map(({ migrationName }) => migrationName);
}
