import {
  anything,
  boolean,
  exactly,
  integer,
  nullable,
  object,
  oneOf,
  optional,
  string,
  variants,
  type Of,
} from '../schema/index.ts';
import { Instant } from './instant.ts';
import { Money } from './money.ts';
import { Problem } from './problem.ts';
import { Quote } from './quote.ts';
import { Id, Line } from './text.ts';

/** What the person agreed to before the renewal began, by a tick of their own. */
export const Consent = exactly({
  /** To be served at once, and to lose the right to withdraw by it. */
  kind: oneOf('withdrawal-waived'),
  /** The words as they were shown. They are kept with the renewal. */
  text: Line,
});
export type Consent = Of<typeof Consent>;

/**
 * Begins the renewal that a quote promised. The quote id is the idempotency key: one quote, one renewal. `consent` where
 * the quote's `withdrawal` is `waived-with-consent`; nothing begins there without it.
 */
export const BeginRequest = exactly({ quoteId: Id, consent: optional(Consent) });
export type BeginRequest = Of<typeof BeginRequest>;

/** What the payment form of the same provider needs. Opaque here: made by the server's gateway, read by its adapter. */
export const Handoff = object({
  provider: string(),
  amount: Money,
  /** The provider stops accepting a payment at this instant. */
  expiresAt: Instant,
  livemode: boolean,
  data: anything,
});
export type Handoff = Of<typeof Handoff>;

const base = {
  renewalId: Id,
  /** Short code for talking to support, e.g. `7F3K-Q2`. */
  reference: string(),
  /** Shows and settles this one renewal and nothing else; lets a reloaded page go on without a session. */
  renewalToken: string(),
  quote: Quote,
  /** Orders the news about one renewal; it never falls. */
  seq: integer(0),
  updatedAt: Instant,
};
const paid = { ...base, paidAt: Instant, receiptNumber: string() };

/**
 * One wish to renew, as the server knows it. *Paid* and *renewed* are two facts: money arrives first,
 * the supplier extends the card after. A decline is no status, the payment is simply open again.
 */
export const Renewal = variants(
  /** Waits for the customer. `lastProblem` says why the last try did not go through. */
  object({
    status: oneOf('awaiting-payment'),
    ...base,
    handoff: Handoff,
    lastProblem: nullable(Problem),
  }),
  /** The provider has it and has not said yes or no. */
  object({ status: oneOf('processing'), ...base }),
  object({ status: oneOf('paid'), ...paid }),
  /** Paid, and the supplier is being asked to extend the card. */
  object({ status: oneOf('extending'), ...paid }),
  /** Paid and extended: the only status in which the card lives longer. */
  object({
    status: oneOf('renewed'),
    ...paid,
    period: object({ from: Instant, to: Instant }),
    renewedAt: Instant,
  }),
  /** Ended without money. */
  object({ status: oneOf('cancelled'), ...base }),
  /** Money or dates do not match; a person looks at it. Never extended by itself. */
  object({ status: oneOf('review'), ...paid }),
  object({ status: oneOf('refunding'), ...paid }),
  object({ status: oneOf('refunded'), ...paid }),
);
export type Renewal = Of<typeof Renewal>;
export type RenewalStatus = Renewal['status'];
