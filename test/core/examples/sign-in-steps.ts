import { problem, type CodeChallenge, type SignInEvent, type SignInState } from '@leb-renew/core';
import { session } from './quote.ts';

const run = 5;
const email = 'mira@example.com';
const challenge: CodeChallenge = {
  challengeId: 'challenge-1',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-20T08:10:00Z',
};
const wrong = problem('wrong-credentials');
const throttled = problem('too-many-requests', { retryAfterSeconds: 45 });
const offline = problem('offline');

/** One state of each sort, and one event of each sort: what the diagram is made of. */
export const states = {
  'signed out': { status: 'signed-out', run, problem: wrong },
  'signing in': { status: 'signing-in', run, email },
  code: { status: 'code', run, challenge, problem: wrong },
  verifying: { status: 'verifying', run, challenge },
  waiting: { status: 'waiting', run, problem: throttled, challenge: null },
  'waiting for a code': { status: 'waiting', run, problem: throttled, challenge },
  locked: { status: 'locked', run, problem: problem('account-locked') },
  'opening link': { status: 'opening-link', run, token: 'token-of-a-link', problem: offline },
  resetting: { status: 'resetting', run, problem: null },
  'sending reset': { status: 'sending-reset', run, email },
  'reset sent': { status: 'reset-sent', run, email },
  'new password': { status: 'new-password', run, token: 'token-of-a-mail', problem: offline },
  'setting password': { status: 'setting-password', run, token: 'token-of-a-mail' },
  'password set': { status: 'password-set', run },
  'signed in': { status: 'signed-in', run, session },
} as const satisfies Record<string, SignInState>;

export const events = {
  'sign in': { type: 'sign-in', email, password: 'correct horse battery staple' },
  verify: { type: 'verify', code: '493021' },
  forgot: { type: 'forgot' },
  reset: { type: 'reset', email },
  'open link': { type: 'open-link', token: 'token-of-a-link' },
  'open reset': { type: 'open-reset', token: 'token-of-a-mail' },
  'set password': { type: 'set-password', password: 'correct horse battery staple' },
  back: { type: 'back' },
  'sign out': { type: 'sign-out' },
  dismiss: { type: 'dismiss' },
  adopt: { type: 'adopt', session },
  expired: { type: 'expired', problem: problem('not-signed-in') },
  session: { type: 'session', run, session },
  challenged: { type: 'challenged', run, challenge },
  sent: { type: 'sent', run },
  waited: { type: 'waited', run },
  refused: { type: 'refused', run, problem: wrong },
  throttled: { type: 'refused', run, problem: throttled },
  locked: { type: 'refused', run, problem: problem('account-locked') },
  'link ended': { type: 'refused', run, problem: problem('link-ended') },
} as const satisfies Record<string, SignInEvent>;

/** Does not compile when a state or an event is left out: the error names it. */
type Shown<Name extends Example, Example> = Name;
export type ShownStates = Shown<SignInState['status'], (typeof states)[keyof typeof states]['status']>;
export type ShownEvents = Shown<SignInEvent['type'], (typeof events)[keyof typeof events]['type']>;
