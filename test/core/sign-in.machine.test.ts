import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '../chance.ts';
import {
  Misuse,
  problem,
  type CodeChallenge,
  type Problem,
  type SignInEvent,
  type SignInState,
  type SignInStep,
} from '@leb-renew/core';
import { firstSignIn, signInStep } from '@leb-renew/core/sign-in';
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
const busy = problem('too-many-requests');
const throttled = problem('too-many-requests', { retryAfterSeconds: 45 });
const locked = problem('account-locked');
const offline = problem('offline');
const token = 'token-of-a-renewal-link';
const resetToken = 'token-of-a-reset-mail';
const tooShort = problem('invalid-request', { field: 'token' });
const linkEnded = problem('link-ended');

const states = {
  'signed out': { status: 'signed-out', run, problem: wrong },
  'signing in': { status: 'signing-in', run, email },
  code: { status: 'code', run, challenge, problem: null },
  verifying: { status: 'verifying', run, challenge },
  'code, refused': { status: 'code', run, challenge, problem: wrong },
  waiting: { status: 'waiting', run, problem: throttled, challenge: null },
  'waiting for a code': { status: 'waiting', run, problem: throttled, challenge },
  locked: { status: 'locked', run, problem: locked },
  'opening link': { status: 'opening-link', run, token, problem: null },
  'link not opened': { status: 'opening-link', run, token, problem: offline },
  resetting: { status: 'resetting', run, problem: null },
  'reset refused': { status: 'resetting', run, problem: offline },
  'sending reset': { status: 'sending-reset', run, email },
  'reset sent': { status: 'reset-sent', run, email },
  'new password': { status: 'new-password', run, token: resetToken, problem: null },
  'new password, refused': { status: 'new-password', run, token: resetToken, problem: offline },
  'setting password': { status: 'setting-password', run, token: resetToken },
  'password set': { status: 'password-set', run },
  'signed in': { status: 'signed-in', run, session },
} as const satisfies Record<string, SignInState>;

/** Answers carry the number of their question. */
const answers = (to: number) =>
  ({
    session: { type: 'session', run: to, session },
    challenged: { type: 'challenged', run: to, challenge: secondChallenge },
    sent: { type: 'sent', run: to },
    waited: { type: 'waited', run: to },
    refused: { type: 'refused', run: to, problem: wrong },
    throttled: { type: 'refused', run: to, problem: throttled },
    'throttled without a time': { type: 'refused', run: to, problem: busy },
    locked: { type: 'refused', run: to, problem: locked },
    offline: { type: 'refused', run: to, problem: offline },
    'link cut short': { type: 'refused', run: to, problem: tooShort },
    'link ended': { type: 'refused', run: to, problem: linkEnded },
  }) as const satisfies Record<string, SignInEvent>;

