import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table leb_renew.audit (
     audit_id bigint generated always as identity primary key,
     at timestamptz not null,
     done_by text not null check (done_by <> ''),
     act text not null,
     why text not null check (why <> ''),
     renewal_id text references leb_renew.renewals,
     job_id text,
     status_before text,
     status_after text,
     check (renewal_id is not null or job_id is not null)
   )`,
  'create index audit_by_renewal on leb_renew.audit (renewal_id, audit_id)',
  `create function leb_renew.only_added() returns trigger language plpgsql as $$
   begin
     raise exception 'what was done stays written in %', tg_table_name;
   end $$`,
  `create trigger audit_only_added before update or delete or truncate on leb_renew.audit
   for each statement execute function leb_renew.only_added()`,
  'alter table leb_renew.renewals add column refund_key text, add column refund_refused text',
  'drop index leb_renew.renewals_in_review',
  `create index renewals_in_review on leb_renew.renewals (looked_at nulls first)
     where status in ('review', 'refunding')`,
  'create index renewals_unsendable on leb_renew.renewals (renewed_at) where unsendable is not null',
];

export const desk: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
