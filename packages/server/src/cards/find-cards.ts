import { sql, type Selectable } from 'kysely';
import type { Database, DatabaseTransaction } from '../store/database.ts';
import type { PlanRow } from '../store/schema.ts';
import type { CardRecord } from './card-view.ts';

/** The cards of an account with what belongs to them, the one that ends first at the top. */
export async function cardsOf(database: Database, accountId: string): Promise<readonly CardRecord[]> {
  const found = await withPlans(database)
    .where('account_id', '=', accountId)
    .orderBy(sql`expires_at nulls last`)
    .orderBy('card_ref')
    .execute();
  return complete(database, found);
}

/** One card of an account; null when the account has no such card. */
export async function cardOf(
  database: Database | DatabaseTransaction,
  accountId: string,
  cardRef: string,
): Promise<CardRecord | null> {
  const found = await withPlans(database)
    .where('card_ref', '=', cardRef)
    .where('account_id', '=', accountId)
    .execute();
  const [record] = await complete(database, found);
  return record ?? null;
}

/** A card whoever owns it, for what is asked on no account's behalf. */
export async function cardByRef(database: Database, cardRef: string): Promise<CardRecord | null> {
  const [record] = await complete(
    database,
    await withPlans(database).where('card_ref', '=', cardRef).execute(),
  );
  return record ?? null;
}

type Found = Awaited<ReturnType<ReturnType<typeof withPlans>['execute']>>[number];

function withPlans(database: Database | DatabaseTransaction) {
  return database
    .selectFrom('cards')
    .innerJoin('plans', 'plans.plan_id', 'cards.plan_id')
    .selectAll('cards')
    .select(({ selectFrom }) => [
      sql<Selectable<PlanRow>>`to_jsonb(plans)`.as('plan'),
      selectFrom('renewals')
        .select('renewal_id')
        .whereRef('renewals.card_ref', '=', 'cards.card_ref')
        .where('holds_card', '=', true)
        .as('open_renewal'),
    ]);
}

async function complete(
  database: Database | DatabaseTransaction,
  found: readonly Found[],
): Promise<CardRecord[]> {
  if (found.length === 0) return [];
  const periods = await database
    .selectFrom('service_periods')
    .selectAll()
    .where(
      'card_ref',
      'in',
      found.map(({ card_ref }) => card_ref),
    )
    .where('dropped_at', 'is', null)
    .orderBy('starts_at')
    .execute();
  return found.map(({ plan, open_renewal: openRenewal, ...card }) => ({
    card,
    plan,
    periods: periods.filter(({ card_ref }) => card_ref === card.card_ref),
    openRenewal,
  }));
}
