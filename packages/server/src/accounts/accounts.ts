import type {
  Answer,
  CodeRequest,
  PasswordRequest,
  ResetRequest,
  SignInAnswer,
  SignInRequest,
} from '@leb-renew/core/contract';
import type { Language } from '../mail/port.ts';
import type { Customers } from '../renewals/context.ts';

export interface Account {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
}

export interface NewAccount {
  readonly email: string;
  /** 8 to 256 characters, any. */
  readonly password: string;
  readonly name: string;
  /** Whether signing in takes a code from a mail beside the password. @default false */
  readonly oneTimeCode?: boolean;
}

/** Accounts as the server needs them: kept by us, or by the seller. */
export interface Accounts extends Customers {
  /** The same answer, after the same work, for an unknown account and a wrong password. */
  signIn(request: SignInRequest, language: Language): Promise<Answer<SignInAnswer>>;
  verifyCode(request: CodeRequest): Promise<Answer<SignInAnswer>>;
  /** The same answer, after the same work, whether or not there is such an account: what follows is a job's. */
  requestReset(request: ResetRequest, language: Language): Promise<Answer<null>>;
  setPassword(request: PasswordRequest): Promise<Answer<null>>;
  /** Whose session a request carries; null when there is none or it has ended. */
  byRequest(request: Request): Promise<Account | null>;
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
