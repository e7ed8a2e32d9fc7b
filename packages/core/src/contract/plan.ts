import * as v from 'valibot';
import { Instant } from './instant.ts';
import { CurrencyCode, Price } from './money.ts';
import { RefusalReason, Term } from './term.ts';
import { Id, Line } from './text.ts';

/** Names a plan wherever the whole plan is not needed. */
export const PlanRef = v.object({ planId: Id, name: Line, term: Term });
export type PlanRef = v.InferOutput<typeof PlanRef>;

/** What a renewal will do to the card's dates, to the instant. Half-open: service runs in `[from, to)`. */
export const Effect = v.object({
  from: Instant,
  to: Instant,
  /** Whether the new term is counted from the old expiry or from now. */
  basis: v.picklist(['expiry', 'now']),
  /** Paid days that this renewal drops; above 0 only where a supplier restarts the term. */
  losesDays: v.pipe(v.number(), v.minValue(0)),
  /** The expiry before; null when service never started. */
  previousExpiry: v.nullable(Instant),
});
export type Effect = v.InferOutput<typeof Effect>;

/** A plan on offer for one card. */
export const Plan = v.object({
  ...PlanRef.entries,
  price: Price,
  allowance: v.object({
    /** Bytes, or no limit. */
    bytes: v.union([v.pipe(v.number(), v.safeInteger(), v.minValue(1)), v.literal('unlimited')]),
    per: v.picklist(['term', 'month', 'day']),
  }),
  /** Short facts about what is in it, e.g. `40 countries`. */
  includes: v.array(Line),
  /** True for the plan that the card runs on. */
  current: v.boolean(),
  /** What choosing it now would do, or why it cannot be chosen and from when it can. */
  offer: v.variant('ok', [
    v.object({ ok: v.literal(true), effect: Effect }),
    v.object({ ok: v.literal(false), reason: RefusalReason, opensAt: v.nullable(Instant) }),
  ]),
});
export type Plan = v.InferOutput<typeof Plan>;

/** The plans for one card in one currency, in the order to show them. */
export const PlanList = v.object({
  plans: v.array(Plan),
  currency: CurrencyCode,
  /** Every currency this list can be asked for. */
  currencies: v.array(CurrencyCode),
});
export type PlanList = v.InferOutput<typeof PlanList>;
