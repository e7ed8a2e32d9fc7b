import type { Quote } from '@leb-renew/core/contract';

/** Everything that receipts and corrections say in one language. */
export interface PaperWords {
  readonly receipt: string;
  readonly correction: string;
  /** Followed by the number of the receipt. */
  readonly corrects: string;
  readonly correctsNote: string;
  /** Followed by the numbers of the corrections. */
  readonly correctedBy: string;
  readonly correctedNote: string;
  readonly issued: string;
  readonly paid: string;
  readonly paidWith: string;
  readonly returnedTo: string;
  readonly reference: string;
  readonly taxId: string;
  /** What was sold: the kind of service. */
  readonly service: string;
  readonly card: string;
  readonly plan: string;
  readonly until: string;
  readonly untilNow: string;
  readonly extending: string;
  readonly what: string;
  readonly amount: string;
  readonly net: string;
  readonly tax: string;
  readonly total: string;
  readonly totalReturned: string;
  readonly withdrawal: Readonly<Record<Quote['withdrawal'], string>>;
  readonly oneOff: string;
  /** Followed by where to get help. */
  readonly support: string;
  readonly terms: string;
  /** An address that leads nowhere. */
  readonly lost: { readonly title: string; readonly lead: string };
}
