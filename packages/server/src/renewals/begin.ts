import { trouble, type Answer, type Quote, type Renewal } from '@leb-renew/core/contract';
import { instantOf } from '../store/instant.ts';
import { change, lockRenewal } from './change.ts';
import type { Context } from './context.ts';
import { newId, newReference } from './ids.ts';
import { endUnpaid } from './end-unpaid.ts';
import { quoteOf, renewalView } from './view.ts';

/** How long the provider takes a payment for, from the beginning. The quote's price is kept that long. */
const paymentWindowMs = 30 * 60_000;

/** Begins the renewal of a quote. The same quote begins the same renewal, however often and at once it is asked. */
export async function begin(context: Context, accountId: string, quoteId: string): Promise<Answer<Renewal>> {
  const { database } = context;
  const row = await database
    .selectFrom('quotes')
    .select(['quote', 'valid_until'])
    .where('quote_id', '=', quoteId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (row === undefined) return trouble('unknown-quote', { field: 'quoteId' });
  const begun = await renewalOf(context, quoteId);
  if (begun === null && row.valid_until.getTime() <= context.now()) return trouble('quote-expired');
  const placed =
    begun === null ? await place(context, accountId, row.quote) : { ok: true as const, value: begun };
  return placed.ok ? openPayment(context, placed.value) : placed;
}

async function renewalOf({ database }: Context, quoteId: string): Promise<string | null> {
  const row = await database
    .selectFrom('renewals')
    .select('renewal_id')
    .where('quote_id', '=', quoteId)
    .executeTakeFirst();
  return row?.renewal_id ?? null;
}

/** Claims quote and card by the tables' unique constraints, before any provider hears of it. */
async function place(context: Context, accountId: string, quote: Quote): Promise<Answer<string>> {
  for (let tries = 0; tries < 5; tries++) {
    const inserted = await insert(context, accountId, quote);
    if (inserted !== null) return inserted;
    const begun = await renewalOf(context, quote.quoteId);
    if (begun !== null) return { ok: true, value: begun };
    const holder = await holderOf(context, quote.cardRef);
    // An unpaid one whose time is over is only waiting to be cleared away.
    if (holder !== null && !(await endUnpaid(context, holder, true)))
      return trouble('renewal-open', { renewalId: holder });
  }
  return trouble('unavailable');
}

/** Null when a constraint was in the way. */
function insert(context: Context, accountId: string, quote: Quote): Promise<Answer<string> | null> {
  const at = new Date(context.now());
  return context.database.transaction().execute(async (transaction) => {
    const { version } = await transaction
      .selectFrom('cards')
      .select('version')
      .where('card_ref', '=', quote.cardRef)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (String(version) !== quote.entitlementVersion) return trouble('card-changed');
    const row = await transaction
      .insertInto('renewals')
      .values({
        renewal_id: newId('r'),
        quote_id: quote.quoteId,
        account_id: accountId,
        card_ref: quote.cardRef,
        status: 'awaiting-payment',
        rank: 0,
        seq: 1,
        holds_card: true,
        reference: newReference(),
        provider: context.payments.provider,
        created_at: at,
        updated_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('renewal_id')
      .executeTakeFirst();
    return row === undefined ? null : { ok: true, value: row.renewal_id };
  });
}

async function holderOf({ database }: Context, cardRef: string): Promise<string | null> {
  const row = await database
    .selectFrom('renewals')
    .select('renewal_id')
    .where('card_ref', '=', cardRef)
    .where('holds_card', '=', true)
    .executeTakeFirst();
  return row?.renewal_id ?? null;
}

/**
 * Has the provider make the payment. Nothing is locked while it is asked: those who ask at once ask with the same
 * key, are told about the same payment, and the first of them writes it down.
 */
async function openPayment(context: Context, renewalId: string): Promise<Answer<Renewal>> {
  const { database, payments, customers } = context;
  const row = await database
    .selectFrom('renewals')
    .selectAll()
    .where('renewal_id', '=', renewalId)
    .executeTakeFirstOrThrow();
  if (row.status !== 'awaiting-payment' || row.handoff !== null) return renewalView(context, renewalId);
  const quote = await quoteOf(database, row.quote_id);
  const customer = await customers.byId(row.account_id);
  const created = await payments.create(
    {
      renewalId,
      amount: quote.total,
      describe: `${quote.plan.name} · ${quote.card.label}`,
      receiptEmail: customer?.email ?? null,
      methods: quote.methods,
      expiresAt: instantOf(row.created_at.getTime() + paymentWindowMs),
    },
    `renewal:${renewalId}:create`,
  );
  if (!created.ok) {
    // Somebody who asked at the same time may have been luckier.
    const seen = await renewalView(context, renewalId);
    return seen.ok ? seen : created;
  }
  const { ref, handoff } = created.value;
  const isLate = await database.transaction().execute(async (transaction) => {
    const now = await lockRenewal(transaction, renewalId);
    if (now?.status === 'awaiting-payment' && now.handoff === null)
      await change(context, transaction, renewalId, 'awaiting-payment', {
        payment_ref: ref,
        handoff: JSON.stringify(handoff),
        handoff_expires_at: new Date(handoff.expiresAt),
      });
    return now?.status === 'cancelled' && now.payment_ref === null;
  });
  // It was ended meanwhile: nobody was given this payment to pay, and nobody will be.
  if (isLate) await payments.cancel(ref, `renewal:${renewalId}:cancel`);
  return renewalView(context, renewalId);
}
