import { list, nullable, object, string, type Of } from '../schema/index.ts';
import { Instant, ZoneId } from './instant.ts';
import { Money } from './money.ts';
import { PlanRef } from './plan.ts';
import { QuoteLine, Seller, Withdrawal } from './quote.ts';
import { IccidMasked, Id, Line, WebAddress } from './text.ts';

/** Each opens one paper without signing in, so neither is to be shown to others. Null where there is none. */
const links = object({
  /** A page to print. */
  page: nullable(WebAddress),
  /** A calendar file with the new end. */
  calendar: nullable(WebAddress),
});

/**
 * Proof of payment, and of the extension once there is one. Never changed after: money that goes back is put on a
 * paper of its own, a correction, with a number of the same series and amounts below zero.
 */
export const Receipt = object({
  /** Sequential per seller, e.g. `R-2026-00418`. */
  number: string(),
  renewalId: Id,
  reference: string(),
  issuedAt: Instant,
  seller: Seller,
  card: object({ cardRef: Id, label: Line, iccidMasked: IccidMasked }),
  plan: PlanRef,
  previousExpiry: nullable(Instant),
  /** Null until the card is extended. */
  period: nullable(object({ from: Instant, to: Instant })),
  zone: ZoneId,
  lines: list(QuoteLine),
  total: Money,
  /** As the provider names it, masked, e.g. `Visa •• 4242`. */
  paidWith: Line,
  paidAt: Instant,
  /** Where the confirmation went, masked, e.g. `m•••@example.com`. */
  sentTo: nullable(string()),
  /** As on the quote. */
  withdrawal: Withdrawal,
  /** The number of the receipt that this paper corrects; null for a receipt. */
  corrects: nullable(string()),
  /** The numbers of its corrections, oldest first. */
  correctedBy: list(string()),
  links,
});
export type Receipt = Of<typeof Receipt>;

/** A receipt or a correction as a row of a list. Opened in full, by `renewalId`, is the receipt of that renewal. */
export const ReceiptSummary = object({
  number: string(),
  renewalId: Id,
  issuedAt: Instant,
  plan: PlanRef,
  /** Null until the card is extended, and on a correction. */
  period: nullable(object({ from: Instant, to: Instant })),
  zone: ZoneId,
  /** Below zero on a correction: what went back. */
  total: Money,
  /** The number of the receipt that this paper corrects; null for a receipt. */
  corrects: nullable(string()),
  links,
});
export type ReceiptSummary = Of<typeof ReceiptSummary>;

/** The papers of one card, newest first: the newest hundred where there are more. */
export const ReceiptList = object({ receipts: list(ReceiptSummary) });
export type ReceiptList = Of<typeof ReceiptList>;
