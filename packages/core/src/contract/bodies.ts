import type { Schema } from '../schema/index.ts';
import type { CallName } from './calls.ts';
import { QuoteRequest } from './quote.ts';
import { BeginRequest } from './renewal.ts';
import { CodeRequest, LinkRequest, PasswordRequest, ResetRequest, SignInRequest } from './session.ts';

/** What a call may carry, checked by the server; the calls that are not here carry nothing. */
export const bodies = {
  signIn: SignInRequest,
  verifyCode: CodeRequest,
  requestReset: ResetRequest,
  setPassword: PasswordRequest,
  openLink: LinkRequest,
  quote: QuoteRequest,
  begin: BeginRequest,
} as const satisfies { readonly [Name in CallName]?: Schema };
