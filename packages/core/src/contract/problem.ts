import * as v from 'valibot';
import { Instant } from './instant.ts';
import { RefusalReason } from './term.ts';
import { Id } from './text.ts';

/** What the person should do next. */
export const NextStep = v.picklist([
  'try-again',
  'wait',
  'fix-input',
  'sign-in',
  'choose-again',
  'resume',
  'other-method',
  'contact-bank',
  'contact-support',
]);
export type NextStep = v.InferOutput<typeof NextStep>;

/** Whether money has moved, as far as the one who reports the problem knows. */
export const Charged = v.picklist(['no', 'unknown', 'yes']);
export type Charged = v.InferOutput<typeof Charged>;

interface Kind {
  /** HTTP status (RFC 9110); null for trouble that no server answers with. */
  readonly status: number | null;
  readonly next: NextStep;
  /** For developers, in English. What people read is written by the widget, per code and language. */
  readonly title: string;
}

/** Everything that can go wrong, in one closed list. */
export const problemKinds = {
  // the network, seen from the client
  offline: { status: null, next: 'wait', title: 'No connection.' },
  timeout: { status: null, next: 'try-again', title: 'The server did not answer in time.' },
  'wrong-answer': {
    status: null,
    next: 'contact-support',
    title: 'The server answered outside the contract.',
  },
  // any request
  'malformed-json': { status: 400, next: 'contact-support', title: 'The body is not JSON.' },
  'invalid-request': { status: 422, next: 'fix-input', title: 'A field is missing, unknown or wrong.' },
  'body-too-large': { status: 413, next: 'contact-support', title: 'The body is too large.' },
  'not-found': { status: 404, next: 'contact-support', title: 'There is nothing at this address.' },
  'method-not-allowed': {
    status: 405,
    next: 'contact-support',
    title: 'This cannot be done at this address.',
  },
  'too-many-requests': { status: 429, next: 'wait', title: 'Too many requests.' },
  'server-error': { status: 500, next: 'try-again', title: 'The server failed.' },
  unavailable: { status: 503, next: 'try-again', title: 'The server cannot answer at the moment.' },
  // session
  'wrong-credentials': { status: 401, next: 'fix-input', title: 'E-mail or password is wrong.' },
  'not-signed-in': { status: 401, next: 'sign-in', title: 'No session, or it has ended.' },
  'wrong-code': { status: 401, next: 'fix-input', title: 'The code is wrong or has ended.' },
  // choosing
  'unknown-card': { status: 404, next: 'choose-again', title: 'This account has no such card.' },
  'unknown-plan': { status: 404, next: 'choose-again', title: 'There is no such plan.' },
  'plan-not-for-card': { status: 409, next: 'choose-again', title: 'The plan is for another kind of card.' },
  'unknown-currency': {
    status: 422,
    next: 'choose-again',
    title: 'The seller does not price in this currency.',
  },
  'not-renewable': { status: 409, next: 'choose-again', title: 'The card cannot be renewed like this now.' },
  // quote and renewal
  'unknown-quote': { status: 404, next: 'choose-again', title: 'There is no such quote.' },
  'quote-expired': { status: 410, next: 'choose-again', title: 'The quote has expired.' },
  'card-changed': { status: 409, next: 'choose-again', title: 'The card has changed since the quote.' },
  'renewal-open': { status: 409, next: 'resume', title: 'Another renewal of this card is open.' },
  'unknown-renewal': { status: 404, next: 'choose-again', title: 'There is no such renewal.' },
  'not-paid-yet': { status: 409, next: 'wait', title: 'There is no receipt before the payment.' },
  // payment
  'card-details': { status: 402, next: 'fix-input', title: 'The card details are wrong or incomplete.' },
  'insufficient-funds': { status: 402, next: 'other-method', title: 'Not enough money available.' },
  'expired-card': { status: 402, next: 'other-method', title: 'The payment card has expired.' },
  'authentication-failed': {
    status: 402,
    next: 'try-again',
    title: 'The bank could not confirm the customer.',
  },
  'payment-declined': { status: 402, next: 'contact-bank', title: 'The bank declined the payment.' },
  'limit-reached': { status: 402, next: 'other-method', title: 'A limit of the payment card was reached.' },
  'method-not-usable': { status: 402, next: 'other-method', title: 'This method does not fit this payment.' },
  'payment-cancelled': { status: 402, next: 'try-again', title: 'The customer cancelled the payment.' },
  'provider-down': { status: 502, next: 'try-again', title: 'The payment provider could not answer.' },
  'payment-form-blocked': { status: null, next: 'try-again', title: 'The payment form did not load.' },
  'payment-setup': { status: 500, next: 'contact-support', title: 'The seller cannot take this payment.' },
  // provider's notices
  'bad-notice': { status: 400, next: 'contact-support', title: 'The notice is unsigned, forged or stale.' },
} as const satisfies Record<string, Kind>;

export type ProblemCode = keyof typeof problemKinds;
export const problemCodes = Object.keys(problemKinds) as [ProblemCode, ...ProblemCode[]];

/** Trouble as data, on the wire as `application/problem+json` (RFC 9457). */
export const Problem = v.object({
  type: v.string(),
  title: v.string(),
  status: v.exactOptional(v.number()),
  code: v.picklist(problemCodes),
  charged: Charged,
  next: NextStep,
  /** This occurrence, for developers. Never personal data. */
  detail: v.exactOptional(v.string()),
  /** Path of the field at fault, e.g. `planId` or `plans.2.price`. */
  field: v.exactOptional(v.string()),
  /** The renewal to resume, with `renewal-open`. */
  renewalId: v.exactOptional(Id),
  /** Why, with `not-renewable`. */
  reason: v.exactOptional(RefusalReason),
  /** When it will be possible, with `not-renewable`. */
  opensAt: v.exactOptional(Instant),
  retryAfterSeconds: v.exactOptional(v.number()),
  /** For talking to support. */
  reference: v.exactOptional(v.string()),
});
export type Problem = v.InferOutput<typeof Problem>;

type Particulars = Partial<
  Pick<
    Problem,
    | 'charged'
    | 'next'
    | 'detail'
    | 'field'
    | 'renewalId'
    | 'reason'
    | 'opensAt'
    | 'retryAfterSeconds'
    | 'reference'
  >
>;

/** Makes a problem of a kind. Money is said not to have moved unless told otherwise. */
export function problem(code: ProblemCode, particulars: Particulars = {}): Problem {
  const { status, next, title } = problemKinds[code];
  return {
    type: `urn:leb-renew:problem:${code}`,
    title,
    ...(status === null ? {} : { status }),
    code,
    charged: 'no',
    next,
    ...particulars,
  };
}

/** What a call resolves to: the value, or why there is none. A call never rejects and never resolves to nothing. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const fine = <T>(value: T): Answer<T> => ({ ok: true, value });
export const trouble = (code: ProblemCode, particulars?: Particulars): Answer<never> => ({
  ok: false,
  problem: problem(code, particulars),
});
