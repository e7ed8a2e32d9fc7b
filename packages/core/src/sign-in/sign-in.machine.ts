/**
 * Signing in: from a form, a renewal link or the host page to a session.
 *
 *     signed-out ──sign-in──▶ signing-in ──▶ code ──verify──▶ verifying ──▶ signed-in
 *       │ │  ▲                 │  └───────────────────────────────────────────▶ ▲
 *       │ │  └── waited ── waiting, locked ◀── throttled ──┘                    │
 *       │ └── open-link ─▶ opening-link ────────────────────────────────────────┤
 *       └─ forgot ─▶ resetting ─reset─▶ sending-reset ──▶ reset-sent    adopt ──┘
 *                      ▲                      ┊ a mail
 *                      └ link ended ─┐        ▼
 *     password-set ◀── setting-password ◀── new-password
 *
 * Pure, like the renewal machine. A password passes through in an event and a command and is never kept.
 */
import { problem, type CodeChallenge, type Problem, type Session } from '../contract/index.ts';
import { demandEvent, nextRun } from '../machine.ts';
import { misuse } from '../misuse.ts';

export type SignInState = {
  /** Numbers every question to the outside. An answer to an older question means nothing. */
  readonly run: number;
} & (
  | { readonly status: 'signed-out'; readonly problem: Problem | null }
  | { readonly status: 'signing-in'; readonly email: string }
  | { readonly status: 'code'; readonly challenge: CodeChallenge; readonly problem: Problem | null }
  | { readonly status: 'verifying'; readonly challenge: CodeChallenge }
  /** Too many tries: the problem says for how many seconds. The code can be entered after it, where one was asked for. */
  | { readonly status: 'waiting'; readonly problem: Problem; readonly challenge: CodeChallenge | null }
  /** Only a new password or support opens the account again. */
  | { readonly status: 'locked'; readonly problem: Problem }
  /** A link that lets its holder renew one card. Where the way to the server is broken, it is tried again. */
  | { readonly status: 'opening-link'; readonly token: string; readonly problem: Problem | null }
  | { readonly status: 'resetting'; readonly problem: Problem | null }
  | { readonly status: 'sending-reset'; readonly email: string }
  | { readonly status: 'reset-sent'; readonly email: string }
  /** From the link in that mail. */
  | { readonly status: 'new-password'; readonly token: string; readonly problem: Problem | null }
  | { readonly status: 'setting-password'; readonly token: string }
  /** The first form again: nobody is signed in by a link. */
  | { readonly status: 'password-set' }
  | { readonly status: 'signed-in'; readonly session: Session }
);

export type SignInEvent =
  | { readonly type: 'sign-in'; readonly email: string; readonly password: string }
  | { readonly type: 'verify'; readonly code: string }
  | { readonly type: 'forgot' }
  | { readonly type: 'reset'; readonly email: string }
  | { readonly type: 'open-link'; readonly token: string }
  | { readonly type: 'open-reset'; readonly token: string }
  | { readonly type: 'set-password'; readonly password: string }
  | { readonly type: 'back' }
  | { readonly type: 'sign-out' }
  /** What stood in the way is over, e.g. the connection is back. */
  | { readonly type: 'dismiss' }
  /** The host page hands over a session of its own. */
  | { readonly type: 'adopt'; readonly session: Session }
  /** The server no longer accepts the session. */
  | { readonly type: 'expired'; readonly problem: Problem }
  | { readonly type: 'session'; readonly run: number; readonly session: Session }
  | { readonly type: 'challenged'; readonly run: number; readonly challenge: CodeChallenge }
  | { readonly type: 'sent'; readonly run: number }
  | { readonly type: 'waited'; readonly run: number }
  | { readonly type: 'refused'; readonly run: number; readonly problem: Problem };

export type SignInCommand =
  | { readonly type: 'sign-in'; readonly run: number; readonly email: string; readonly password: string }
  | { readonly type: 'verify'; readonly run: number; readonly challengeId: string; readonly code: string }
  | { readonly type: 'reset'; readonly run: number; readonly email: string }
  | { readonly type: 'open-link'; readonly run: number; readonly token: string }
  | {
      readonly type: 'set-password';
      readonly run: number;
      readonly token: string;
      readonly password: string;
    }
  /** Say `waited` after `ms`. */
  | { readonly type: 'wait'; readonly run: number; readonly ms: number }
  | { readonly type: 'sign-out' };

export type SignInStep = readonly [state: SignInState, ...commands: SignInCommand[]];

export const firstSignIn: SignInState = { status: 'signed-out', run: 0, problem: null };

/** What each event carries beside its type. */
const carries: { readonly [Type in SignInEvent['type']]: readonly string[] } = {
  'sign-in': ['email', 'password'],
  verify: ['code'],
  forgot: [],
  reset: ['email'],
  'open-link': ['token'],
  'open-reset': ['token'],
  'set-password': ['password'],
  back: [],
  'sign-out': [],
  dismiss: [],
  adopt: ['session'],
  expired: ['problem'],
  session: ['run', 'session'],
  challenged: ['run', 'challenge'],
  sent: ['run'],
  waited: ['run'],
  refused: ['run', 'problem'],
};

