import type { ProblemCode } from './problem.ts';

export interface ProblemKind {
  /** HTTP status (RFC 9110); null for trouble that no server answers with. */
  readonly status: number | null;
  /** RFC 9457 §3.1.3: a short summary that is the same for every occurrence. */
  readonly title: string;
}

/** How a server puts each problem. Apart from the list itself, so that a page does not load it. */
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = {
  offline: { status: null, title: 'No connection.' },
  timeout: { status: null, title: 'The server did not answer in time.' },
  aborted: { status: null, title: 'Whoever asked no longer wants to know.' },
  'wrong-answer': { status: null, title: 'The server answered outside the contract.' },
  'malformed-json': { status: 400, title: 'The body is not JSON.' },
  'invalid-request': { status: 422, title: 'A field is missing, unknown or wrong.' },
  'body-too-large': { status: 413, title: 'The body is too large.' },
  'not-found': { status: 404, title: 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, title: 'This cannot be done at this address.' },
  'too-many-requests': { status: 429, title: 'Too many requests.' },
  'server-error': { status: 500, title: 'The server failed.' },
  unavailable: { status: 503, title: 'The server cannot answer at the moment.' },
  'wrong-credentials': { status: 401, title: 'E-mail or password is wrong.' },
  'not-signed-in': { status: 401, title: 'No session, or it has ended.' },
  'account-locked': { status: 403, title: 'The account is locked.' },
  'link-ended': { status: 401, title: 'The link has ended, or was never good.' },
  'wrong-code': { status: 401, title: 'The code is wrong or has ended.' },
  'unknown-card': { status: 404, title: 'This account has no such card.' },
  'unknown-plan': { status: 404, title: 'There is no such plan.' },
  'plan-not-for-card': { status: 409, title: 'The plan is for another kind of card.' },
  'unknown-currency': { status: 422, title: 'The seller does not price in this currency.' },
  'not-renewable': { status: 409, title: 'The card cannot be renewed like this now.' },
  'unknown-quote': { status: 404, title: 'There is no such quote.' },
  'quote-expired': { status: 410, title: 'The quote has expired.' },
  'card-changed': { status: 409, title: 'The card has changed since the quote.' },
  'renewal-open': { status: 409, title: 'Another renewal of this card is open.' },
  'unknown-renewal': { status: 404, title: 'There is no such renewal.' },
  'not-paid-yet': { status: 409, title: 'There is no receipt before the payment.' },
  'card-details': { status: 402, title: 'The card details are wrong or incomplete.' },
  'insufficient-funds': { status: 402, title: 'Not enough money available.' },
  'expired-card': { status: 402, title: 'The payment card has expired.' },
  'authentication-failed': { status: 402, title: 'The bank could not confirm the customer.' },
  'payment-declined': { status: 402, title: 'The bank declined the payment.' },
  'limit-reached': { status: 402, title: 'A limit of the payment card was reached.' },
  'method-not-usable': { status: 402, title: 'This method does not fit this payment.' },
  'payment-cancelled': { status: 402, title: 'The customer cancelled the payment.' },
  'bank-unreachable': { status: 402, title: 'The bank could not answer, and charged nothing.' },
  'duplicate-payment': { status: 402, title: 'A payment just like this one was made a moment ago.' },
  'test-card': { status: 402, title: 'Test cards cannot pay here.' },
  'wallet-failed': { status: 402, title: 'The wallet did not complete the payment.' },
  'provider-down': { status: 502, title: 'The payment provider could not answer.' },
  'payment-form-blocked': { status: null, title: 'The payment form did not load.' },
  'payment-setup': { status: 500, title: 'The seller cannot take this payment.' },
  'paying-elsewhere': { status: null, title: 'Another tab is paying for this renewal.' },
  'payment-not-seen': { status: null, title: 'The outcome was lost; no payment has been seen so far.' },
  'supplier-down': { status: 503, title: 'The supplier cannot be asked at the moment.' },
  'extension-delayed': { status: null, title: 'Paid; the supplier has not extended the card yet.' },
  'extension-refused': { status: null, title: 'Paid; the supplier refused to extend the card.' },
  'payment-mismatch': { status: null, title: 'Paid, but not what was quoted.' },
  'bad-notice': { status: 400, title: 'The notice is unsigned, forged or stale.' },
};
