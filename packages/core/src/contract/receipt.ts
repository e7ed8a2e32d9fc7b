import { list, nullable, object, string, type Of } from '../schema/index.ts';
import { Instant, ZoneId } from './instant.ts';
import { Money } from './money.ts';
import { PlanRef } from './plan.ts';
import { QuoteLine, Seller, Withdrawal } from './quote.ts';
import { IccidMasked, Id, Line, WebAddress } from './text.ts';

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
  /** Each opens this one paper without signing in, so neither is to be shown to others. Null where there is none. */
  links: object({
    /** A page to print. */
    page: nullable(WebAddress),
    /** A calendar file with the new end. */
    calendar: nullable(WebAddress),
  }),
});
export type Receipt = Of<typeof Receipt>;
