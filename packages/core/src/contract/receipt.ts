import * as v from 'valibot';
import { Instant, ZoneId } from './instant.ts';
import { Money } from './money.ts';
import { PlanRef } from './plan.ts';
import { QuoteLine, Seller } from './quote.ts';
import { IccidMasked, Id, Line } from './text.ts';

/** Proof of payment, and of the extension once there is one. Never changed after; a correction names it. */
export const Receipt = v.object({
  /** Sequential per seller, e.g. `R-2026-00418`. */
  number: v.string(),
  renewalId: Id,
  reference: v.string(),
  issuedAt: Instant,
  seller: Seller,
  card: v.object({ cardRef: Id, label: Line, iccidMasked: IccidMasked }),
  plan: PlanRef,
  previousExpiry: v.nullable(Instant),
  /** Null until the card is extended. */
  period: v.nullable(v.object({ from: Instant, to: Instant })),
  zone: ZoneId,
  lines: v.array(QuoteLine),
  total: Money,
  /** As the provider names it, masked, e.g. `Visa •• 4242`. */
  paidWith: Line,
  paidAt: Instant,
  /** Where the confirmation went, masked, e.g. `m•••@example.com`. */
  sentTo: v.nullable(v.string()),
});
export type Receipt = v.InferOutput<typeof Receipt>;
