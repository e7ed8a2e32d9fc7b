import type { CodeChallenge, Problem, SignInState } from '@leb-renew/core';

/** What a person sees of a state: one of the forms, or a message with a way on. */
export interface View {
  readonly form:
    'password' | 'code' | 'reset' | 'reset-sent' | 'new-password' | 'locked' | 'link' | 'signed-in';
  /** An answer is on its way. */
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly challenge: CodeChallenge | null;
}

export const forms: { readonly [status in SignInState['status']]: View['form'] } = {
  'signed-out': 'password',
  'signing-in': 'password',
  'password-set': 'password',
  waiting: 'password',
  code: 'code',
  verifying: 'code',
  locked: 'locked',
  'opening-link': 'link',
  resetting: 'reset',
  'sending-reset': 'reset',
  'reset-sent': 'reset-sent',
  'new-password': 'new-password',
  'setting-password': 'new-password',
  'signed-in': 'signed-in',
};

const busy: ReadonlySet<SignInState['status']> = new Set([
  'signing-in',
  'verifying',
  'sending-reset',
  'setting-password',
]);

export function viewOf(state: SignInState): View {
  const challenge = 'challenge' in state ? state.challenge : null;
  return {
    form: challenge === null ? forms[state.status] : 'code',
    busy: busy.has(state.status),
    problem: 'problem' in state ? state.problem : null,
    challenge,
  };
}
