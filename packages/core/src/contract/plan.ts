import {
  boolean,
  either,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  variants,
  type Of,
} from '../schema/index.ts';
import { Instant } from './instant.ts';
import { CurrencyCode, Price } from './money.ts';
import { RefusalReason, Term } from './term.ts';
import { Id, Line, LineByLanguage, LinesByLanguage } from './text.ts';

const named = { planId: Id, name: Line, nameIn: optional(LineByLanguage), term: Term };

/** Names a plan wherever the whole plan is not needed. */
export const PlanRef = object(named);
export type PlanRef = Of<typeof PlanRef>;

/** What a renewal will do to the card's dates, to the instant. Half-open: service runs in `[from, to)`. */
export const Effect = object({
  from: Instant,
  to: Instant,
  /** Whether the new term is counted from the old expiry or from now. */
  basis: oneOf('expiry', 'now'),
  /** Paid days that this renewal drops; above 0 only where a supplier restarts the term. */
  losesDays: number({ minimum: 0 }),
  /** The expiry before; null when service never started. */
  previousExpiry: nullable(Instant),
});
export type Effect = Of<typeof Effect>;

/** A plan on offer for one card. */
export const Plan = object({
  ...named,
  price: Price,
  allowance: object({
    /** Bytes, or no limit. */
    bytes: either(integer(1), oneOf('unlimited')),
    per: oneOf('term', 'month', 'day'),
  }),
  /** Short facts about what is in it, e.g. `40 countries`. */
  includes: list(Line),
  includesIn: optional(LinesByLanguage),
  /** True for the plan that the card runs on. */
  current: boolean,
  /** What choosing it now would do, or why it cannot be chosen and from when it can. */
  offer: variants(
    object({ ok: oneOf(true), effect: Effect }),
    object({ ok: oneOf(false), reason: RefusalReason, opensAt: nullable(Instant) }),
  ),
});
export type Plan = Of<typeof Plan>;

/** The plans for one card in one currency, in the order to show them. */
export const PlanList = object({
  plans: list(Plan),
  currency: CurrencyCode,
  /** Every currency this list can be asked for. */
  currencies: list(CurrencyCode),
});
export type PlanList = Of<typeof PlanList>;
