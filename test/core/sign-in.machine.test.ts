import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  firstSignIn,
  problem,
  signInStep,
  type CodeChallenge,
  type Problem,
  type SignInEvent,
  type SignInState,
  type SignInStep,
} from '@leb-renew/core';
import { session } from './examples/quote.ts';

const run = 5;
const next = run + 1;
const email = 'mira@example.com';
const password = 'correct horse battery staple';
const code = '493021';

const challenge: CodeChallenge = {
  challengeId: 'challenge-1',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-20T08:10:00Z',
};
const secondChallenge: CodeChallenge = { ...challenge, challengeId: 'challenge-2' };
const hostSession = { ...session, token: 'session-token-of-the-host' };
const wrong = problem('wrong-credentials');
const ended = problem('not-signed-in');

const states = {
  'signed out': { status: 'signed-out', run, problem: wrong },
  'signing in': { status: 'signing-in', run, email },
  code: { status: 'code', run, challenge, problem: null },
  verifying: { status: 'verifying', run, challenge },
  resetting: { status: 'resetting', run, problem: null },
  'sending reset': { status: 'sending-reset', run, email },
  'reset sent': { status: 'reset-sent', run, email },
  'signed in': { status: 'signed-in', run, session },
} as const satisfies Record<string, SignInState>;

/** Answers carry the number of their question. */
const answers = (to: number) =>
  ({
    session: { type: 'session', run: to, session },
    challenged: { type: 'challenged', run: to, challenge: secondChallenge },
    sent: { type: 'sent', run: to },
    refused: { type: 'refused', run: to, problem: wrong },
  }) as const satisfies Record<string, SignInEvent>;

const events = {
  'sign in': { type: 'sign-in', email, password },
  verify: { type: 'verify', code },
  forgot: { type: 'forgot' },
  reset: { type: 'reset', email },
  back: { type: 'back' },
  'sign out': { type: 'sign-out' },
  dismiss: { type: 'dismiss' },
  adopt: { type: 'adopt', session: hostSession },
  expired: { type: 'expired', problem: ended },
  ...answers(run),
} as const satisfies Record<string, SignInEvent>;

type Moves = { readonly [name in keyof typeof events]?: SignInStep };

const out = (reason: Problem | null): SignInState => ({ status: 'signed-out', run: next, problem: reason });
const signedIn: SignInStep = [{ status: 'signed-in', run: next, session }];
const askedForCode = (asked: CodeChallenge, reason: Problem | null = null): SignInStep => [
  { status: 'code', run: next, challenge: asked, problem: reason },
];
/** The host page may hand over a session at any time. */
const adopt: SignInStep = [{ status: 'signed-in', run: next, session: hostSession }];

/** Every pair that does something. Every other pair must do nothing. */
const moves: { readonly [name in keyof typeof states]: Moves } = {
  'signed out': {
    adopt,
    'sign in': [
      { status: 'signing-in', run: next, email },
      { type: 'sign-in', run: next, email, password },
    ],
    forgot: [{ status: 'resetting', run: next, problem: null }],
    dismiss: [{ ...states['signed out'], problem: null }],
  },
  'signing in': {
    adopt,
    session: signedIn,
    challenged: askedForCode(secondChallenge),
    refused: [out(wrong)],
  },
  code: {
    adopt,
    verify: [
      { status: 'verifying', run: next, challenge },
      { type: 'verify', run: next, challengeId: 'challenge-1', code },
    ],
    back: [out(null)],
  },
  verifying: {
    adopt,
    session: signedIn,
    challenged: askedForCode(secondChallenge),
    refused: askedForCode(challenge, wrong),
  },
  resetting: {
    adopt,
    reset: [
      { status: 'sending-reset', run: next, email },
      { type: 'reset', run: next, email },
    ],
    back: [out(null)],
  },
  'sending reset': {
    adopt,
    sent: [{ status: 'reset-sent', run: next, email }],
    refused: [{ status: 'resetting', run: next, problem: wrong }],
  },
  'reset sent': { adopt, back: [out(null)] },
  'signed in': { adopt, 'sign out': [out(null), { type: 'sign-out' }], expired: [out(ended)] },
};

const entries = <Name extends string, Value>(table: Record<Name, Value>) =>
  Object.entries(table) as [Name, Value][];

describe('signInStep', () => {
  for (const [stateName, state] of entries(states))
    for (const [eventName, event] of entries(events)) {
      const move = moves[stateName][eventName];
      test(`${stateName} + ${eventName} ${move ? `→ ${move[0].status}` : 'does nothing'}`, () => {
        assert.deepEqual(signInStep(state, event), move ?? [state]);
      });
    }

  for (const [stateName, state] of entries(states))
    test(`${stateName}: an answer to an older question does nothing`, () => {
      for (const event of Object.values(answers(run - 1))) {
        const [after, ...commands] = signInStep(state, event);
        assert.equal(after, state);
        assert.deepEqual(commands, []);
      }
    });

  test('the first state asks for nothing and blames nobody', () => {
    assert.deepEqual(firstSignIn, { status: 'signed-out', run: 0, problem: null });
  });

  const anyEvent: fc.Arbitrary<(now: number) => SignInEvent> = fc.constantFrom(...entries(events)).map(
    ([, event]) =>
      (now: number) =>
        'run' in event ? { ...event, run: now } : event,
  );

  test('no state keeps a password or a code, on any way', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30, size: 'max' }), (way) => {
        let state: SignInState = firstSignIn;
        for (const make of way) {
          const [after] = signInStep(state, make(state.run));
          assert.ok(after.run >= state.run);
          state = after;
          const kept = JSON.stringify(state);
          assert.ok(!kept.includes(password) && !kept.includes(code), kept);
        }
      }),
      { seed: 20_261_120 },
    );
  });

  test('a session that arrives after the person signed out again does not sign them in', () => {
    const [waiting] = signInStep(firstSignIn, events['sign in']);
    const [adopted] = signInStep(waiting, events.adopt);
    const [left] = signInStep(adopted, events['sign out']);
    const [after] = signInStep(left, { type: 'session', run: waiting.run, session });
    assert.equal(after.status, 'signed-out');
  });
});
