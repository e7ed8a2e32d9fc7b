import type { Instant, Money, RenewalStatus } from '@leb-renew/core/contract';
import type { PaymentFact } from '../payments/port.ts';
import type { RenewalRecord } from '../renewals/change.ts';
import type { Context } from '../renewals/context.ts';
import { quoteOf } from '../renewals/view.ts';
import { instantOf } from '../store/instant.ts';
import { findRenewal } from './find-renewal.ts';
import { done, refused, type DeskAnswer } from './refusals.ts';

/** One thing that happened to a renewal. */
export interface StoryEvent {
  readonly at: Instant;
  readonly what: string;
}

/** All that is known about a renewal; without who its customer is. */
export interface Story {
  readonly renewalId: string;
  readonly reference: string;
  readonly status: RenewalStatus;
  /** Why a person looks, or looked, into it. */
  readonly review: string | null;
  readonly amount: Money;
  readonly plan: string;
  /** Masked. */
  readonly card: string;
  readonly paymentRef: string | null;
  /** What the provider says now; null where it says nothing. */
  readonly provider: {
    readonly state: string;
    readonly received: Money;
    readonly refunded: Money | null;
    /** On its way back. */
    readonly refunding: Money | null;
    /** Why the last refund did not arrive. */
    readonly refundFailed: string | null;
    readonly dispute: 'open' | 'lost' | null;
  } | null;
  readonly supplier: {
    readonly tries: number;
    readonly promised: { readonly from: Instant; readonly to: Instant } | null;
    readonly trouble: string | null;
    readonly supplierRef: string | null;
  } | null;
  /** In the order of time. */
  readonly events: readonly StoryEvent[];
}

export async function tellStory(context: Context, name: string): Promise<DeskAnswer<Story>> {
  const { database, payments } = context;
  const row = await findRenewal(database, name);
  if (row === null) return refused('unknown-renewal');
  const { renewal_id: renewalId, payment_ref: ref } = row;
  const [quote, fact, fulfilment, events] = await Promise.all([
    quoteOf(database, row.quote_id),
    ref === null || row.provider !== payments.provider ? null : payments.read(ref),
    database.selectFrom('fulfilments').selectAll().where('renewal_id', '=', renewalId).executeTakeFirst(),
    eventsOf(context, row),
  ]);
  const target = fulfilment?.target ?? null;
  return done({
    renewalId,
    reference: row.reference,
    status: row.status,
    review: row.review,
    amount: quote.total,
    plan: quote.plan.name,
    card: quote.card.iccidMasked,
    paymentRef: ref,
    provider: fact?.ok ? inShort(fact.value) : null,
    supplier:
      fulfilment === undefined
        ? null
        : {
            tries: fulfilment.tries,
            promised: target === null ? null : { from: target.from, to: target.to },
            trouble: fulfilment.trouble,
            supplierRef: fulfilment.supplier_ref,
          },
    events: [
      { at: quote.issuedAt, what: 'quoted' },
      ...events,
      ...(fulfilment?.ordered_at
        ? [{ at: instantOf(fulfilment.ordered_at), what: 'ordered from the supplier' }]
        : []),
    ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at)),
  });
}

const inShort = ({ state, received, refunded, refunding, refundFailed, dispute }: PaymentFact) => ({
  state,
  received,
  refunded,
  refunding: refunding ?? null,
  refundFailed: refundFailed ?? null,
  dispute: dispute ?? null,
});

async function eventsOf({ database }: Context, row: RenewalRecord): Promise<StoryEvent[]> {
  const { renewal_id: renewalId, payment_ref: ref } = row;
  const [notices, papers, letters, acts] = await Promise.all([
    database
      .selectFrom('notices')
      .selectAll()
      .where('ref', '=', ref)
      .where('provider', '=', row.provider)
      .execute(),
    database.selectFrom('receipts').selectAll().where('renewal_id', '=', renewalId).execute(),
    database.selectFrom('renewal_letters').selectAll().where('renewal_id', '=', renewalId).execute(),
    database
      .selectFrom('audit')
      .selectAll()
      .where('renewal_id', '=', renewalId)
      .orderBy('audit_id')
      .execute(),
  ]);
  const event = (at: Date | null, what: string): StoryEvent[] =>
    at === null ? [] : [{ at: instantOf(at), what }];
  return [
    ...event(row.created_at, 'begun'),
    ...event(row.paid_at, `paid${row.paid_with === null ? '' : ` with ${row.paid_with}`}`),
    ...event(row.renewed_at, 'renewed'),
    ...notices.flatMap(({ received_at, settled_at, kind, notice_id }) => [
      ...event(received_at, `notice ${kind} (${notice_id})`),
      ...event(settled_at, `notice settled (${notice_id})`),
    ]),
    ...papers.map(({ number, corrects, receipt }) => ({
      at: receipt.issuedAt,
      what: corrects === null ? `receipt ${number}` : `correction ${number} of ${corrects}`,
    })),
    ...letters.flatMap(({ about, sent_at }) => event(sent_at, `letter sent: ${about}`)),
    ...acts.flatMap(({ at, act, done_by, why, status_before, status_after }) => {
      const moved =
        status_before === status_after ? '' : ` (${status_before ?? '–'} → ${status_after ?? '–'})`;
      return event(at, `${act} by ${done_by}${moved}: ${why}`);
    }),
  ];
}
