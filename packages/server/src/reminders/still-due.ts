import type { Database, DatabaseTransaction } from '../store/database.ts';

/** After that a reminder is not sent: the next one is nearer, or the end is. */
const lateMs = 24 * 3_600_000;

/**
 * The reminders that are due at `now` (epoch ms) with their cards: those whose card still ends when they say, has not
 * ended, is not stopped, and is not being renewed. One statement sees one moment: a renewal is open until the very
 * commit that moves the end, so there is none in which a renewed card looks as if it were to be reminded of.
 */
export const stillDue = (database: Database | DatabaseTransaction, now: number) =>
  database
    .selectFrom('reminders')
    .innerJoin('cards', 'cards.card_ref', 'reminders.card_ref')
    .where('sent_at', 'is', null)
    .where('unsendable', 'is', null)
    .where('due_at', '<=', new Date(now))
    .where('due_at', '>', new Date(now - lateMs))
    .where('ends_at', '>', new Date(now))
    .whereRef('ends_at', '=', 'cards.expires_at')
    .where('cards.suspended', '=', false)
    .where('cards.revoked', '=', false)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('renewals')
            .select('renewal_id')
            .whereRef('renewals.card_ref', '=', 'cards.card_ref')
            .where('holds_card', '=', true),
        ),
      ),
    );
