import { isDeepStrictEqual } from 'node:util';
import type { Language } from '../mail/port.ts';
import type { Database } from '../store/database.ts';
import type { CustomerRow } from '../store/schema.ts';

export async function customerOf(database: Database, accountId: string): Promise<CustomerRow | null> {
  const row = await database
    .selectFrom('customers')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes only what is news: an upsert that changes nothing would still be written to the disk. */
export async function noteCustomer(database: Database, customer: CustomerRow): Promise<void> {
  const known = await customerOf(database, customer.account_id);
  if (known !== null && isDeepStrictEqual(known, customer)) return;
  await database
    .insertInto('customers')
    .values(customer)
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(customer))
    .execute();
}

export const languageKept = (row: CustomerRow | null): Language =>
  row?.language === 'zh-Hans' ? 'zh-Hans' : 'en';
