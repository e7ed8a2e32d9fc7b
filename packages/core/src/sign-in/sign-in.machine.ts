/**
 * Signing in: from a form to a session.
 *
 *     signed-out ──sign-in──▶ signing-in ──▶ code ──verify──▶ verifying ──▶ signed-in
 *         │  ▲                    └──────────────────────────────────────────▶ ▲
 *         └─ forgot ─▶ resetting ─reset─▶ sending-reset ──▶ reset-sent    adopt┘ (the host signed in)
 *
 * Pure, like the renewal machine. A password passes through in an event and a command and is never kept.
 */
import type { CodeChallenge, Problem, Session } from '../contract/index.ts';

export type SignInState = {
  /** Numbers every question to the outside. An answer to an older question means nothing. */
  readonly run: number;
} & (
  | { readonly status: 'signed-out'; readonly problem: Problem | null }
  | { readonly status: 'signing-in'; readonly email: string }
  | { readonly status: 'code'; readonly challenge: CodeChallenge; readonly problem: Problem | null }
  | { readonly status: 'verifying'; readonly challenge: CodeChallenge }
  | { readonly status: 'resetting'; readonly problem: Problem | null }
  | { readonly status: 'sending-reset'; readonly email: string }
  | { readonly status: 'reset-sent'; readonly email: string }
  | { readonly status: 'signed-in'; readonly session: Session }
);

export type SignInEvent =
  | { readonly type: 'sign-in'; readonly email: string; readonly password: string }
  | { readonly type: 'verify'; readonly code: string }
  | { readonly type: 'forgot' }
  | { readonly type: 'reset'; readonly email: string }
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
  | { readonly type: 'refused'; readonly run: number; readonly problem: Problem };

export type SignInCommand =
  | { readonly type: 'sign-in'; readonly run: number; readonly email: string; readonly password: string }
  | { readonly type: 'verify'; readonly run: number; readonly challengeId: string; readonly code: string }
  | { readonly type: 'reset'; readonly run: number; readonly email: string }
  | { readonly type: 'sign-out' };

export type SignInStep = readonly [state: SignInState, ...commands: SignInCommand[]];

export const firstSignIn: SignInState = { status: 'signed-out', run: 0, problem: null };

export function signInStep(state: SignInState, event: SignInEvent): SignInStep {
  const run = state.run + 1;
  if ('run' in event && event.run !== state.run) return [state];
  if (event.type === 'adopt') return [{ status: 'signed-in', run, session: event.session }];

  switch (state.status) {
    case 'signed-out':
      if (event.type === 'sign-in')
        return [
          { status: 'signing-in', run, email: event.email },
          { type: 'sign-in', run, email: event.email, password: event.password },
        ];
      if (event.type === 'forgot') return [{ status: 'resetting', run, problem: null }];
      if (event.type === 'dismiss' && state.problem !== null) return [{ ...state, problem: null }];
      return [state];

    case 'signing-in':
      if (event.type === 'session') return [{ status: 'signed-in', run, session: event.session }];
      if (event.type === 'challenged')
        return [{ status: 'code', run, challenge: event.challenge, problem: null }];
      if (event.type === 'refused') return [{ status: 'signed-out', run, problem: event.problem }];
      return [state];

    case 'code':
      if (event.type === 'verify')
        return [
          { status: 'verifying', run, challenge: state.challenge },
          { type: 'verify', run, challengeId: state.challenge.challengeId, code: event.code },
        ];
      if (event.type === 'back') return [{ status: 'signed-out', run, problem: null }];
      return [state];

    case 'verifying':
      if (event.type === 'session') return [{ status: 'signed-in', run, session: event.session }];
      if (event.type === 'challenged')
        return [{ status: 'code', run, challenge: event.challenge, problem: null }];
      if (event.type === 'refused')
        return [{ status: 'code', run, challenge: state.challenge, problem: event.problem }];
      return [state];

    case 'resetting':
      if (event.type === 'reset')
        return [
          { status: 'sending-reset', run, email: event.email },
          { type: 'reset', run, email: event.email },
        ];
      if (event.type === 'back') return [{ status: 'signed-out', run, problem: null }];
      return [state];

    case 'sending-reset':
      if (event.type === 'sent') return [{ status: 'reset-sent', run, email: state.email }];
      if (event.type === 'refused') return [{ status: 'resetting', run, problem: event.problem }];
      return [state];

    case 'reset-sent':
      return event.type === 'back' ? [{ status: 'signed-out', run, problem: null }] : [state];

    case 'signed-in':
      if (event.type === 'sign-out')
        return [{ status: 'signed-out', run, problem: null }, { type: 'sign-out' }];
      if (event.type === 'expired') return [{ status: 'signed-out', run, problem: event.problem }];
      return [state];
  }
}
