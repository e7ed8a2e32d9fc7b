import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const attempts: Migration = {
  async up(database: Kysely<never>) {
    await sql.raw('alter table leb_renew.renewals add column last_attempt text').execute(database);
  },
};
