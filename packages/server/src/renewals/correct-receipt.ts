import type { Money, QuoteLine } from '@leb-renew/core/contract';
import type { PaymentFact } from '../payments/port.ts';
import type { DatabaseTransaction } from '../store/database.ts';
import type { Context } from './context.ts';
import { issuePaper } from './issue-paper.ts';

/**
 * Issues the correction that a refund calls for, so that receipt and corrections together come to what the seller
 * kept. The renewal's row is locked by the caller; the same news a second time calls for nothing.
 */
export async function correctReceipt(
  context: Pick<Context, 'now'>,
  transaction: DatabaseTransaction,
  renewalId: string,
  fact: PaymentFact,
): Promise<void> {
  if (fact.refunded === null || fact.refunded.minor <= 0) return;
  const papers = await transaction
    .selectFrom('receipts')
    .select(['number', 'corrects', 'receipt'])
    .where('renewal_id', '=', renewalId)
    .execute();
  const original = papers.find(({ corrects }) => corrects === null);
  if (original === undefined) return;
  const { lines, total } = original.receipt;
  const left = lines.map((_, index) =>
    sumOf(papers.map(({ receipt }) => receipt.lines[index]?.amount.minor ?? 0)),
  );
  const due = sumOf(left) - keptOf(fact, fact.refunded, total);
  if (due <= 0) return;
  const taken = inProportion(left, due);
  const correction = {
    ...original.receipt,
    lines: lines.map((line, index) => less(line, taken[index] ?? 0)),
    total: { ...total, minor: -due },
  };
  await issuePaper(context, transaction, correction, original.number);
}

/**
 * What the seller kept of the total: nothing once everything that arrived went back, whatever it was. What arrived
 * beside the total, or in another currency, is on no paper.
 */
function keptOf({ received }: PaymentFact, refunded: Money, total: Money): number {
  const kept = received.minor - refunded.minor;
  if (kept <= 0) return 0;
  const sameUnit = received.currency === total.currency && received.exponent === total.exponent;
  return sameUnit ? kept : total.minor;
}

/** Shares `due` out over the amounts, to the unit: the first takes what rounding leaves. */
function inProportion(amounts: readonly number[], due: number): number[] {
  const [, ...others] = amounts.map((amount) => Math.round(amount * (due / sumOf(amounts))));
  return [due - sumOf(others), ...others];
}

const less = (line: QuoteLine, minor: number): QuoteLine => ({
  ...line,
  amount: { ...line.amount, minor: 0 - minor },
});

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
