import type { Instant } from '@leb-renew/core/contract';
import { sql } from 'kysely';
import type { DatabaseTransaction } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import type { RenewalRecord } from './change.ts';
import type { Context } from './context.ts';
import { quoteOf } from './view.ts';

interface Payment {
  readonly paidAt: Instant;
  readonly paidWith: string | null;
}

/** Writes the receipt of a payment and returns its number, e.g. `R-2026-00418`: sequential within a year, without gaps. */
export async function issueReceipt(
  context: Context,
  transaction: DatabaseTransaction,
  row: RenewalRecord,
  { paidAt, paidWith }: Payment,
): Promise<string> {
  const issuedAt = instantOf(context.now());
  const number = await nextNumber(transaction, new Date(issuedAt).getUTCFullYear());
  const quote = await quoteOf(transaction, row.quote_id);
  await transaction
    .insertInto('receipts')
    .values({
      number,
      renewal_id: row.renewal_id,
      receipt: JSON.stringify({
        number,
        renewalId: row.renewal_id,
        reference: row.reference,
        issuedAt,
        seller: quote.seller,
        card: { cardRef: quote.cardRef, label: quote.card.label, iccidMasked: quote.card.iccidMasked },
        plan: quote.plan,
        previousExpiry: quote.effect.previousExpiry,
        zone: quote.card.zone,
        lines: quote.lines,
        total: quote.total,
        paidWith: paidWith ?? context.payments.provider,
        paidAt,
      }),
    })
    .execute();
  return number;
}

/** The row stays locked until the transaction ends, so a number that is rolled back is given out again. */
async function nextNumber(transaction: DatabaseTransaction, year: number): Promise<string> {
  const { last } = await transaction
    .insertInto('receipt_years')
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ last: sql`receipt_years.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return `R-${year}-${String(last).padStart(5, '0')}`;
}
