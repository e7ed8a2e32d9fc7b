import type { Pool } from 'pg';

const dayMs = 24 * 3_600_000;
/** Rows of one kind at a time. It comes again every minute. */
const atOnce = 2_000;

interface Rule {
  readonly table: string;
  /** Which are no longer needed: before `$1`. */
  readonly old: string;
  readonly afterDays: number;
}

/** What nobody comes back to. Nothing that a renewal refers to is among it: that is kept for as long as the books are. */
const rules: readonly Rule[] = [
  {
    table: 'leb_renew.quotes',
    old: `not begun and valid_until < $1
      and not exists (select 1 from leb_renew.renewals where renewals.quote_id = quotes.quote_id)`,
    afterDays: 30,
  },
  // A provider gives up repeating a notice after days, and one that is this old is refused as stale.
  { table: 'leb_renew.notices', old: 'settled_at < $1', afterDays: 90 },
  { table: 'leb_renew_accounts."session"', old: '"expiresAt" < $1', afterDays: 1 },
  { table: 'leb_renew_accounts."verification"', old: '"expiresAt" < $1', afterDays: 1 },
];

/** Throws away what is old at `now` (epoch ms), so much at a time that nobody has to wait for it. */
export async function prune(pool: Pool, now: number): Promise<void> {
  for (const { table, old, afterDays } of rules)
    await pool.query(
      // By their places: by their keys, PostgreSQL would look for them in all of the table.
      `delete from ${table} where ctid = any (array
         (select ctid from ${table} where ${old} limit ${atOnce} for update skip locked))`,
      [new Date(now - afterDays * dayMs)],
    );
}
