import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table leb_renew.reminders (
     card_ref text not null references leb_renew.cards,
     ends_at timestamptz not null,
     days integer not null check (days > 0),
     due_at timestamptz not null,
     queued_at timestamptz,
     sent_at timestamptz,
     unsendable text,
     primary key (card_ref, ends_at, days)
   )`,
  'create index reminders_due on leb_renew.reminders (due_at) where queued_at is null',
  'create index cards_by_end on leb_renew.cards (expires_at)',
  `create table leb_renew.renewal_letters (
     renewal_id text not null references leb_renew.renewals,
     about text not null,
     due_at timestamptz not null,
     queued_at timestamptz,
     sent_at timestamptz,
     unsendable text,
     primary key (renewal_id, about)
   )`,
  'create index renewal_letters_due on leb_renew.renewal_letters (due_at) where queued_at is null',
  'create table leb_renew.password_changes (account_id text primary key)',
];

/** A password and the note that its owner has to be told are one, whatever sets it and whatever dies meanwhile. */
const toldOfPasswords = [
  `create function leb_renew.note_password_change() returns trigger language plpgsql as $$
   begin
     insert into leb_renew.password_changes values (new."userId") on conflict do nothing;
     return null;
   end $$`,
  `create trigger password_changes_noted after update of password on leb_renew_accounts."account"
   for each row when (old.password is distinct from new.password)
   execute function leb_renew.note_password_change()`,
];

export const reminders: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of [...statements, ...toldOfPasswords]) await sql.raw(statement).execute(database);
  },
};
