import type { SignInEvent } from '@leb-renew/core';
import type { SignIn } from '../sign-in/sign-in.ts';
import type {
  CodeSubmitEvent,
  PasswordSubmitEvent,
  ResetSubmitEvent,
  SignInSubmitEvent,
} from '../../events.ts';

/** The sign-in form, to be put into the light DOM. Its wishes become events of the machine. */
export function signInPart(send: (event: SignInEvent) => void): SignIn {
  const part = document.createElement('leb-sign-in');
  part.slot = 'sign-in';
  part.reset = true;
  part.addEventListener('leb-sign-in-submit', ({ email, password }: SignInSubmitEvent) => {
    send({ type: 'sign-in', email, password });
  });
  part.addEventListener('leb-code-submit', ({ code }: CodeSubmitEvent) => {
    send({ type: 'verify', code });
  });
  part.addEventListener('leb-reset-submit', ({ email }: ResetSubmitEvent) => {
    send({ type: 'reset', email });
  });
  part.addEventListener('leb-password-submit', ({ password }: PasswordSubmitEvent) => {
    send({ type: 'set-password', password });
  });
  part.addEventListener('leb-sign-in-forgot', () => {
    send({ type: 'forgot' });
  });
  part.addEventListener('leb-retry', () => {
    send({ type: 'dismiss' });
  });
  part.addEventListener('leb-back', () => {
    send({ type: 'back' });
  });
  return part;
}
