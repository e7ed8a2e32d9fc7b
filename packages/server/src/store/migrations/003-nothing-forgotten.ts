import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'alter table leb_renew.renewals add column unsendable text, add column looked_at timestamptz',
  'alter table leb_renew.notices add column settled_at timestamptz',
  // Their jobs were queued before there was a note of it.
  'update leb_renew.notices set settled_at = received_at',
  'create index notices_unsettled on leb_renew.notices (received_at) where settled_at is null',
  `create index renewals_to_extend on leb_renew.renewals (updated_at) where status in ('paid', 'extending')`,
  `create index renewals_to_confirm on leb_renew.renewals (renewed_at)
     where status = 'renewed' and sent_to is null and unsendable is null`,
  `create index renewals_in_review on leb_renew.renewals (looked_at nulls first) where status = 'review'`,
  'create index renewals_by_card on leb_renew.renewals (card_ref)',
];

export const nothingForgotten: Migration = {
  async up(database: Kysely<never>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
