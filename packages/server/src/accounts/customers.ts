import { sql } from 'kysely';
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

/** Writes only what is news. */
export async function noteCustomer(database: Database, customer: CustomerRow): Promise<void> {
  await database
    .insertInto('customers')
    .values(customer)
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet(customer)
        .where(
          sql<boolean>`(customers.language, customers.email, customers.name)
            is distinct from (excluded.language, excluded.email, excluded.name)`,
        ),
    )
    .execute();
}

export const languageKept = (row: CustomerRow | null): Language =>
  row?.language === 'zh-Hans' ? 'zh-Hans' : 'en';
