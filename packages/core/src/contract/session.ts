import * as v from 'valibot';
import { Instant } from './instant.ts';

const Email = v.pipe(v.string(), v.trim(), v.maxLength(254), v.email('must be an e-mail address'));

export const SignInRequest = v.strictObject({
  email: Email,
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
});
export type SignInRequest = v.InferOutput<typeof SignInRequest>;

/** A signed-in account. The token lives in memory only. */
export const Session = v.object({
  /** Sent as `Authorization: Bearer …`. */
  token: v.pipe(v.string(), v.minLength(16)),
  expiresAt: Instant,
  account: v.object({
    /** Masked, e.g. `m•••@example.com`. */
    emailMasked: v.string(),
    name: v.nullable(v.string()),
  }),
});
export type Session = v.InferOutput<typeof Session>;

/** The password was right and one more proof is asked for: a one-time code sent to the account. */
export const CodeChallenge = v.object({
  challengeId: v.string(),
  /** Masked address the code went to. */
  sentTo: v.string(),
  digits: v.pipe(v.number(), v.integer(), v.minValue(6), v.maxValue(10)),
  expiresAt: Instant,
});
export type CodeChallenge = v.InferOutput<typeof CodeChallenge>;

export const SignInAnswer = v.variant('kind', [
  v.object({ kind: v.literal('session'), session: Session }),
  v.object({ kind: v.literal('code'), challenge: CodeChallenge }),
]);
export type SignInAnswer = v.InferOutput<typeof SignInAnswer>;

export const CodeRequest = v.strictObject({
  challengeId: v.string(),
  code: v.pipe(v.string(), v.regex(/^\d{6,10}$/, 'must be digits')),
});
export type CodeRequest = v.InferOutput<typeof CodeRequest>;

/** The answer is the same whether or not the account exists. */
export const ResetRequest = v.strictObject({ email: Email });
export type ResetRequest = v.InferOutput<typeof ResetRequest>;
