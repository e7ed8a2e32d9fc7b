import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

// What quotes and receipts call a plan is in the quotes and receipts themselves.
const statement = 'alter table leb_renew.plans add column name_in jsonb, add column includes_in jsonb';

export const planNames: Migration = {
  async up(database: Kysely<never>) {
    await sql.raw(statement).execute(database);
  },
};
