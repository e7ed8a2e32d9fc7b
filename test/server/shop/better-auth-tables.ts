import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

interface Migrations {
  getMigrations(
    config: unknown,
  ): Promise<{ toBeCreated: { table: string; fields: Record<string, unknown> }[] }>;
}

/** The columns that the installed better-auth would make in an empty database, as `table.column`. */
export async function wantedByBetterAuth(emptyDatabaseUrl: string): Promise<string[]> {
  const fromServer = createRequire(new URL('../../../packages/server/package.json', import.meta.url));
  const { getMigrations } = (await import(
    pathToFileURL(fromServer.resolve('better-auth/db/migration')).href
  )) as Migrations;
  const { twoFactor } = (await import(
    pathToFileURL(fromServer.resolve('better-auth/plugins/two-factor')).href
  )) as { twoFactor(): unknown };
  const pool = new pg.Pool({ connectionString: emptyDatabaseUrl });
  try {
    const { toBeCreated } = await getMigrations({
      database: pool,
      emailAndPassword: { enabled: true },
      plugins: [twoFactor()],
    });
    return toBeCreated.flatMap(({ table, fields }) =>
      ['id', ...Object.keys(fields)].map((column) => `${table}.${column}`),
    );
  } finally {
    await pool.end();
  }
}
