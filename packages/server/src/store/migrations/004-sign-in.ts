import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What better-auth 1.7 asks for with its two-factor plugin.
  'alter table leb_renew_accounts."user" add column "twoFactorEnabled" boolean',
  `create table leb_renew_accounts."twoFactor" (
     "id" text primary key,
     "secret" text not null,
     "backupCodes" text not null,
     "userId" text not null references leb_renew_accounts."user" ("id") on delete cascade,
     "verified" boolean,
     "failedVerificationCount" integer,
     "lockedUntil" timestamptz
   )`,
  'create index "twoFactor_secret_idx" on leb_renew_accounts."twoFactor" ("secret")',
  'create index "twoFactor_userId_idx" on leb_renew_accounts."twoFactor" ("userId")',
  // Unlogged: written by every try, and a crash of the database that empties it only forgives.
  `create unlogged table leb_renew.throttles (
     key text primary key,
     tries double precision not null,
     free_at timestamptz not null,
     seen_at timestamptz not null
   )`,
  'create index throttles_by_age on leb_renew.throttles (seen_at)',
  `create table leb_renew.customers (
     account_id text primary key,
     language text not null,
     email text,
     name text
   )`,
  // Cards may belong to accounts that the seller keeps elsewhere.
  'alter table leb_renew.cards drop constraint cards_account_id_fkey',
];

export const signIn: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
