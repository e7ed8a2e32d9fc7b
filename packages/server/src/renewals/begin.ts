import { trouble, type Answer, type Consent, type Quote, type Renewal } from '@leb-renew/core/contract';
import { createHash } from 'node:crypto';
import { instantOf } from '../store/instant.ts';
import { change, lockRenewal } from './change.ts';
import type { Context } from './context.ts';
import { endUnpaid } from './end-unpaid.ts';
import { holderOf } from './holder.ts';
import { newId, newReference } from './ids.ts';
import { renewalView } from './view.ts';

/** How long the provider takes a payment for, from the beginning. The quote's price is kept that long. */
const paymentWindowMs = 30 * 60_000;

interface Wish {
  readonly accountId: string;
  readonly quoteId: string;
  readonly consent: Consent | null;
  /** Whether it comes from whoever holds a renewal link. */
  readonly byLink: boolean;
}

/**
 * Begins the renewal of a quote. The same quote begins the same renewal, however often and at once it is asked; what was
 * agreed to is kept from the first time.
 */
export async function begin(context: Context, wish: Wish): Promise<Answer<Renewal>> {
  const { database } = context;
  const { accountId, quoteId } = wish;
  const row = await database
    .selectFrom('quotes')
    .leftJoin('renewals', 'renewals.quote_id', 'quotes.quote_id')
    .select(['quote', 'valid_until', 'renewal_id as begun'])
    .where('quotes.quote_id', '=', quoteId)
    .where('quotes.account_id', '=', accountId)
    .executeTakeFirst();
  if (row === undefined) return trouble('unknown-quote', { field: 'quoteId' });
  const { begun } = row;
  if (begun === null && row.valid_until.getTime() <= context.now()) return trouble('quote-expired');
  if (begun === null && wish.consent === null && row.quote.withdrawal === 'waived-with-consent')
    return trouble('invalid-request', { field: 'consent' });
  const placed = begun === null ? await place(context, wish, row.quote) : { ok: true as const, value: begun };
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
async function place(context: Context, wish: Wish, quote: Quote): Promise<Answer<string>> {
  for (let tries = 0; tries < 5; tries++) {
    const inserted = await insert(context, wish, quote);
    if (inserted !== null) return inserted;
    const begun = await renewalOf(context, quote.quoteId);
    if (begun !== null) return { ok: true, value: begun };
    const holder = await holderOf(context.database, quote.cardRef);
    // An unpaid one whose time is over is only waiting to be cleared away.
    if (holder !== null && !(await endUnpaid(context, holder, true)))
      // Whoever holds a link is told no more than that: it may be somebody else's, and will be over before long.
      return trouble('renewal-open', wish.byLink ? { next: 'wait' } : { renewalId: holder });
  }
  return trouble('unavailable');
}

/** Null when a constraint was in the way. */
function insert(
  context: Context,
  { accountId, consent, byLink }: Wish,
  quote: Quote,
): Promise<Answer<string> | null> {
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
        by_link: byLink,
        provider: context.payments.provider,
        created_at: at,
        updated_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('renewal_id')
      .executeTakeFirst();
    if (row === undefined) return null;
    context.telemetry.cameTo('awaiting-payment');
    await transaction
      .updateTable('quotes')
      .set({ begun: true })
      .where('quote_id', '=', quote.quoteId)
      .execute();
    if (consent !== null && quote.withdrawal === 'waived-with-consent')
      await transaction
        .insertInto('consents')
        .values({
          renewal_id: row.renewal_id,
          kind: consent.kind,
          text: consent.text,
          sha256: createHash('sha256').update(consent.text).digest('hex'),
          given_at: at,
        })
        .execute();
    return { ok: true, value: row.renewal_id };
  });
}

/**
 * Has the provider make the payment. Nothing is locked while it is asked: those who ask at once ask with the same
 * key, are told about the same payment, and the first of them writes it down.
 */
async function openPayment(context: Context, renewalId: string): Promise<Answer<Renewal>> {
  const { database, payments, customers } = context;
  const row = await database
    .selectFrom('renewals')
    .innerJoin('quotes', 'quotes.quote_id', 'renewals.quote_id')
    .select(['status', 'handoff', 'renewals.account_id', 'created_at', 'quote'])
    .where('renewal_id', '=', renewalId)
    .executeTakeFirstOrThrow();
  if (row.status !== 'awaiting-payment' || row.handoff !== null) return renewalView(context, renewalId);
  const { quote } = row;
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
    if (seen.ok) return seen;
    const { code, detail } = created.problem;
    context.log({
      level: code === 'provider-down' ? 'warn' : 'error',
      event: 'payment.not-made',
      renewalId,
      detail: `${code}${detail === undefined ? '' : `: ${detail}`}`,
    });
    return created;
  }
  const { ref, handoff } = created.value;
  const isLate = await database.transaction().execute(async (transaction) => {
    const now = await lockRenewal(transaction, renewalId);
    if (now?.status === 'awaiting-payment' && now.handoff === null)
      await change(context, transaction, renewalId, 'awaiting-payment', {
        // Another than it was begun with, where the server was set up anew meanwhile.
        provider: payments.provider,
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
