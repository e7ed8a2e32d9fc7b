import type { RenewalRecord } from '../renewals/change.ts';
import type { Database } from '../store/database.ts';

/** A renewal by its id, or by its reference as a customer reads it out. */
export async function findRenewal(database: Database, name: string): Promise<RenewalRecord | null> {
  const row = await database
    .selectFrom('renewals')
    .selectAll()
    .where(({ eb, or }) => or([eb('renewal_id', '=', name), eb('reference', '=', referenceIn(name))]))
    .executeTakeFirst();
  return row ?? null;
}

/** `7f3kq2` and `7F3K Q2` are `7F3K-Q2`. */
function referenceIn(text: string): string {
  const letters = text.toUpperCase().replaceAll(/[\s-]/g, '');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