const events = {
  'sign in': { type: 'sign-in', email, password },
  verify: { type: 'verify', code },
  forgot: { type: 'forgot' },
  reset: { type: 'reset', email },
  'open link': { type: 'open-link', token },
  'open reset': { type: 'open-reset', token: resetToken },
  'set password': { type: 'set-password', password },
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
const adopt: SignInStep = [{ status: 'signed-in', run: next, session: hostSession }];

const forgot: SignInStep = [{ status: 'resetting', run: next, problem: null }];
const openLink: SignInStep = [
  { status: 'opening-link', run: next, token, problem: null },
  { type: 'open-link', run: next, token },
];
/** The host page may hand over a session at any time, and whoever is not signed in may open a link. */
const anyTime = {
  adopt,
  'open link': openLink,
  'open reset': [{ status: 'new-password', run: next, token: resetToken, problem: null }],
} as const satisfies Moves;
/** The link is kept where the way to the server is broken: it may open a moment later. */
const stillOpening = Object.fromEntries(
  [
    ['throttled', throttled],
    ['throttled without a time', busy],
    ['offline', offline],
  ].map(([name, reason]) => [name, [{ status: 'opening-link', run: next, token, problem: reason }]]),
) as Moves;
/** The token works until a password is set with it. */
const newPassword = (reason: Problem): SignInStep => [
  { status: 'new-password', run: next, token: resetToken, problem: reason },
];
const wait = (kept: CodeChallenge | null): SignInStep => [
  { status: 'waiting', run: next, problem: throttled, challenge: kept },
  { type: 'wait', run: next, ms: 45_000 },
];

/** Every pair that does something. Every other pair must do nothing. */
const moves: { readonly [name in keyof typeof states]: Moves } = {
  'signed out': {
    ...anyTime,
    'sign in': [
      { status: 'signing-in', run: next, email },
      { type: 'sign-in', run: next, email, password },
    ],
    forgot,
    dismiss: [{ ...states['signed out'], problem: null }],
  },
  'signing in': {
    ...anyTime,
    session: signedIn,
    challenged: askedForCode(secondChallenge),
    refused: [out(wrong)],
    throttled: wait(null),
    'throttled without a time': [out(busy)],
    locked: [{ status: 'locked', run: next, problem: locked }],
    offline: [out(offline)],
    'link cut short': [out(tooShort)],
    'link ended': [out(linkEnded)],
  },
  code: {
    ...anyTime,
    verify: [
      { status: 'verifying', run: next, challenge },
      { type: 'verify', run: next, challengeId: 'challenge-1', code },
    ],
    back: [out(null)],
  },
  'code, refused': {
    ...anyTime,
    verify: [
      { status: 'verifying', run: next, challenge },
      { type: 'verify', run: next, challengeId: 'challenge-1', code },
    ],
    back: [out(null)],
    dismiss: [{ ...states['code, refused'], problem: null }],
  },
  waiting: { ...anyTime, waited: [out(null)], forgot, back: [out(null)] },
  'waiting for a code': {
    ...anyTime,
    waited: askedForCode(challenge),
    forgot,
    back: [out(null)],
  },
  locked: { ...anyTime, forgot, back: [out(null)] },
  'opening link': {
    ...anyTime,
    session: signedIn,
    refused: [out(wrong)],
    locked: [out(locked)],
    'link cut short': [out(linkEnded)],
    'link ended': [out(linkEnded)],
    ...stillOpening,
    back: [out(null)],
  },
  'link not opened': {
    ...anyTime,
    session: signedIn,
    refused: [out(wrong)],
    locked: [out(locked)],
    'link cut short': [out(linkEnded)],
    'link ended': [out(linkEnded)],
    ...stillOpening,
    dismiss: openLink,
    back: [out(null)],
  },
  verifying: {
    ...anyTime,
    session: signedIn,
    challenged: askedForCode(secondChallenge),
    refused: askedForCode(challenge, wrong),
    throttled: wait(challenge),
    'throttled without a time': askedForCode(challenge, busy),
    locked: [{ status: 'locked', run: next, problem: locked }],
    offline: askedForCode(challenge, offline),
    'link cut short': askedForCode(challenge, tooShort),
    'link ended': askedForCode(challenge, linkEnded),
  },
  resetting: {
    ...anyTime,
    reset: [
      { status: 'sending-reset', run: next, email },
      { type: 'reset', run: next, email },
    ],
    back: [out(null)],
  },
  'reset refused': {
    ...anyTime,
    reset: [
      { status: 'sending-reset', run: next, email },
      { type: 'reset', run: next, email },
    ],
    dismiss: [{ ...states['reset refused'], problem: null }],
    back: [out(null)],
  },
  'sending reset': {
    ...anyTime,
    sent: [{ status: 'reset-sent', run: next, email }],
    refused: [{ status: 'resetting', run: next, problem: wrong }],
    throttled: [{ status: 'resetting', run: next, problem: throttled }],
    'throttled without a time': [{ status: 'resetting', run: next, problem: busy }],
    locked: [{ status: 'resetting', run: next, problem: locked }],
    offline: [{ status: 'resetting', run: next, problem: offline }],
    'link cut short': [{ status: 'resetting', run: next, problem: tooShort }],
    'link ended': [{ status: 'resetting', run: next, problem: linkEnded }],
  },
  'reset sent': { ...anyTime, back: [out(null)] },
  'new password': {
    ...anyTime,
    'set password': [
      { status: 'setting-password', run: next, token: resetToken },
      { type: 'set-password', run: next, token: resetToken, password },
    ],
    back: [out(null)],
  },
  'new password, refused': {
    ...anyTime,
    'set password': [
      { status: 'setting-password', run: next, token: resetToken },
      { type: 'set-password', run: next, token: resetToken, password },
    ],
    dismiss: [{ ...states['new password, refused'], problem: null }],
    back: [out(null)],
  },
  'setting password': {
    ...anyTime,
    sent: [{ status: 'password-set', run: next }],
    refused: newPassword(wrong),
    throttled: newPassword(throttled),
    'throttled without a time': newPassword(busy),
    locked: newPassword(locked),
    offline: newPassword(offline),
    'link cut short': [{ status: 'resetting', run: next, problem: linkEnded }],
    'link ended': [{ status: 'resetting', run: next, problem: linkEnded }],
  },
  'password set': {
    ...anyTime,
    'sign in': [
      { status: 'signing-in', run: next, email },
      { type: 'sign-in', run: next, email, password },
    ],
    forgot,
  },
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
    );
  });

  test('what is no state or event of this machine throws, naming it and the rule', () => {
    const wrongs: readonly (readonly [state: unknown, event: unknown, message: string])[] = [
      [null, events.back, 'signInStep: run of the state is undefined, must be a whole number'],
      [
        { status: 'signed-out', run: Number.NaN },
        events.back,
        'signInStep: run of the state is NaN, must be a whole number',
      ],
      [
        { status: 'asleep', run },
        events.back,
        'signInStep: status is "asleep", must be a status of this machine',
      ],
      [firstSignIn, null, 'signInStep: type of the event is undefined, must be one that this machine knows'],
      [
        firstSignIn,
        { type: 'toString' },
        'signInStep: type of the event is "toString", must be one that this machine knows',
      ],
      [
        firstSignIn,
        { type: 'sign-in', email },
        'signInStep: password of sign-in is undefined, must be there',
      ],
    ];
    for (const [state, event, message] of wrongs)
      assert.throws(
        () => signInStep(state as SignInState, event as SignInEvent),
        (error) => error instanceof Misuse && error.message === message,
      );
  });

  test('anything at all is a step or a misuse', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.constantFrom(...Object.values(states))),
        fc.oneof(
          fc.anything(),
          fc.record({ type: fc.constantFrom(...Object.values(events).map(({ type }) => type)) }),
        ),
        (state, event) => {
          try {
            const [after] = signInStep(state as SignInState, event as SignInEvent);
            assert.ok(Number.isSafeInteger(after.run));
          } catch (error) {
            assert.ok(error instanceof Misuse, String(error));
          }
        },
      ),
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
