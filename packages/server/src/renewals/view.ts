import { fine, trouble, type Answer, type Quote, type Renewal } from '@leb-renew/core/contract';
import type { DatabaseTransaction, Database } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import type { RenewalRecord } from './change.ts';
import type { Context } from './context.ts';

/** A renewal as the customer may see it. */
export async function renewalView(context: Context, renewalId: string): Promise<Answer<Renewal>> {
  const { database } = context;
  const row = await database
    .selectFrom('renewals')
    .innerJoin('quotes', 'quotes.quote_id', 'renewals.quote_id')
    .leftJoin('fulfilments', 'fulfilments.renewal_id', 'renewals.renewal_id')
    .selectAll('renewals')
    .select(['quote', 'target'])
    .where('renewals.renewal_id', '=', renewalId)
    .executeTakeFirst();
  if (row === undefined) return trouble('unknown-renewal');
  const base = {
    renewalId,
    reference: row.reference,
    renewalToken: context.tokens.of(renewalId),
    quote: row.quote,
    seq: row.seq,
    updatedAt: instantOf(row.updated_at),
  };
  switch (row.status) {
    case 'awaiting-payment':
      // The provider did not answer when the renewal began: beginning again makes up for it.
      if (row.handoff === null) return trouble('provider-down', { renewalId, reference: row.reference });
      return fine({ status: row.status, ...base, handoff: row.handoff, lastProblem: row.last_problem });
    case 'processing':
    case 'cancelled':
      return fine({ status: row.status, ...base });
    case 'renewed': {
      const { from, to } = present(row.target);
      const renewedAt = instantOf(present(row.renewed_at));
      return fine({ status: row.status, ...base, ...paidOf(row), period: { from, to }, renewedAt });
    }
    case 'paid':
    case 'extending':
    case 'review':
    case 'refunding':
    case 'refunded':
      return fine({ status: row.status, ...base, ...paidOf(row) });
  }
}

/** The promise that a renewal was begun with. */
export async function quoteOf(database: Database | DatabaseTransaction, quoteId: string): Promise<Quote> {
  const { quote } = await database
    .selectFrom('quotes')
    .select('quote')
    .where('quote_id', '=', quoteId)
    .executeTakeFirstOrThrow();
  return quote;
}

function paidOf({ paid_at, receipt_number }: RenewalRecord): { paidAt: string; receiptNumber: string } {
  return { paidAt: instantOf(present(paid_at)), receiptNumber: present(receipt_number) };
}

/** The tables' checks promise these values for the statuses that show them. */
function present<T>(value: T | null): T {
  if (value === null) throw new TypeError('A renewal lacks what its status promises.');
  return value;
}
