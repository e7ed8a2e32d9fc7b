import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `alter table leb_renew.fulfilments
     add column claimed_by text,
     add column claimed_until timestamptz,
     add column mark text,
     add column ordered_at timestamptz,
     add column trouble text,
     add column supplier_ref text`,
  // What was tried before may have been ordered.
  'update leb_renew.fulfilments set ordered_at = now() where tries > 0',
  'alter table leb_renew.cards add column read_at timestamptz, add column reading jsonb',
];

export const supplier: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
