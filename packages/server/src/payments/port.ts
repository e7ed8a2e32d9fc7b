import type { Answer, Handoff, Instant, Money, PaymentMethod, ProblemCode } from '@leb-renew/core/contract';
import type { Log } from '../log.ts';

/** Where a payment is, in the words that providers share. `authorised` is held, not taken. */
export type PaymentState = 'open' | 'needs-customer' | 'processing' | 'authorised' | 'succeeded' | 'canceled';

/** What the provider says about a payment at the moment it is asked. */
export interface PaymentFact {
  /** The provider's name for the payment. */
  readonly ref: string;
  /** The renewal that the payment was made for, as the provider kept it; null when it kept none. */
  readonly renewalId: string | null;
  readonly state: PaymentState;
  /** What has arrived. */
  readonly received: Money;
  /** What has gone back, by refunds and by disputes that were lost. */
  readonly refunded: Money | null;
  /** What is on its way back and may still fail to arrive. Left out for nothing, as by a provider that gives back at once. */
  readonly refunding?: Money;
  /** Why the latest refund did not arrive, in the provider's word. Left out where it did, or may. */
  readonly refundFailed?: string;
  /** The payer has asked the bank to take the payment back: `open` until that is decided, `lost` once the money is gone. */
  readonly dispute?: 'open' | 'lost';
  /** Why the last try did not go through. */
  readonly problem: ProblemCode | null;
  /** Names that try, to tell it from one before that failed alike. Left out by a provider that keeps no such name. */
  readonly attempt?: string;
  readonly livemode: boolean;
  /** Masked, for the receipt, e.g. `Visa •• 4242`. */
  readonly paidWith: string | null;
  readonly paidAt: Instant | null;
}

export interface PaymentRequest {
  readonly renewalId: string;
  readonly amount: Money;
  /** One line for the provider's own pages and statements. */
  readonly describe: string;
  readonly receiptEmail: string | null;
  readonly methods: readonly PaymentMethod[];
  /** The provider must take no payment after this instant. */
  readonly expiresAt: Instant;
}

/** A message of the provider that something happened. A hint only: the payment is read before anything is believed. */
export interface PaymentNotice {
  /** Unique per provider, the same each time the notice is sent again. */
  readonly id: string;
  readonly kind: string;
  readonly ref: string;
}

/** Where a gateway is put to work. */
export interface PaymentPlace {
  /** Where the provider has to send its notices. */
  readonly noticesUrl: string;
  /** Addresses of the pages that carry the payment form, or their origins. */
  readonly pages: readonly string[];
  readonly log: Log;
}

/**
 * A payment provider, from the server's side. `create` and `cancel` are repeated with the same key after a
 * lost answer and must then have the effect of one call. Answers instead of rejecting.
 */
export interface PaymentGateway {
  /** Names the browser's adapter too, and the address of its notices. */
  readonly provider: string;
  readonly livemode: boolean;
  /** What it is expected to offer for this amount. */
  methods(amount: Money): readonly PaymentMethod[];
  create(request: PaymentRequest, key: string): Promise<Answer<{ ref: string; handoff: Handoff }>>;
  /** `not-found` for a payment that the provider does not know with this key; a key that it does not know is `payment-setup`. */
  read(ref: string): Promise<Answer<PaymentFact>>;
  /** Answers what is true afterwards: a payment that was faster has succeeded. `not-found` as for `read`. */
  cancel(ref: string, key: string): Promise<Answer<PaymentFact>>;
  /** Without an amount, all of it. */
  refund(ref: string, amount: Money | null, key: string): Promise<Answer<{ refundRef: string }>>;
  /** Checks the signature over the exact bytes; `bad-notice` when it is missing, wrong or stale. */
  readNotice(raw: Uint8Array, headers: Headers): Promise<Answer<readonly PaymentNotice[]>>;
  /** Called when the server starts. Rejects where no payment could be taken; a provider that is away only gets a warning. */
  start?(place: PaymentPlace): Promise<void>;
}
