import type { Money, Receipt, RenewalIn, Term } from '@leb-renew/core';
import { lastMoment } from '../../text/dates.ts';

/** What is known about a paid renewal: first from the renewal itself, then from its receipt. */
export interface PaidFacts {
  readonly cardRef: string;
  readonly label: string;
  readonly iccidMasked: string;
  readonly planName: string;
  readonly term: Term;
  readonly zone: string;
  readonly previousExpiry: string | null;
  /** Null until the card is extended. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** When the renewed time was added to what was left. */
  readonly paidAt: string;
  readonly total: Money;
  readonly number: string;
  readonly reference: string;
  readonly seller: string;
  /** Null until the receipt is here. */
  readonly paidWith: string | null;
  readonly sentTo: string | null;
}

export const fromReceipt = (receipt: Receipt): PaidFacts => ({
  cardRef: receipt.card.cardRef,
  label: receipt.card.label,
  iccidMasked: receipt.card.iccidMasked,
  planName: receipt.plan.name,
  term: receipt.plan.term,
  zone: receipt.zone,
  previousExpiry: receipt.previousExpiry,
  period: receipt.period,
  paidAt: receipt.paidAt,
  total: receipt.total,
  number: receipt.number,
  reference: receipt.reference,
  seller: receipt.seller.name,
  paidWith: receipt.paidWith,
  sentTo: receipt.sentTo,
});

export const fromRenewal = ({
  quote,
  period,
  paidAt,
  receiptNumber,
  reference,
}: RenewalIn<'renewed'>): PaidFacts => ({
  cardRef: quote.cardRef,
  label: quote.card.label,
  iccidMasked: quote.card.iccidMasked,
  planName: quote.plan.name,
  term: quote.plan.term,
  zone: quote.card.zone,
  previousExpiry: quote.effect.previousExpiry,
  period,
  paidAt,
  total: quote.total,
  number: receiptNumber,
  reference,
  seller: quote.seller.name,
  paidWith: null,
  sentTo: null,
});

/** Where the new time begins: at the old end, as its last day, or at a day of its own. */
export function startOf(
  from: string,
  previousExpiry: string | null,
  day: (moment: number) => string,
): string {
  const follows = previousExpiry !== null && Date.parse(from) === Date.parse(previousExpiry);
  return `${day(follows ? lastMoment(from) : Date.parse(from))} → `;
}
