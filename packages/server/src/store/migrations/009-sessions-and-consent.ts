import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // How often a session was gone on with. A new password ends the sessions of better-auth, and these with them.
  `create table leb_renew.refreshes (
     session_id text primary key references leb_renew_accounts."session" ("id") on delete cascade,
     generation integer not null,
     refreshed_at timestamptz not null,
     ends_at timestamptz not null
   )`,
  // From before there were refreshes: nothing opens them any more.
  'delete from leb_renew_accounts."session"',
  `create table leb_renew.consents (
     renewal_id text primary key references leb_renew.renewals,
     kind text not null,
     text text not null,
     sha256 text not null,
     given_at timestamptz not null
   )`,
  `create function leb_renew.only_written_once() returns trigger language plpgsql as $$
   begin
     raise exception 'a consent is kept as it was given: %', old.renewal_id;
   end $$`,
  `create trigger consents_only_written_once before update or delete on leb_renew.consents
   for each row execute function leb_renew.only_written_once()`,
  // Those that nothing came of, and the others, which are kept.
  'alter table leb_renew.quotes add column begun boolean not null default false',
  'update leb_renew.quotes q set begun = true from leb_renew.renewals r where r.quote_id = q.quote_id',
  'create index quotes_unused on leb_renew.quotes (valid_until) where not begun',
  'create index notices_settled on leb_renew.notices (settled_at) where settled_at is not null',
  'create index sessions_by_age on leb_renew_accounts."session" ("expiresAt")',
  'create index verifications_by_age on leb_renew_accounts."verification" ("expiresAt")',
];

export const sessionsAndConsent: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
