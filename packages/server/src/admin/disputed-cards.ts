import type { Instant } from '@leb-renew/core/contract';
import { sql } from 'kysely';
import type { Database } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import type { CardReading } from '../suppliers/port.ts';

/** A card that ends later by our books than by the supplier's. */
export interface DisputedCard {
  readonly cardRef: string;
  readonly expiresAt: Instant;
  readonly reading: CardReading;
}

/** See `Admin.disputedCards`. */
export async function disputedCards(database: Database): Promise<readonly DisputedCard[]> {
  const rows = await database
    .selectFrom('cards')
    .select(['card_ref', 'expires_at', 'reading'])
    .where('revoked', '=', false)
    .where(sql<boolean>`(reading ->> 'expiresAt')::timestamptz < expires_at`)
    // What was read before the card was extended disputes nothing.
    .where(sql<boolean>`(reading ->> 'asOf')::timestamptz >= as_of`)
    .orderBy('expires_at')
    .execute();
  return rows.flatMap(({ card_ref: cardRef, expires_at, reading }) =>
    expires_at === null || reading === null ? [] : { cardRef, expiresAt: instantOf(expires_at), reading },
  );
}
