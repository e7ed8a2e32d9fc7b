import type { Receipt, RenewalIn } from '@leb-renew/core';
import { arrow, lastMoment } from '../../text/dates.ts';

/** What is known about a paid renewal: first from the renewal itself, then from its receipt. */
export type PaidFacts = Omit<Receipt, 'renewalId' | 'issuedAt' | 'paidWith' | 'links'> & {
  /** Null until the receipt is here. */
  readonly paidWith: string | null;
};

/** What a renewal tells before its receipt is here. */
export const fromRenewal = ({
  quote,
  period,
  paidAt,
  receiptNumber,
  reference,
}: RenewalIn<'renewed'>): PaidFacts => ({
  number: receiptNumber,
  reference,
  seller: quote.seller,
  card: { cardRef: quote.cardRef, label: quote.card.label, iccidMasked: quote.card.iccidMasked },
  plan: quote.plan,
  previousExpiry: quote.effect.previousExpiry,
  period,
  zone: quote.card.zone,
  lines: quote.lines,
  total: quote.total,
  paidWith: null,
  paidAt,
  sentTo: null,
  withdrawal: quote.withdrawal,
  corrects: null,
  correctedBy: [],
});

/** What can be said of it: a paper that takes money back, a receipt whose money went back first, or where the card is. */
export type Standing = 'correction' | 'corrected' | 'extending' | 'over' | 'active';

export function standingOf({ corrects, correctedBy, period }: PaidFacts, now: number): Standing {
  if (corrects !== null) return 'correction';
  if (period === null) return correctedBy.length > 0 ? 'corrected' : 'extending';
  return Date.parse(period.to) > now ? 'active' : 'over';
}

/** Where the new time begins: at the old end, as its last day, or at a day of its own. */
export function startOf(
  from: string,
  previousExpiry: string | null,
  day: (moment: number) => string,
  locale: string,
): string {
  const follows = previousExpiry !== null && Date.parse(from) === Date.parse(previousExpiry);
  return `${day(follows ? lastMoment(from) : Date.parse(from))} ${arrow(locale)} `;
}
