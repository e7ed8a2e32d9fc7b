import * as v from 'valibot';
import { Instant } from './instant.ts';
import { Money } from './money.ts';
import { Problem } from './problem.ts';
import { Quote } from './quote.ts';
import { Id } from './text.ts';

/** Begins the renewal that a quote promised. The quote id is the idempotency key: one quote, one renewal. */
export const BeginRequest = v.strictObject({ quoteId: Id });
export type BeginRequest = v.InferOutput<typeof BeginRequest>;

/** What the payment form of the same provider needs. Opaque here: made by the server's gateway, read by its adapter. */
export const Handoff = v.object({
  provider: v.string(),
  amount: Money,
  /** The provider stops accepting a payment at this instant. */
  expiresAt: Instant,
  livemode: v.boolean(),
  data: v.unknown(),
});
export type Handoff = v.InferOutput<typeof Handoff>;

const base = {
  renewalId: Id,
  /** Short code for talking to support, e.g. `7F3K-Q2`. */
  reference: v.string(),
  /** Shows and settles this one renewal and nothing else; lets a reloaded page go on without a session. */
  renewalToken: v.string(),
  quote: Quote,
  /** Orders the news about one renewal; it never falls. */
  seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
  updatedAt: Instant,
};
const paid = { ...base, paidAt: Instant, receiptNumber: v.string() };

/**
 * One wish to renew, as the server knows it. *Paid* and *renewed* are two facts: money arrives first,
 * the supplier extends the card after. A decline is no status, the payment is simply open again.
 */
export const Renewal = v.variant('status', [
  /** Waits for the customer. `lastProblem` says why the last try did not go through. */
  v.object({
    status: v.literal('awaiting-payment'),
    ...base,
    handoff: Handoff,
    lastProblem: v.nullable(Problem),
  }),
  /** The provider has it and has not said yes or no. */
  v.object({ status: v.literal('processing'), ...base }),
  v.object({ status: v.literal('paid'), ...paid }),
  /** Paid, and the supplier is being asked to extend the card. */
  v.object({ status: v.literal('extending'), ...paid }),
  /** Paid and extended: the only status in which the card lives longer. */
  v.object({
    status: v.literal('renewed'),
    ...paid,
    period: v.object({ from: Instant, to: Instant }),
    renewedAt: Instant,
  }),
  /** Ended without money. */
  v.object({ status: v.literal('cancelled'), ...base }),
  /** Money or dates do not match; a person looks at it. Never extended by itself. */
  v.object({ status: v.literal('review'), ...paid }),
  v.object({ status: v.literal('refunding'), ...paid }),
  v.object({ status: v.literal('refunded'), ...paid }),
]);
export type Renewal = v.InferOutput<typeof Renewal>;
export type RenewalStatus = Renewal['status'];
