import type { SignInState } from '@leb-renew/core';
import { checkProblem } from '../check-problem.ts';
import { count, instant, looksAt, oneOf, text, thing } from '../given.ts';
import { forms } from './view.ts';

/**
 * Where signing in is, once what a form shows of it has been looked at.
 *
 * @throws Misuse naming the first member that cannot be shown
 */
export function checkState(state: SignInState): SignInState {
  const must = looksAt('state', state);
  must('', thing);
  must('status', oneOf(...Object.keys(forms)));
  if ('problem' in state && state.problem !== null) checkProblem('state.problem', state.problem);
  if (state.status === 'code' || ('challenge' in state && state.challenge !== null)) {
    must('challenge.sentTo', text);
    must('challenge.digits', count);
    must('challenge.expiresAt', instant);
  }
  if (state.status === 'reset-sent') must('email', text);
  if (state.status === 'signed-in') must('session.account.emailMasked', text);
  return state;
}
