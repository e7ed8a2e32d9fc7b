import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `alter table leb_renew.renewals
     add column dispute text,
     add column refund_failed text,
     add column alarmed_at timestamptz`,
  `create index renewals_alarmed on leb_renew.renewals (alarmed_at)
     where dispute is not null or refund_failed is not null`,
  // Whoever asks about a payment may not know whose it is.
  'create index renewals_by_payment on leb_renew.renewals (payment_ref)',
  `create index renewals_disputed on leb_renew.renewals (looked_at nulls first) where dispute = 'open'`,
  // A refund that does not arrive makes the renewal one for a person again: both are in one band from now on.
  'alter table leb_renew.renewals disable trigger renewals_only_forward',
  `update leb_renew.renewals set rank = 2 where status = 'refunding'`,
  'alter table leb_renew.renewals enable trigger renewals_only_forward',
];

export const moneyBack: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
