import { sql } from 'kysely';
import type { Database, DatabaseTransaction } from '../store/database.ts';
import type { CardRecord } from './card-view.ts';

/** The cards of an account with what belongs to them, the one that ends first at the top. */
export async function cardsOf(database: Database, accountId: string): Promise<readonly CardRecord[]> {
  const cards = await database
    .selectFrom('cards')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy(sql`expires_at nulls last`)
    .orderBy('card_ref')
    .execute();
  return complete(database, cards);
}

/** One card of an account; null when the account has no such card. */
export async function cardOf(
  database: Database | DatabaseTransaction,
  accountId: string,
  cardRef: string,
): Promise<CardRecord | null> {
  const cards = await database
    .selectFrom('cards')
    .selectAll()
    .where('card_ref', '=', cardRef)
    .where('account_id', '=', accountId)
    .execute();
  const [record] = await complete(database, cards);
  return record ?? null;
}

/** A card whoever owns it, for what is asked on no account's behalf. */
export async function cardByRef(database: Database, cardRef: string): Promise<CardRecord | null> {
  const cards = await database.selectFrom('cards').selectAll().where('card_ref', '=', cardRef).execute();
  const [record] = await complete(database, cards);
  return record ?? null;
}

async function complete(
  database: Database | DatabaseTransaction,
  cards: readonly CardRecord['card'][],
): Promise<CardRecord[]> {
  if (cards.length === 0) return [];
  const refs = cards.map(({ card_ref }) => card_ref);
  const [plans, periods, open] = await Promise.all([
    database.selectFrom('plans').selectAll().execute(),
    database
      .selectFrom('service_periods')
      .selectAll()
      .where('card_ref', 'in', refs)
      .where('dropped_at', 'is', null)
      .orderBy('starts_at')
      .execute(),
    database
      .selectFrom('renewals')
      .select(['card_ref', 'renewal_id'])
      .where('card_ref', 'in', refs)
      .where('holds_card', '=', true)
      .execute(),
  ]);
  return cards.flatMap((card) => {
    const plan = plans.find(({ plan_id }) => plan_id === card.plan_id);
    if (plan === undefined) return [];
    return {
      card,
      plan,
      periods: periods.filter(({ card_ref }) => card_ref === card.card_ref),
      openRenewal: open.find(({ card_ref }) => card_ref === card.card_ref)?.renewal_id ?? null,
    };
  });
}
