import * as v from 'valibot';
import { Instant, ZoneId } from './instant.ts';
import { CurrencyCode, Money } from './money.ts';
import { Effect, PlanRef } from './plan.ts';
import { IccidMasked, Id, Line } from './text.ts';

/** Carries no price and no date: those are the server's to say, and an extra member is refused. */
export const QuoteRequest = v.strictObject({ cardRef: Id, planId: Id, currency: CurrencyCode });
export type QuoteRequest = v.InferOutput<typeof QuoteRequest>;

export const QuoteLine = v.object({
  kind: v.picklist(['plan', 'fee', 'discount', 'credit', 'tax']),
  label: Line,
  amount: Money,
  /** Tax lines only: hundredths of a percent. */
  rateBasisPoints: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type QuoteLine = v.InferOutput<typeof QuoteLine>;

/** Debit and credit cards are one method, `card`. */
export const PaymentMethod = v.picklist(['card', 'paypal', 'alipay', 'wechat_pay']);
export type PaymentMethod = v.InferOutput<typeof PaymentMethod>;

export const Seller = v.object({
  name: Line,
  address: Line,
  taxId: v.nullable(Line),
  /** Where a person gets help: `mailto:` or `https:`. */
  support: v.pipe(v.string(), v.regex(/^(mailto:|https:\/\/)\S+$/, 'must be mailto: or https:')),
  termsUrl: v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, 'must be a web address'))),
});
export type Seller = v.InferOutput<typeof Seller>;

/** A server's promise: this plan, this price, these dates, until `validUntil`. */
export const Quote = v.object({
  quoteId: Id,
  cardRef: Id,
  /** As on the card, for the review: its label and masked number. */
  card: v.object({ label: Line, iccidMasked: IccidMasked, zone: ZoneId }),
  entitlementVersion: v.string(),
  plan: PlanRef,
  /** True when `plan` is not the one the card runs on. */
  switchesPlan: v.boolean(),
  lines: v.array(QuoteLine),
  /** Exactly what will be charged. */
  total: Money,
  effect: Effect,
  issuedAt: Instant,
  validUntil: Instant,
  /** Methods the seller expects to offer for this amount and currency. The payment form has the last word. */
  methods: v.array(PaymentMethod),
  seller: Seller,
  /** A one-off purchase: null. Kept in the shape so that auto-renewal can come without a new contract. */
  autoRenews: v.null(),
  withdrawal: v.picklist(['none', '14-days', 'waived-with-consent']),
});
export type Quote = v.InferOutput<typeof Quote>;
