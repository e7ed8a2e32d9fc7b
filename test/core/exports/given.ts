import fc from '../../chance.ts';
import type { Clock } from '@leb-renew/core';
import { calls } from '@leb-renew/core/contract';
import { quote, session } from '../examples/quote.ts';
import { renewalIn } from '../examples/renewal.ts';

export const instants = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
export const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Pacific/Apia',
);
export const terms = fc.oneof(
  fc.record({ months: fc.integer({ min: 1, max: 24 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
);
export const counts = fc.integer({ min: 1, max: 60 });
export const dollars = fc.record({
  minor: fc.nat({ max: 1_000_000 }),
  currency: fc.constant('USD'),
  exponent: fc.constant(2),
});
export const policies = fc.record(
  {
    active: fc.constantFrom('stack', 'queue', 'restart'),
    graceDays: counts,
    grace: fc.constantFrom('from-expiry', 'from-now'),
    recoverDays: counts,
    horizonMonths: counts,
    anchor: fc.constantFrom('sticky', 'drift'),
    opensBeforeDays: counts,
    closesBeforeMinutes: counts,
    maxStacked: counts,
  },
  { requiredKeys: [] },
);
export const locales = fc.constantFrom('en', 'en-US', 'de', 'ar-EG', 'zh-Hans');
const problems = fc.constant({
  type: 'urn:leb-renew:problem:offline',
  title: 'No connection.',
  code: 'offline',
  charged: 'no',
  next: 'wait',
});

const now = Date.parse('2026-11-20T08:00:00Z');
export const clock: Clock & { sync(): void; elapsed(): number } = {
  now: () => now,
  elapsed: () => now,
  sync: () => {},
  after(_, call) {
    queueMicrotask(call);
    return () => {};
  },
};

export const ticket = { renewalId: 'renewal-2', renewalToken: 'token-of-renewal-2' };
const challenge = {
  challengeId: 'challenge-1',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-20T08:10:00Z',
};
const waiting = renewalIn('awaiting-payment');
export const choice = { cardRef: 'card-global', planId: 'global-12m', currency: 'USD' };
const asking = { asks: 0, problem: null };
export const renewalStates = fc.constantFrom<object[]>(
  { status: 'choosing', run: 1, problem: null },
  { status: 'quoting', run: 1, choice },
  { status: 'opening', run: 1, quote },
  { status: 'paying', run: 1, renewal: waiting, form: 'ready', problem: null, inDoubt: false },
  { status: 'confirming', run: 1, renewal: waiting, inDoubt: false },
  { status: 'checking', run: 1, renewal: waiting, ...asking, inDoubt: false },
  { status: 'resuming', run: 1, ticket: { ...ticket, confirming: true }, ...asking },
  { status: 'extending', run: 1, renewal: renewalIn('paid'), ...asking },
);
export const renewalEvents = fc.oneof(
  fc.constantFrom<object[]>(
    { type: 'choose', choice },
    { type: 'pay' },
    { type: 'back' },
    { type: 'look' },
    { type: 'resume', ticket: { ...ticket, confirming: true } },
    { type: 'quoted', run: 1, quote },
    { type: 'news', run: 1, renewal: renewalIn('paid') },
    { type: 'outcome', run: 1, outcome: { kind: 'ask-server' } },
  ),
  problems.map((problem) => ({ type: 'refused', run: 1, problem })),
);
export const signInStates = fc.constantFrom<object[]>(
  { status: 'signed-out', run: 1, problem: null },
  { status: 'signing-in', run: 1, email: 'mira@example.com' },
  { status: 'code', run: 1, challenge, problem: null },
  { status: 'verifying', run: 1, challenge },
  { status: 'signed-in', run: 1, session },
);
export const signInEvents = fc.oneof(
  fc.constantFrom<object[]>(
    { type: 'sign-in', email: 'mira@example.com', password: 'renew-me-please' },
    { type: 'verify', code: '123456' },
    { type: 'sign-out' },
    { type: 'adopt', session },
    { type: 'session', run: 1, session },
    { type: 'challenged', run: 1, challenge },
  ),
  problems.map((problem) => ({ type: 'refused', run: 1, problem })),
);

export const scenarios = [
  'approve',
  'insufficient-funds',
  'payment-cancelled',
  'slow',
  'processing',
  'processing-fails',
  'lost-answer',
] as const;

export const digits = fc.constantFrom('8985 2002 0000 0048 215', '89852002000000482', 'abc', '');
export const sources = fc.constantFrom('typed', 'typed-and-checked', 'received');

export const stage = {
  container: () => ({}),
  view: () => ({ locale: 'en', tokens: new Map(), returnUrl: 'app://till' }),
};
const offline = () =>
  Promise.resolve({ ok: false, problem: { code: 'offline', charged: 'no', next: 'wait' } });
/** The calls of the contract, each without a connection. */
const api = Object.fromEntries(['authorize', ...Object.keys(calls)].map((name) => [name, offline]));
export const world = {
  api,
  clock,
  payments: [{ provider: 'sandbox', open: () => Promise.resolve({ ok: false, problem: {} }) }],
  tickets: { load: () => null, save: () => {}, clear: () => {} },
};
