import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table leb_renew.receipts drop constraint receipts_renewal_id_key',
  'alter table leb_renew.receipts add column corrects text references leb_renew.receipts',
  'create unique index receipts_one_per_renewal on leb_renew.receipts (renewal_id) where corrects is null',
  'create index receipts_by_renewal on leb_renew.receipts (renewal_id)',
  // Receipts from before say what their quotes said.
  `update leb_renew.receipts set receipt = receipt || jsonb_build_object('withdrawal', quote -> 'withdrawal')
   from leb_renew.renewals join leb_renew.quotes using (quote_id) where renewals.renewal_id = receipts.renewal_id`,
  'alter table leb_renew.renewals add column by_link boolean not null default false',
];

/** What was issued stays as it is, and is numbered one by one, whatever code is wrong. */
const unchanging = [
  `create function leb_renew.stays_as_issued() returns trigger language plpgsql as $$
   begin
     raise exception 'receipts are never changed: % was refused, a correction is a new receipt', tg_op;
   end $$`,
  `create trigger receipts_stay_as_issued before update or delete on leb_renew.receipts
   for each row execute function leb_renew.stays_as_issued()`,
  `create trigger receipts_stay before truncate on leb_renew.receipts
   for each statement execute function leb_renew.stays_as_issued()`,
  `create function leb_renew.counts_by_one() returns trigger language plpgsql as $$
   begin
     if tg_op = 'UPDATE' and new.year = old.year and new.last = old.last + 1 or tg_op = 'INSERT' and new.last = 1 then
       return new;
     end if;
     raise exception 'receipt numbers count by one: % was refused', tg_op;
   end $$`,
  `create trigger receipt_years_count_by_one before insert or update or delete on leb_renew.receipt_years
   for each row execute function leb_renew.counts_by_one()`,
  `create trigger receipt_years_stay before truncate on leb_renew.receipt_years
   for each statement execute function leb_renew.counts_by_one()`,
];

export const documents: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of [...statements, ...unchanging]) await sql.raw(statement).execute(database);
  },
};
