import type { Instant } from '@leb-renew/core/contract';
import type { DatabaseTransaction } from '../store/database.ts';
import type { LockedRenewal } from './change.ts';
import type { Context } from './context.ts';
import { issuePaper } from './issue-paper.ts';

interface Payment {
  readonly paidAt: Instant;
  readonly paidWith: string | null;
}

/** Writes the receipt of a payment and returns its number. */
export async function issueReceipt(
  context: Context,
  transaction: DatabaseTransaction,
  row: LockedRenewal,
  { paidAt, paidWith }: Payment,
): Promise<string> {
  const { quote } = row;
  const { label, iccidMasked, zone } = quote.card;
  const content = {
    renewalId: row.renewal_id,
    reference: row.reference,
    seller: quote.seller,
    card: { cardRef: quote.cardRef, label, iccidMasked },
    plan: quote.plan,
    previousExpiry: quote.effect.previousExpiry,
    zone,
    lines: quote.lines,
    total: quote.total,
    paidWith: paidWith ?? context.payments.provider,
    paidAt,
    withdrawal: quote.withdrawal,
  };
  return issuePaper(context, transaction, content, null);
}
