import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table leb_renew.plans (
     plan_id text primary key,
     family text not null,
     name text not null,
     term jsonb not null,
     allowance jsonb not null,
     includes jsonb not null,
     policy jsonb not null,
     tax_rate_basis_points integer not null check (tax_rate_basis_points >= 0),
     position integer not null
   )`,
  `create table leb_renew.plan_prices (
     plan_id text not null references leb_renew.plans,
     currency text not null check (currency ~ '^[A-Z]{3}$'),
     minor bigint not null check (minor > 0),
     exponent integer not null check (exponent in (0, 2, 3, 4)),
     position integer not null,
     primary key (plan_id, currency)
   )`,
  `create table leb_renew.cards (
     card_ref text primary key,
     account_id text not null references leb_renew_accounts."user" ("id"),
     iccid text not null unique,
     label text not null,
     region text not null,
     devices jsonb not null,
     plan_id text not null references leb_renew.plans,
     zone text not null,
     anchor_day integer not null check (anchor_day between 1 and 31),
     anchor_time text not null,
     starts_on text not null,
     expires_at timestamptz,
     grace_days integer not null check (grace_days >= 0),
     grace_service_on boolean not null,
     recover_days integer check (recover_days >= grace_days),
     suspended boolean not null default false,
     revoked boolean not null default false,
     profile text not null,
     data jsonb,
     as_of timestamptz not null,
     version integer not null default 1
   )`,
  'create index cards_by_account on leb_renew.cards (account_id)',
  `create table leb_renew.quotes (
     quote_id text primary key,
     account_id text not null,
     card_ref text not null references leb_renew.cards,
     plan_id text not null references leb_renew.plans,
     valid_until timestamptz not null,
     quote jsonb not null
   )`,
  `create table leb_renew.renewals (
     renewal_id text primary key,
     quote_id text not null unique references leb_renew.quotes,
     account_id text not null,
     card_ref text not null references leb_renew.cards,
     status text not null,
     rank integer not null check (rank between 0 and 4),
     seq integer not null,
     holds_card boolean not null,
     reference text not null unique,
     provider text not null,
     payment_ref text,
     handoff jsonb,
     handoff_expires_at timestamptz,
     last_problem jsonb,
     paid_at timestamptz,
     paid_with text,
     receipt_number text unique,
     review text,
     renewed_at timestamptz,
     sent_to text,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     unique (provider, payment_ref),
     check ((rank = 0) = (paid_at is null)),
     check ((rank = 0) = (receipt_number is null))
   )`,
  'create unique index renewals_one_open_per_card on leb_renew.renewals (card_ref) where holds_card',
  'create index renewals_unsettled on leb_renew.renewals (updated_at) where holds_card',
  `create table leb_renew.fulfilments (
     renewal_id text primary key references leb_renew.renewals,
     target jsonb,
     tries integer not null default 0,
     done_at timestamptz
   )`,
  `create table leb_renew.service_periods (
     period_id text primary key,
     card_ref text not null references leb_renew.cards,
     plan jsonb not null,
     starts_at timestamptz not null,
     ends_at timestamptz not null,
     renewal_id text unique references leb_renew.renewals,
     dropped_at timestamptz,
     check (starts_at < ends_at)
   )`,
  'create index service_periods_by_card on leb_renew.service_periods (card_ref, starts_at)',
  `create table leb_renew.receipts (
     number text primary key,
     renewal_id text not null unique references leb_renew.renewals,
     receipt jsonb not null
   )`,
  'create table leb_renew.receipt_years (year integer primary key, last integer not null)',
  `create table leb_renew.notices (
     provider text not null,
     notice_id text not null,
     kind text not null,
     ref text not null,
     received_at timestamptz not null,
     primary key (provider, notice_id)
   )`,
  `create table leb_renew.mails (
     mail_key text primary key,
     sent_at timestamptz not null,
     recipient text not null,
     subject text not null,
     text text not null,
     html text not null,
     attachments jsonb not null
   )`,
];

/** Ranks and sequence numbers only rise, whatever code is wrong. */
const monotone = [
  `create function leb_renew.only_forward() returns trigger language plpgsql as $$
   begin
     if new.rank < old.rank or new.seq <= old.seq then
       raise exception 'renewal % cannot go from rank % seq % to rank % seq %',
         old.renewal_id, old.rank, old.seq, new.rank, new.seq;
     end if;
     return new;
   end $$`,
  `create trigger renewals_only_forward before update of status, rank, seq on leb_renew.renewals
   for each row execute function leb_renew.only_forward()`,
];

export const renewals: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of [...statements, ...monotone]) await sql.raw(statement).execute(database);
  },
};
