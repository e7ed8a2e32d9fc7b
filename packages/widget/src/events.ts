/**
 * Everything the elements say. Wishes (`leb-renew`, `leb-pay` …) go up to whoever owns the state; only
 * `leb-step`, `leb-renewed`, `leb-problem` and those of a payment form (`leb-payment-…`) tell what has happened. No event carries card data, and only the four that
 * never leave the sign-in form carry what a person typed.
 */

import type { Problem } from '@leb-renew/core';
import type { LebRenewalState } from './elements/renewal/renewal-state.ts';

/** Heard on any ancestor, also outside the shadow roots: the names are unique. */
const heardEverywhere: EventInit = { bubbles: true, composed: true };

/** The same, and whoever hears it first may cancel it: then nothing follows. */
const canBeStopped: EventInit = { ...heardEverywhere, cancelable: true };

/** Heard on the element itself only: what was typed into a sign-in form must not pass through the page. */
const heardOnTheSpot: EventInit = { bubbles: false, composed: false };

/** Asks: renew this card. Cancelable. */
export class RenewEvent extends Event {
  static readonly type = 'leb-renew';
  readonly cardRef: string;
  constructor(cardRef: string) {
    super(RenewEvent.type, canBeStopped);
    this.cardRef = cardRef;
  }
}

/** Asks: put the end of this card into the calendar. */
export class ReminderEvent extends Event {
  static readonly type = 'leb-reminder';
  readonly cardRef: string;
  constructor(cardRef: string) {
    super(ReminderEvent.type, heardEverywhere);
    this.cardRef = cardRef;
  }
}

/** Asks: select this plan. Cancelable. */
export class PlanPickEvent extends Event {
  static readonly type = 'leb-plan-pick';
  readonly planId: string;
  constructor(planId: string) {
    super(PlanPickEvent.type, canBeStopped);
    this.planId = planId;
  }
}

/** Asks: go on to the review with this plan. Cancelable. */
export class PlanContinueEvent extends Event {
  static readonly type = 'leb-plan-continue';
  readonly planId: string;
  constructor(planId: string) {
    super(PlanContinueEvent.type, canBeStopped);
    this.planId = planId;
  }
}

/** Asks: show prices in this currency. */
export class CurrencyPickEvent extends Event {
  static readonly type = 'leb-currency-pick';
  /** ISO 4217. */
  readonly currency: string;
  constructor(currency: string) {
    super(CurrencyPickEvent.type, heardEverywhere);
    this.currency = currency;
  }
}

/** Asks: sign in with what was typed. Does not bubble. */
export class SignInSubmitEvent extends Event {
  static readonly type = 'leb-sign-in-submit';
  readonly email: string;
  readonly password: string;
  constructor(email: string, password: string) {
    super(SignInSubmitEvent.type, heardOnTheSpot);
    this.email = email;
    this.password = password;
  }
}

/** Asks: check this one-time code. Does not bubble. */
export class CodeSubmitEvent extends Event {
  static readonly type = 'leb-code-submit';
  readonly code: string;
  constructor(code: string) {
    super(CodeSubmitEvent.type, heardOnTheSpot);
    this.code = code;
  }
}

/** Asks: send a link for a new password. Does not bubble. */
export class ResetSubmitEvent extends Event {
  static readonly type = 'leb-reset-submit';
  readonly email: string;
  constructor(email: string) {
    super(ResetSubmitEvent.type, heardOnTheSpot);
    this.email = email;
  }
}

/** Asks: set this password, as the link of a reset mail allows. Does not bubble. */
export class PasswordSubmitEvent extends Event {
  static readonly type = 'leb-password-submit';
  readonly password: string;
  constructor(password: string) {
    super(PasswordSubmitEvent.type, heardOnTheSpot);
    this.password = password;
  }
}

/** Asks the page that signs people in itself: hand over a token of a session, there is none or it has ended. */
export class TokenWantedEvent extends Event {
  static readonly type = 'leb-token-wanted';
  constructor() {
    super(TokenWantedEvent.type, heardEverywhere);
  }
}

/** Asks: show the form for a forgotten password. */
export class SignInForgotEvent extends Event {
  static readonly type = 'leb-sign-in-forgot';
  constructor() {
    super(SignInForgotEvent.type, heardEverywhere);
  }
}

/** Asks: one step back. */
export class BackEvent extends Event {
  static readonly type = 'leb-back';
  constructor() {
    super(BackEvent.type, heardEverywhere);
  }
}

