import type { Problem, Quote, Renewal, RenewalStatus } from '../contract/index.ts';
import type { PaymentOutcome } from './outcome.ts';
import type { Ticket } from './ticket.ts';

/** A renewal that is known to have one of these statuses. */
export type RenewalIn<Status extends RenewalStatus> = Extract<Renewal, { status: Status }>;

/** A renewal that can be paid, as the server told of it. */
export type Payable = RenewalIn<'awaiting-payment'> & {
  /** The server may not know yet of a decline that a form has told of: when it tells, that says nothing about the next try. */
  readonly isBehind?: true;
};

export interface Choice {
  readonly cardRef: string;
  readonly planId: string;
  /** ISO 4217. */
  readonly currency: string;
}

interface Asking {
  /** Questions asked since the outcome became unknown; spaces them out. */
  readonly asks: number;
  /** What stands between us and the answer, e.g. no connection. */
  readonly problem: Problem | null;
}

interface Agreed {
  /** The words that the person has agreed to, where the quote asks for it. */
  readonly consent?: string;
}

interface Doubt {
  /**
   * Whether a payment that nobody waits for any more, or one of another tab, may still go through: then nobody says that
   * nothing was charged.
   * It lasts until the renewal is paid or given up. In `confirming` and `checking` it is about earlier payments than
   * the one that is waited for; in `checking` it is true, too, where news may be about another decline: one before that,
   * or one of another device while this payment may not have reached the provider yet.
   */
  readonly inDoubt: boolean;
}

export type RenewalState = {
  /** Numbers every question to the outside. An answer to an older question means nothing. */
  readonly run: number;
} & (
  | { readonly status: 'choosing'; readonly problem: Problem | null }
  | {
      readonly status: 'quoting';
      readonly choice: Choice;
      /** The price that the person was reading when it ran out. */
      readonly before?: Quote;
    }
  /** Nothing begins before the person has agreed to lose the right to withdraw. */
  | { readonly status: 'agreeing'; readonly quote: Quote }
  | ({ readonly status: 'opening'; readonly quote: Quote } & Agreed)
  /** The payment of the quote could not be opened, or the quote has run out (`quote-expired`, `card-changed`). */
  | ({
      readonly status: 'reviewing';
      readonly quote: Quote;
      readonly problem: Problem;
      /** The quote has run out, and the problem is that a new one could not be had. */
      readonly isOver?: true;
    } & Agreed)
  | ({
      readonly status: 'paying';
      readonly renewal: Payable;
      readonly form: 'loading' | 'ready' | 'blocked';
      readonly problem: Problem | null;
    } & Doubt)
  | ({ readonly status: 'confirming'; readonly renewal: Payable } & Doubt)
  /** Money may be on its way. */
  | ({
      readonly status: 'checking';
      /** As it was when the payment was sent, or since the provider has it. */
      readonly renewal: RenewalIn<'awaiting-payment' | 'processing'>;
    } & Asking &
      Doubt)
  | ({ readonly status: 'cancelling'; readonly renewal: Payable } & Doubt)
  /** A ticket was found; what became of it is not known yet. */
  | ({ readonly status: 'resuming'; readonly ticket: Ticket } & Asking)
  /** Paid, and the card is being extended. */
  | ({ readonly status: 'extending'; readonly renewal: RenewalIn<'paid' | 'extending'> } & Asking)
  | { readonly status: 'renewed'; readonly renewal: RenewalIn<'renewed'> }
  /** Paid, and a person is needed, or the money is going back. */
  | { readonly status: 'held'; readonly renewal: RenewalIn<'review' | 'refunding' | 'refunded'> }
);

export type RenewalEvent =
  // the person
  | { readonly type: 'choose'; readonly choice: Choice }
  /** To what the quote asks a consent for, in these words. */
  | { readonly type: 'agree'; readonly text: string }
  | { readonly type: 'pay' }
  | { readonly type: 'back' }
  | { readonly type: 'retry' }
  | { readonly type: 'done' }
  /** The person looks elsewhere: what was wrong with the last choice no longer matters. */
  | { readonly type: 'dismiss' }
  // the page
  | { readonly type: 'resume'; readonly ticket: Ticket }
  /** The connection is back, or the page is being looked at again: ask now. */
  | { readonly type: 'look' }
  // answers
  | { readonly type: 'quoted'; readonly run: number; readonly quote: Quote }
  | { readonly type: 'news'; readonly run: number; readonly renewal: Renewal }
  | { readonly type: 'refused'; readonly run: number; readonly problem: Problem }
  | { readonly type: 'form-ready'; readonly renewalId: string }
  | { readonly type: 'form-blocked'; readonly renewalId: string; readonly problem: Problem }
  /** The form is gone from the page, and what was typed with it, e.g. because its place was moved. */
  | { readonly type: 'form-lost'; readonly renewalId: string }
  | { readonly type: 'outcome'; readonly run: number; readonly outcome: PaymentOutcome };

export type RenewalCommand =
  | { readonly type: 'quote'; readonly run: number; readonly choice: Choice }
  | ({ readonly type: 'begin'; readonly run: number; readonly quoteId: string } & Agreed)
  /** Show a payment form. It may stay until the state is none of `paying`, `confirming`, `checking`. */
  | { readonly type: 'open-form'; readonly renewal: RenewalIn<'awaiting-payment'> }
  | { readonly type: 'confirm'; readonly run: number }
  /** Ask the server after `delayMs` what is true. */
  | { readonly type: 'ask'; readonly run: number; readonly ticket: Ticket; readonly delayMs: number }
  | { readonly type: 'cancel'; readonly run: number; readonly ticket: Ticket }
  /** Keep the ticket where a reload of the page finds it, before anything else is done. */
  | { readonly type: 'remember'; readonly ticket: Ticket }
  | { readonly type: 'forget' };
