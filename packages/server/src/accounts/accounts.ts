import type {
  Answer,
  CodeChallenge,
  CodeRequest,
  PasswordRequest,
  ResetRequest,
  SignInRequest,
} from '@leb-renew/core/contract';
import type { Language } from '../mail/port.ts';
import type { Customers } from '../renewals/context.ts';
import type { Account } from './account.ts';
import type { Opened } from './sessions.ts';

export interface NewAccount {
  readonly email: string;
  /** 8 to 256 characters, any. */
  readonly password: string;
  readonly name: string;
  /** Whether signing in takes a code from a mail beside the password. @default false */
  readonly oneTimeCode?: boolean;
}

/** What a sign-in leads to. */
export type Entered =
  | { readonly kind: 'session'; readonly opened: Opened }
  | { readonly kind: 'code'; readonly challenge: CodeChallenge };

/** Accounts as the server needs them: kept by us, or by the seller. */
export interface Accounts extends Customers {
  /** The same answer, after the same work, for an unknown account and a wrong password. */
  signIn(request: SignInRequest, language: Language): Promise<Answer<Entered>>;
  verifyCode(request: CodeRequest): Promise<Answer<Entered>>;
  /** The same answer, after the same work, whether or not there is such an account: what follows is a job's. */
  requestReset(request: ResetRequest, language: Language): Promise<Answer<null>>;
  setPassword(request: PasswordRequest): Promise<Answer<null>>;
  /** Whose session a request carries; null when there is none or it has ended. With `late`, its token may have. */
  byRequest(request: Request, options?: { readonly late?: boolean }): Promise<Account | null>;
  /** Goes on with a session, by what its cookie holds and, where the request carries one, by its own token. */
  refresh(cookie: string, request: Request): Promise<Answer<Opened>>;
  signOut(request: Request): Promise<void>;
  /** Notes what mails to this account have to know. */
  meet(account: Account, language: Language): Promise<void>;
  /** Whether a card can belong to it. The seller's own accounts are believed. */
  exists(accountId: string): Promise<boolean>;
  /** @throws when accounts are the seller's own */
  create(account: NewAccount): Promise<Account>;
  /** A new token that lets this account set a password; null when there is no such account. */
  resetToken(email: string): Promise<{ readonly account: Account; readonly token: string } | null>;
  /** A new code that answers a challenge; null when the challenge has ended. */
  code(challengeId: string): Promise<{ readonly account: Account; readonly code: string } | null>;
}
