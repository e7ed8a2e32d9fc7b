import { maskIccid } from '@leb-renew/core/identifiers';
import { noticeDays } from '@leb-renew/core/reminder';
import type { Links } from '../accounts/links.ts';
import { renewalLink } from '../admin/renewal-link.ts';
import { reminderMail } from '../mail/account-letters.ts';
import { handOver, type Written } from '../mail/hand-over.ts';
import type { Context } from '../renewals/context.ts';
import type { Database, DatabaseTransaction } from '../store/database.ts';
import type { ReminderOrder } from './order.ts';
import { stillDue } from './still-due.ts';

/**
 * Sends a reminder, unless the card was renewed, stopped or is being renewed by now: then it goes back to those that
 * wait. May be called any number of times, by several processes: the reminder's row is locked by the one that sends.
 * Rejects when it has to be tried again.
 */
export async function sendReminder(context: Context, links: Links, order: ReminderOrder): Promise<void> {
  const { database, mailer, log, now } = context;
  const written = await write(context, links, order);
  const note = (transaction: Database | DatabaseTransaction) =>
    transaction
      .updateTable('reminders')
      .where('card_ref', '=', order.cardRef)
      .where('ends_at', '=', new Date(order.endsAt))
      .where('days', '=', order.days);
  await database.transaction().execute(async (transaction) => {
    const mine = await transaction
      .selectFrom('reminders')
      .select('sent_at')
      .where('card_ref', '=', order.cardRef)
      .where('ends_at', '=', new Date(order.endsAt))
      .where('days', '=', order.days)
      .forUpdate()
      .executeTakeFirst();
    if (mine === undefined || mine.sent_at !== null) return;
    if (written === null || (await cardOf(transaction, now(), order)) === null) {
      await note(transaction).set({ queued_at: null }).execute();
      return;
    }
    const unsendable = await handOver(mailer, written);
    if (unsendable !== null) log({ level: 'warn', event: 'reminder.unsendable', detail: unsendable });
    await note(transaction)
      .set(unsendable === null ? { sent_at: new Date(now()) } : { unsendable })
      .execute();
  });
}

/** The mail; null when there is none to send now. */
async function write(context: Context, links: Links, order: ReminderOrder): Promise<Written | null> {
  const { database, customers, seller, now } = context;
  const card = await cardOf(database, now(), order);
  const { url } = await renewalLink(context, links, order.cardRef);
  if (card === null || url === null) return null;
  const customer = await customers.byId(card.account_id);
  if (customer === null) return { unsendable: 'no-customer' };
  const { email: to, ...rest } = customer;
  return reminderMail(
    `reminder:${order.cardRef}:${order.endsAt}:${order.days}`,
    { to, ...rest, seller },
    {
      label: card.label,
      iccidMasked: maskIccid(card.iccid),
      expiresAt: order.endsAt,
      zone: card.zone,
    },
    url,
    context.reminders ?? noticeDays(card.term),
  );
}

async function cardOf(
  database: Database | DatabaseTransaction,
  now: number,
  { cardRef, endsAt, days }: ReminderOrder,
) {
  const row = await stillDue(database, now)
    .innerJoin('plans', 'plans.plan_id', 'cards.plan_id')
    .select(['account_id', 'iccid', 'label', 'zone', 'term'])
    .where('reminders.card_ref', '=', cardRef)
    .where('ends_at', '=', new Date(endsAt))
    .where('days', '=', days)
    .executeTakeFirst();
  return row ?? null;
}
