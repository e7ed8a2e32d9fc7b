import type { Links } from '../accounts/links.ts';
import { renewalLink } from '../admin/renewal-link.ts';
import type { Context } from '../renewals/context.ts';
import { settle } from '../renewals/settle.ts';
import { quoteOf } from '../renewals/view.ts';
import type { Database, DatabaseTransaction } from '../store/database.ts';
import { handOver, type Written } from './hand-over.ts';
import type { RenewalLetter, RenewalLetterOrder } from './port.ts';
import { renewalMail } from './renewal-letters.ts';

/**
 * Sends a letter about a renewal, unless what it says is no longer true. May be called any number of times, by several
 * processes: the letter's row is locked by the one that sends. Rejects when it has to be tried again.
 */
export async function sendRenewalLetter(
  context: Context,
  links: Links,
  order: RenewalLetterOrder,
): Promise<void> {
  const { database, mailer, log, now } = context;
  await askProvider(context, order);
  const written = await write(context, links, order);
  if (written === null) return;
  await database.transaction().execute(async (transaction) => {
    const mine = await transaction
      .selectFrom('renewal_letters')
      .select('renewal_id')
      .where('renewal_id', '=', order.renewalId)
      .where('about', '=', order.letter)
      .where('sent_at', 'is', null)
      .where('unsendable', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (mine === undefined || (await factsOf(transaction, order)) === null) return;
    const unsendable = await handOver(mailer, written);
    if (unsendable !== null)
      log({ level: 'error', event: 'mail.unsendable', renewalId: order.renewalId, detail: unsendable });
    await transaction
      .updateTable('renewal_letters')
      .set(unsendable === null ? { sent_at: new Date(now()) } : { unsendable })
      .where('renewal_id', '=', order.renewalId)
      .where('about', '=', order.letter)
      .execute();
  });
}

/**
 * "No money has reached us" is for the provider to say: our own note of a decline may be older than the money. Rejects
 * where the provider does not say anything.
 */
async function askProvider(context: Context, order: RenewalLetterOrder): Promise<void> {
  if (order.letter !== 'payment-failed') return;
  const ref = (await factsOf(context.database, order))?.payment_ref ?? null;
  if (ref !== null && (await settle(context, ref)) !== 'settled')
    throw new Error('The payment provider did not tell about a payment that is said to have failed.');
}

/** The mail; null when what it would say is not true. */
async function write(context: Context, links: Links, order: RenewalLetterOrder): Promise<Written | null> {
  const { database, customers, seller } = context;
  const facts = await factsOf(database, order);
  if (facts === null) return null;
  const customer = await customers.byId(facts.account_id);
  if (customer === null) return { unsendable: 'no-customer' };
  const { email: to, ...rest } = customer;
  const link = await renewalLink(context, links, facts.card_ref);
  return renewalMail(
    { to, ...rest, seller },
    {
      ...order,
      reference: facts.reference,
      quote: await quoteOf(database, facts.quote_id),
      url: order.letter === 'payment-failed' ? link.url : null,
    },
  );
}

/** What a letter is about, at one moment; null when the letter is not true then. */
async function factsOf(database: Database | DatabaseTransaction, { renewalId, letter }: RenewalLetterOrder) {
  const row = await database
    .selectFrom('renewals')
    .select(['account_id', 'card_ref', 'quote_id', 'reference', 'status', 'payment_ref'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('renewals as other')
          .select('other.renewal_id')
          .whereRef('other.card_ref', '=', 'renewals.card_ref')
          .whereRef('other.created_at', '>=', 'renewals.created_at')
          .whereRef('other.renewal_id', '!=', 'renewals.renewal_id')
          .where(({ or, eb }) =>
            or([eb('other.holds_card', '=', true), eb('other.paid_at', 'is not', null)]),
          ),
      ).as('another'),
    )
    .where('renewal_id', '=', renewalId)
    .executeTakeFirst();
  return row !== undefined && isTrue(letter, row.status, Boolean(row.another)) ? row : null;
}

function isTrue(letter: RenewalLetter, status: string, hasAnother: boolean): boolean {
  switch (letter) {
    case 'still-extending':
      return status === 'paid' || status === 'extending';
    case 'payment-failed':
      // Whoever has begun again knows.
      return (status === 'awaiting-payment' || status === 'cancelled') && !hasAnother;
    case 'review':
    case 'refunded':
      return status === letter;
  }
}
