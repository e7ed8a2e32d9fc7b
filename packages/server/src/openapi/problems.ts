import {
  bodies,
  calls,
  problem,
  problemKinds,
  type CallName,
  type Problem,
  type ProblemCode,
} from '@leb-renew/core/contract';

/** What each call can answer beside what every call of its kind can. `not-found`: the seller signs customers in. */
const ownProblems: { readonly [Name in CallName]: readonly ProblemCode[] } = {
  signIn: ['wrong-credentials', 'account-locked', 'not-found'],
  verifyCode: ['wrong-code', 'account-locked', 'not-found'],
  requestReset: ['not-found'],
  setPassword: ['link-ended', 'not-found'],
  openLink: ['link-ended', 'account-locked'],
  refreshSession: ['not-signed-in'],
  signOut: [],
  cards: [],
  plans: ['unknown-card', 'unknown-currency'],
  receipts: ['unknown-card'],
  quote: ['unknown-card', 'unknown-plan', 'plan-not-for-card', 'unknown-currency', 'not-renewable'],
  begin: ['unknown-quote', 'quote-expired', 'card-changed', 'renewal-open', 'provider-down', 'payment-setup'],
  renewal: ['provider-down'],
  cancel: ['provider-down'],
  receipt: ['not-paid-yet'],
};

/** Every problem that a call can answer. */
export function problemsOf(name: CallName): ProblemCode[] {
  const { access, method } = calls[name];
  return [
    ...(access === 'anyone' ? [] : (['not-signed-in'] as const)),
    ...(access === 'renewal' ? (['unknown-renewal'] as const) : []),
    ...ownProblems[name],
    ...(name in bodies ? (['malformed-json', 'invalid-request'] as const) : []),
    ...(method === 'POST' ? (['body-too-large'] as const) : []),
    'too-many-requests',
    'server-error',
    'unavailable',
  ];
}

const particulars: { readonly [Code in ProblemCode]?: Partial<Problem> } = {
  'invalid-request': { field: 'planId' },
  'unknown-card': { field: 'cardRef' },
  'unknown-plan': { field: 'planId' },
  'plan-not-for-card': { field: 'planId' },
  'unknown-currency': { field: 'currency' },
  'unknown-quote': { field: 'quoteId' },
  'not-renewable': { reason: 'not-open-yet', opensAt: '2026-12-01T16:00:00Z' },
  'renewal-open': { renewalId: 'r_UGFpZCBvbmNlLCBvbmNlLg' },
  'too-many-requests': { retryAfterSeconds: 30 },
  'server-error': { reference: '3f9c1a7e' },
  unavailable: { retryAfterSeconds: 2 },
};

/** A problem as it goes over the wire. Who asks about a renewal may have paid. */
export function exampleProblem(code: ProblemCode, name: CallName): Problem {
  const { title, status } = problemKinds[code];
  const mayHavePaid = calls[name].access === 'renewal' && (status ?? 0) >= 500;
  const value = problem(code, { ...particulars[code], ...(mayHavePaid ? { charged: 'unknown' } : {}) });
  return { ...value, title, ...(status === null ? {} : { status }) };
}