/** @throws Misuse when the state or the event is none of this machine's */
export function signInStep(state: SignInState, event: SignInEvent): SignInStep {
  demandEvent('signInStep', carries, event);
  const run = nextRun('signInStep', state);
  if ('run' in event && event.run !== state.run) return [state];
  if (event.type === 'adopt') return [{ status: 'signed-in', run, session: event.session }];
  if (event.type === 'open-link' && state.status !== 'signed-in') return openLink(event.token, run);
  if (event.type === 'open-reset' && state.status !== 'signed-in')
    return [{ status: 'new-password', run, token: event.token, problem: null }];

  switch (state.status) {
    case 'signed-out':
    case 'password-set':
      if (event.type === 'sign-in')
        return [
          { status: 'signing-in', run, email: event.email },
          { type: 'sign-in', run, email: event.email, password: event.password },
        ];
      if (event.type === 'forgot') return [{ status: 'resetting', run, problem: null }];
      if (event.type === 'dismiss' && state.status === 'signed-out' && state.problem !== null)
        return [{ ...state, problem: null }];
      return [state];

    case 'signing-in':
      if (event.type === 'session') return [{ status: 'signed-in', run, session: event.session }];
      if (event.type === 'challenged')
        return [{ status: 'code', run, challenge: event.challenge, problem: null }];
      if (event.type === 'refused') return refuse(event.problem, run, null);
      return [state];

    case 'code':
      if (event.type === 'verify')
        return [
          { status: 'verifying', run, challenge: state.challenge },
          { type: 'verify', run, challengeId: state.challenge.challengeId, code: event.code },
        ];
      if (event.type === 'back') return [{ status: 'signed-out', run, problem: null }];
      if (event.type === 'dismiss' && state.problem !== null) return [{ ...state, problem: null }];
      return [state];

    case 'verifying':
      if (event.type === 'session') return [{ status: 'signed-in', run, session: event.session }];
      if (event.type === 'challenged')
        return [{ status: 'code', run, challenge: event.challenge, problem: null }];
      if (event.type === 'refused') return refuse(event.problem, run, state.challenge);
      return [state];

    case 'waiting':
      if (event.type === 'waited') return form(null, run, state.challenge);
      if (event.type === 'forgot') return [{ status: 'resetting', run, problem: null }];
      if (event.type === 'back') return [{ status: 'signed-out', run, problem: null }];
      return [state];

    case 'locked':
      if (event.type === 'forgot') return [{ status: 'resetting', run, problem: null }];
      if (event.type === 'back') return [{ status: 'signed-out', run, problem: null }];
      return [state];

    case 'opening-link':
      if (event.type === 'session') return [{ status: 'signed-in', run, session: event.session }];
      if (event.type === 'refused')
        return event.problem.next === 'wait' || event.problem.next === 'try-again'
          ? [{ ...state, run, problem: event.problem }]
          : [{ status: 'signed-out', run, problem: ofLink(event.problem) }];
      if (event.type === 'dismiss' && state.problem !== null) return openLink(state.token, run);
      if (event.type === 'back') return [{ status: 'signed-out', run, problem: null }];
      return [state];

    case 'resetting':
      if (event.type === 'reset')
        return [
          { status: 'sending-reset', run, email: event.email },
          { type: 'reset', run, email: event.email },
        ];
      if (event.type === 'dismiss' && state.problem !== null) return [{ ...state, problem: null }];
      if (event.type === 'back') return [{ status: 'signed-out', run, problem: null }];
      return [state];

    case 'sending-reset':
      if (event.type === 'sent') return [{ status: 'reset-sent', run, email: state.email }];
      if (event.type === 'refused') return [{ status: 'resetting', run, problem: event.problem }];
      return [state];

    case 'reset-sent':
      return event.type === 'back' ? [{ status: 'signed-out', run, problem: null }] : [state];

    case 'new-password':
      if (event.type === 'set-password')
        return [
          { status: 'setting-password', run, token: state.token },
          { type: 'set-password', run, token: state.token, password: event.password },
        ];
      if (event.type === 'dismiss' && state.problem !== null) return [{ ...state, problem: null }];
      if (event.type === 'back') return [{ status: 'signed-out', run, problem: null }];
      return [state];

    case 'setting-password':
      if (event.type === 'sent') return [{ status: 'password-set', run }];
      if (event.type === 'refused') {
        const reason = ofLink(event.problem);
        return [
          reason.code === 'link-ended'
            ? { status: 'resetting', run, problem: reason }
            : { status: 'new-password', run, token: state.token, problem: reason },
        ];
      }
      return [state];

    case 'signed-in':
      if (event.type === 'sign-out')
        return [{ status: 'signed-out', run, problem: null }, { type: 'sign-out' }];
      if (event.type === 'expired') return [{ status: 'signed-out', run, problem: event.problem }];
      return [state];
  }
  throw misuse('signInStep: status', (state as SignInState).status, 'a status of this machine');
}

const openLink = (token: string, run: number): SignInStep => [
  { status: 'opening-link', run, token, problem: null },
  { type: 'open-link', run, token },
];

/** One that a mail program has cut short is no token at all; for the person it is a link that does not work. */
const ofLink = (reason: Problem): Problem =>
  reason.code === 'invalid-request' && reason.field === 'token' ? problem('link-ended') : reason;

/** Back to the form that was sent: the one for the code, or the first. */
const form = (problem: Problem | null, run: number, challenge: CodeChallenge | null): SignInStep => [
  challenge === null ? { status: 'signed-out', run, problem } : { status: 'code', run, challenge, problem },
];

function refuse(problem: Problem, run: number, challenge: CodeChallenge | null): SignInStep {
  if (problem.code === 'account-locked') return [{ status: 'locked', run, problem }];
  if (problem.code !== 'too-many-requests' || problem.retryAfterSeconds === undefined)
    return form(problem, run, challenge);
  return [
    { status: 'waiting', run, problem, challenge },
    { type: 'wait', run, ms: problem.retryAfterSeconds * 1000 },
  ];
}
