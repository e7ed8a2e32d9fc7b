import type { Database, DatabaseTransaction } from '../store/database.ts';

/** The renewal that keeps a card from being renewed by another: at most one does. Null when the card is free. */
export async function holderOf(
  database: Database | DatabaseTransaction,
  cardRef: string,
): Promise<string | null> {
  const row = await database
    .selectFrom('renewals')
    .select('renewal_id')
    .where('card_ref', '=', cardRef)
    .where('holds_card', '=', true)
    .executeTakeFirst();
  return row?.renewal_id ?? null;
}

/** Keeps others from beginning or finishing a renewal of this card until the transaction ends. */
export async function lockCard(transaction: DatabaseTransaction, cardRef: string): Promise<void> {
  await transaction
    .selectFrom('cards')
    .select('card_ref')
    .where('card_ref', '=', cardRef)
    .forUpdate()
    .execute();
}
