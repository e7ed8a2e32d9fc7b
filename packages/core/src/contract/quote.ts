import {
  boolean,
  exactly,
  integer,
  list,
  nothing,
  nullable,
  object,
  oneOf,
  optional,
  string,
  type Of,
} from '../schema/index.ts';
import { Instant, ZoneId } from './instant.ts';
import { CurrencyCode, Money } from './money.ts';
import { Effect, PlanRef } from './plan.ts';
import { IccidMasked, Id, Line, LineByLanguage, WebAddress } from './text.ts';

/** Carries no price and no date: those are the server's to say, and an extra member is refused. */
export const QuoteRequest = exactly({ cardRef: Id, planId: Id, currency: CurrencyCode });
export type QuoteRequest = Of<typeof QuoteRequest>;

/** One line of what a total is made of. */
export const QuoteLine = object({
  kind: oneOf('plan', 'fee', 'discount', 'credit', 'tax'),
  label: Line,
  /** Where the line says a plan's name, as on the plan. */
  labelIn: optional(LineByLanguage),
  amount: Money,
  /** Tax lines only: hundredths of a percent. */
  rateBasisPoints: nullable(integer(0)),
});
export type QuoteLine = Of<typeof QuoteLine>;

/** Debit and credit cards are one method, `card`. */
export const PaymentMethod = oneOf('card', 'paypal', 'alipay', 'wechat_pay');
export type PaymentMethod = Of<typeof PaymentMethod>;

/** Who sells, as it must stand on quotes and receipts. */
export const Seller = object({
  name: Line,
  address: Line,
  taxId: nullable(Line),
  /** Where a person gets help: `mailto:` or `https:`. */
  support: string({ pattern: '^(mailto:|https://)\\S+$' }),
  termsUrl: nullable(WebAddress),
});
export type Seller = Of<typeof Seller>;

/** What the seller grants after the purchase. */
export const Withdrawal = oneOf('none', '14-days', 'waived-with-consent');

/** A server's promise: this plan, this price, these dates, until `validUntil`. */
export const Quote = object({
  quoteId: Id,
  cardRef: Id,
  /** As on the card, for the review. A quote that an older server has kept says no region. */
  card: object({ label: Line, iccidMasked: IccidMasked, region: optional(Line), zone: ZoneId }),
  entitlementVersion: string(),
  plan: PlanRef,
  /** True when `plan` is not the one the card runs on. */
  switchesPlan: boolean,
  lines: list(QuoteLine),
  /** Exactly what will be charged. */
  total: Money,
  effect: Effect,
  issuedAt: Instant,
  validUntil: Instant,
  /** Methods the seller expects to offer for this amount and currency. The payment form has the last word. */
  methods: list(PaymentMethod),
  seller: Seller,
  /** A one-off purchase: null. Kept in the shape so that auto-renewal can come without a new contract. */
  autoRenews: nothing,
  withdrawal: Withdrawal,
});
export type Quote = Of<typeof Quote>;
