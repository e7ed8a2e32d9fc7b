import { noticeDays, noticeTime } from '@leb-renew/core/reminder';
import { sql } from 'kysely';
import type { Context } from '../renewals/context.ts';
import { instantOf } from '../store/instant.ts';

const day = 86_400_000;
const atOnce = 1_000;

/**
 * Notes, a day or so before they are due, the mails that cards will need before their end: one per card, end and
 * number of days, however often and at once it is called. What becomes of a card meanwhile is seen when they are sent.
 */
export async function planReminders(context: Context, signal?: AbortSignal): Promise<void> {
  const plans = await context.database.selectFrom('plans').select(['plan_id', 'term']).execute();
  const planIds = new Map<number, string[]>();
  for (const { plan_id, term } of plans)
    for (const days of context.reminders ?? noticeDays(term))
      planIds.set(days, [...(planIds.get(days) ?? []), plan_id]);
  for (const [days, ids] of planIds)
    while (signal?.aborted !== true && (await planSome(context, days, ids)) === atOnce);
}

/** Of the cards on these plans. Returns how many it has noted. */
async function planSome({ database, now }: Context, days: number, planIds: string[]): Promise<number> {
  const cards = await database
    .selectFrom('cards')
    .select(['card_ref', 'zone'])
    .select(({ ref }) => ref('expires_at').$notNull().as('ends_at'))
    .where('plan_id', 'in', planIds)
    // Nine o’clock lies between days − 1 and days + 1 days before the end; it may have passed a day ago.
    .where('expires_at', '>', new Date(now() + Math.max(0, days - 2) * day))
    .where('expires_at', '<=', new Date(now() + (days + 1) * day))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reminders')
            .select('days')
            .whereRef('reminders.card_ref', '=', 'cards.card_ref')
            .whereRef('reminders.ends_at', '=', 'cards.expires_at')
            .where('reminders.days', '=', days),
        ),
      ),
    )
    // Nobody is told of the end of seven days on the first of them.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('service_periods as period')
            .select('period.period_id')
            .whereRef('period.card_ref', '=', 'cards.card_ref')
            .where('period.dropped_at', 'is', null)
            .where('period.starts_at', '>=', sql<Date>`cards.expires_at - make_interval(days => ${days})`),
        ),
      ),
    )
    .orderBy('expires_at')
    .limit(atOnce)
    .execute();
  if (cards.length === 0) return 0;
  await database
    .insertInto('reminders')
    .values(
      cards.map(({ card_ref, zone, ends_at }) => ({
        card_ref,
        ends_at,
        days,
        due_at: new Date(noticeTime({ expiresAt: instantOf(ends_at), zone, days })),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return cards.length;
}
