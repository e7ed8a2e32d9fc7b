import { number, object, oneOf, optional, string, type Of } from '../schema/index.ts';
import { misuse } from '../misuse.ts';
import { Instant } from './instant.ts';
import { RefusalReason } from './term.ts';
import { Id } from './text.ts';

/** Whether money has moved, as far as the one who reports the problem knows. */
export const Charged = oneOf('no', 'unknown', 'yes');
export type Charged = Of<typeof Charged>;

/** Everything that can go wrong, in one closed list, and what the person should do about it. */
export const nextSteps = {
  // the network, seen from the client
  offline: 'wait',
  timeout: 'try-again',
  'wrong-answer': 'contact-support',
  /** Whoever asked no longer wants to know. */
  aborted: 'try-again',
  // any request
  'malformed-json': 'contact-support',
  'invalid-request': 'fix-input',
  'body-too-large': 'contact-support',
  'not-found': 'contact-support',
  'method-not-allowed': 'contact-support',
  'too-many-requests': 'wait',
  'server-error': 'try-again',
  unavailable: 'try-again',
  // session
  'wrong-credentials': 'fix-input',
  'not-signed-in': 'sign-in',
  'wrong-code': 'fix-input',
  'account-locked': 'contact-support',
  'link-ended': 'sign-in',
  // choosing
  'unknown-card': 'choose-again',
  'unknown-plan': 'choose-again',
  'plan-not-for-card': 'choose-again',
  'unknown-currency': 'choose-again',
  'not-renewable': 'choose-again',
  // quote and renewal
  'unknown-quote': 'choose-again',
  'quote-expired': 'choose-again',
  'card-changed': 'choose-again',
  'renewal-open': 'resume',
  'unknown-renewal': 'choose-again',
  'not-paid-yet': 'wait',
  // payment
  'card-details': 'fix-input',
  'insufficient-funds': 'other-method',
  'expired-card': 'other-method',
  'authentication-failed': 'try-again',
  'payment-declined': 'contact-bank',
  'limit-reached': 'other-method',
  'method-not-usable': 'other-method',
  'payment-cancelled': 'try-again',
  /** The bank did not say yes or no, and nothing was charged. */
  'bank-unreachable': 'try-again',
  /** A payment just like this one was made a moment ago: it may be this one. */
  'duplicate-payment': 'wait',
  'test-card': 'other-method',
  'wallet-failed': 'try-again',
  'provider-down': 'try-again',
  'payment-form-blocked': 'try-again',
  'payment-setup': 'contact-support',
  /** Another tab of this browser is sending the payment, or waits to hear of it. */
  'paying-elsewhere': 'wait',
  /** The outcome was lost, and the provider knows of no payment so far. */
  'payment-not-seen': 'try-again',
  // supplier
  'supplier-down': 'wait',
  'extension-delayed': 'wait',
  'extension-refused': 'contact-support',
  'payment-mismatch': 'contact-support',
  // provider's notices
  'bad-notice': 'contact-support',
} as const;

/** One of the closed list. */
export type ProblemCode = keyof typeof nextSteps;
/** What the person should do next. */
export type NextStep = (typeof nextSteps)[ProblemCode];
export const problemCodes = Object.keys(nextSteps) as [ProblemCode, ...ProblemCode[]];

/** What can only go wrong once money has moved, or may have. Everything else says `no` unless it is told otherwise. */
const afterPayment: { readonly [Code in ProblemCode]?: Charged } = {
  'paying-elsewhere': 'unknown',
  'payment-not-seen': 'unknown',
  'extension-delayed': 'yes',
  'extension-refused': 'yes',
  'payment-mismatch': 'yes',
};

/** Trouble as data, on the wire as `application/problem+json` (RFC 9457). */
export const Problem = object({
  type: string(),
  /** For developers, in English. What people read is written by the widget, per code and language. */
  title: string(),
  status: optional(number()),
  code: oneOf(...problemCodes),
  charged: Charged,
  next: oneOf(...Object.values<NextStep>(nextSteps)),
  /** This occurrence, for developers. Never personal data. */
  detail: optional(string()),
  /** Path of the field at fault, e.g. `planId` or `plans.2.price`. */
  field: optional(string()),
  /** The renewal to resume, with `renewal-open`. */
  renewalId: optional(Id),
  /** Why, with `not-renewable`. */
  reason: optional(RefusalReason),
  /** When it will be possible, with `not-renewable`. */
  opensAt: optional(Instant),
  retryAfterSeconds: optional(number({ minimum: 0 })),
  /** For talking to support. */
  reference: optional(string()),
});
export type Problem = Of<typeof Problem>;

type Particulars = Partial<Omit<Problem, 'type' | 'title' | 'status' | 'code'>>;

/** Makes a problem of a kind. Where a server answers with it, its HTTP status and full title are in `problemKinds`. */
export function problem(code: ProblemCode, particulars: Particulars = {}): Problem {
  if (typeof code !== 'string' || !Object.hasOwn(nextSteps, code))
    throw misuse('problem: code', code, 'one of the list');
  return {
    type: `urn:leb-renew:problem:${code}`,
    title: code.replaceAll('-', ' '),
    code,
    charged: afterPayment[code] ?? 'no',
    next: nextSteps[code],
    ...particulars,
  };
}

/** What a call resolves to: the value, or why there is none. A call never rejects and never resolves to nothing. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** An answer that is a value. */
export const fine = <T>(value: T): Answer<T> => ({ ok: true, value });
/** An answer that is a problem. */
export const trouble = (code: ProblemCode, particulars?: Particulars): Answer<never> => ({
  ok: false,
  problem: problem(code, particulars),
});