/** Asks: begin, as the person has agreed to what the quote asks a consent for. Cancelable. */
export class AgreeEvent extends Event {
  static readonly type = 'leb-agree';
  /** The words as they were shown. */
  readonly text: string;
  constructor(text: string) {
    super(AgreeEvent.type, canBeStopped);
    this.text = text;
  }
}

/** Asks: pay what is shown. Cancelable: the last moment before money moves. */
export class PayEvent extends Event {
  static readonly type = 'leb-pay';
  constructor() {
    super(PayEvent.type, canBeStopped);
  }
}

/**
 * Asks: try what failed again, look again at what is still open, or show a price again that has run out. Never a second
 * payment.
 */
export class RetryEvent extends Event {
  static readonly type = 'leb-retry';
  constructor() {
    super(RetryEvent.type, heardEverywhere);
  }
}

/** Tells: the payment form can be filled in. */
export class PaymentReadyEvent extends Event {
  static readonly type = 'leb-payment-ready';
  constructor() {
    super(PaymentReadyEvent.type, heardEverywhere);
  }
}

/** Tells: the payment form is complete, or no longer. */
export class PaymentChangeEvent extends Event {
  static readonly type = 'leb-payment-change';
  readonly complete: boolean;
  constructor(complete: boolean) {
    super(PaymentChangeEvent.type, heardEverywhere);
    this.complete = complete;
  }
}

/** Asks: leave the receipt. */
export class DoneEvent extends Event {
  static readonly type = 'leb-done';
  constructor() {
    super(DoneEvent.type, heardEverywhere);
  }
}

/** Asks: show this one of a card's receipts. */
export class ReceiptPickEvent extends Event {
  static readonly type = 'leb-receipt-pick';
  /** The renewal that it belongs to. */
  readonly renewalId: string;
  constructor(renewalId: string) {
    super(ReceiptPickEvent.type, heardEverywhere);
    this.renewalId = renewalId;
  }
}

/** Tells: the person is at another step, or something else of what a page may know of the journey has changed. */
export class StepEvent extends Event {
  static readonly type = 'leb-step';
  readonly state: LebRenewalState;
  constructor(state: LebRenewalState) {
    super(StepEvent.type, heardEverywhere);
    this.state = state;
  }
}

/** Tells: the card has been paid for and extended, as the server said. */
export class RenewedEvent extends Event {
  static readonly type = 'leb-renewed';
  readonly renewalId: string;
  readonly cardRef: string;
  /** New end of service as an ISO instant. */
  readonly expiresAt: string;
  constructor(renewalId: string, cardRef: string, expiresAt: string) {
    super(RenewedEvent.type, heardEverywhere);
    this.renewalId = renewalId;
    this.cardRef = cardRef;
    this.expiresAt = expiresAt;
  }
}

/**
 * Tells: something did not work, and the person has been told so. Says why, whether money moved, and what is next. Said once
 * for each time that it happens: when signing in, reading, asking for a price or paying; also where the address of the server
 * is none.
 */
export class ProblemEvent extends Event {
  static readonly type = 'leb-problem';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(ProblemEvent.type, heardEverywhere);
    this.problem = problem;
  }
}

declare global {
  /** Of elements, the document and the window: what bubbles is heard on each. */
  interface GlobalEventHandlersEventMap {
    'leb-renew': RenewEvent;
    'leb-reminder': ReminderEvent;
    'leb-plan-pick': PlanPickEvent;
    'leb-plan-continue': PlanContinueEvent;
    'leb-currency-pick': CurrencyPickEvent;
    'leb-token-wanted': TokenWantedEvent;
    'leb-sign-in-forgot': SignInForgotEvent;
    'leb-back': BackEvent;
    'leb-agree': AgreeEvent;
    'leb-pay': PayEvent;
    'leb-retry': RetryEvent;
    'leb-payment-ready': PaymentReadyEvent;
    'leb-payment-change': PaymentChangeEvent;
    'leb-done': DoneEvent;
    'leb-receipt-pick': ReceiptPickEvent;
    'leb-step': StepEvent;
    'leb-renewed': RenewedEvent;
    'leb-problem': ProblemEvent;
  }
  interface HTMLElementEventMap {
    'leb-sign-in-submit': SignInSubmitEvent;
    'leb-code-submit': CodeSubmitEvent;
    'leb-reset-submit': ResetSubmitEvent;
    'leb-password-submit': PasswordSubmitEvent;
  }
}
