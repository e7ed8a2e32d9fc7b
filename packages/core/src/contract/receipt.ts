import { list, nullable, object, string, type Of } from '../schema/index.ts';
import { Instant, ZoneId } from './instant.ts';
import { Money } from './money.ts';
import { PlanRef } from './plan.ts';
import { QuoteLine, Seller } from './quote.ts';
import { IccidMasked, Id, Line } from './text.ts';

/** Proof of payment, and of the extension once there is one. Never changed after; a correction names it. */
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
});
export type Receipt = Of<typeof Receipt>;
