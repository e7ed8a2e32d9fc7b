import { query } from './cluster.ts';

/** Every row of every table of ours, as text; without who has tried what, in which language, and how long their sessions last. */
export async function snapshot(databaseUrl: string): Promise<string> {
  const tables = await query<{ name: string }>(
    databaseUrl,
    `select table_name as name from information_schema.tables
     where table_schema = 'leb_renew' and table_name not like 'kysely%'
       and table_name not in ('throttles', 'customers', 'refreshes') order by 1`,
  );
  const contents: string[] = [];
  for (const { name } of tables) {
    const rows = await query<{ row: string }>(
      databaseUrl,
      `select t::text as row from leb_renew.${name} t order by 1`,
    );
    contents.push(name, ...rows.map(({ row }) => row));
  }
  return contents.join('\n');
}
