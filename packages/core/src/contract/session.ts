import {
  exactly,
  integer,
  nullable,
  object,
  oneOf,
  optional,
  string,
  variants,
  type Of,
} from '../schema/index.ts';
import { Instant } from './instant.ts';
import { Id } from './text.ts';

/** Spaces around it are no part of it. */
const Email = string({ maxLength: 254, pattern: '^\\s*[^\\s@]+@[^\\s@]+[.][^\\s@]+\\s*$' });

export const SignInRequest = exactly({
  email: Email,
  password: string({ minLength: 1, maxLength: 256 }),
});
export type SignInRequest = Of<typeof SignInRequest>;

/** A signed-in account. The token lives in memory only. */
export const Session = object({
  /** Sent as `Authorization: Bearer …`. */
  token: string({ minLength: 16 }),
  expiresAt: Instant,
  account: object({
    /** Masked, e.g. `m•••@example.com`. */
    emailMasked: string(),
    name: nullable(string()),
  }),
  /** From a renewal link: the one card that may be seen and renewed. Left out where the whole account is open. */
  onlyCard: optional(Id),
});
export type Session = Of<typeof Session>;

/** The password was right and one more proof is asked for: a one-time code sent to the account. */
export const CodeChallenge = object({
  challengeId: string(),
  /** Masked address the code went to. */
  sentTo: string(),
  digits: integer(6, 10),
  expiresAt: Instant,
});
export type CodeChallenge = Of<typeof CodeChallenge>;

export const SignInAnswer = variants(
  object({ kind: oneOf('session'), session: Session }),
  object({ kind: oneOf('code'), challenge: CodeChallenge }),
);
export type SignInAnswer = Of<typeof SignInAnswer>;

export const CodeRequest = exactly({ challengeId: string(), code: string({ pattern: '^\\d{6,10}$' }) });
export type CodeRequest = Of<typeof CodeRequest>;

/** The answer is the same whether or not the account exists. */
export const ResetRequest = exactly({ email: Email });
export type ResetRequest = Of<typeof ResetRequest>;

/** What the link in a reset mail carries, and the new password. Any characters will do; nobody is signed in by it. */
export const PasswordRequest = exactly({
  token: string({ minLength: 16, maxLength: 2048 }),
  password: string({ minLength: 8, maxLength: 256 }),
});
export type PasswordRequest = Of<typeof PasswordRequest>;

/** What a renewal link in a mail carries, behind the `#` of its address. Opens one card to see and to renew. */
export const LinkRequest = exactly({ token: string({ minLength: 16, maxLength: 2048 }) });
export type LinkRequest = Of<typeof LinkRequest>;
