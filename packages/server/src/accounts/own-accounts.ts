import { fine, trouble, type Answer } from '@leb-renew/core/contract';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Jobs } from '../jobs.ts';
import { keyFor } from '../keys.ts';
import type { Store } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import type { Account } from './account.ts';
import type { Accounts, Entered } from './accounts.ts';
import { bearerOf } from './bearer.ts';
import { customerOf, languageKept, noteCustomer } from './customers.ts';
import { maskEmail } from './mask-email.ts';
import { queuePasswordNotices } from './password-notices.ts';
import { createSessions, sessionLifetime } from './sessions.ts';
import type { Throttle } from './throttle.ts';

/** Seconds that a link in a reset mail lives. */
const resetLifetime = 3600;
/** Seconds that a challenge lives, and every code that is sent for it (ASVS 5.0 §6.5.5). */
const codeLifetime = 600;
const codeDigits = 6;
/** Wrong codes after which a challenge has ended (ASVS 5.0 §6.5.1, §6.6.3). */
const codeTries = 5;

export interface OwnAccountsOptions {
  readonly store: Store;
  /** Signs what better-auth signs; not the seller's secret itself. */
  readonly key: string;
  readonly publicUrl: string;
  /** Where a reset mail leads; without it none can be sent. */
  readonly pageUrl: string | null;
  readonly throttle: Throttle;
  readonly jobs: Pick<Jobs, 'enqueue' | 'wake'>;
  /** Epoch ms. */
  readonly now: () => number;
}

interface User {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** What better-auth gave to a callback while it was called. */
interface Handed {
  user?: User;
  token?: string;
  code?: string;
}

/** Accounts with a password, kept by better-auth; only its functions are used, none of its routes is open. */
export function ownAccounts({
  store,
  key,
  publicUrl,
  pageUrl,
  throttle,
  jobs,
  now,
}: OwnAccountsOptions): Accounts {
  const sessions = createSessions(store, keyFor(key, 'sessions'), now);
  const handed = new AsyncLocalStorage<Handed>();
  const hand = (what: Handed): Promise<void> =>
    Promise.resolve(void Object.assign(handed.getStore() ?? {}, what));
  /** What the callbacks got: better-auth would send from there and forget what could not be sent; a job does not. */
  const handedBy = async (call: () => Promise<unknown>): Promise<Handed> => {
    const box: Handed = {};
    await handed.run(box, call);
    return box;
  };
  const auth = betterAuth({
    database: { db: store.accounts, type: 'postgres', transaction: true },
    secret: key,
    baseURL: publicUrl,
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: 8,
      // The contract's 256 characters, each of which may count twice here.
      maxPasswordLength: 512,
      resetPasswordTokenExpiresIn: resetLifetime,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: hand,
      onPasswordReset: hand,
    },
    verification: { storeIdentifier: 'hashed' },
    session: { expiresIn: sessionLifetime, disableSessionRefresh: true },
    plugins: [
      twoFactor({
        twoFactorCookieMaxAge: codeLifetime,
        totpOptions: { disable: true },
        otpOptions: {
          digits: codeDigits,
          period: codeLifetime / 60,
          allowedAttempts: codeTries,
          storeOTP: 'encrypted',
          sendOTP: ({ user, otp }) => hand({ user, code: otp }),
        },
      }),
    ],
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  const challengeCookie = async () => (await auth.$context).createAuthCookie('two_factor').name;
  /** A challenge is better-auth's cookie for a sign-in that waits for its code: signed, and bound to that request. */
  const challenged = async (challengeId: string) => ({
    headers: new Headers({ cookie: `${await challengeCookie()}=${challengeId}` }),
  });

  return {
    async signIn(request, language) {
      const email = normal(request.email);
      const heard = await throttle.take('sign-in', email);
      if (!heard.ok) return heard;
      const signedIn = await unlessRefused(
        auth.api.signInEmail({ body: { email, password: request.password }, returnHeaders: true }),
      );
      if (signedIn === null) return trouble('wrong-credentials');
      const { response, headers } = signedIn;
      if ('token' in response) return open(response);
      const challengeId = cookieNamed(await challengeCookie(), headers);
      await jobs.enqueue('send-letter', { about: 'code', challengeId, language });
      jobs.wake('send-letter');
      const expiresAt = instantOf(Date.now() + codeLifetime * 1000);
      const challenge = { challengeId, sentTo: maskEmail(email), digits: codeDigits, expiresAt };
      return fine({ kind: 'code', challenge });
    },
    async verifyCode({ challengeId, code }) {
      if (!isCookieValue(challengeId)) return trouble('wrong-code');
      const verified = await unlessRefused(
        auth.api.verifyTwoFactorOTP({ body: { code }, ...(await challenged(challengeId)) }),
      );
      return verified === null ? trouble('wrong-code') : open(verified);
    },
    async requestReset(request, language) {
      if (pageUrl === null) return trouble('unavailable');
      const email = normal(request.email);
      const heard = await throttle.take('reset', email);
      if (!heard.ok) return heard;
      // No account has an address that better-auth would not take.
      if (!isPlain(email)) return fine(null);
      await jobs.enqueue('send-letter', { about: 'reset', email, language });
      jobs.wake('send-letter');
      return fine(null);
    },
    async setPassword({ token, password }) {
      if (!isPlain(token)) return trouble('link-ended');
      const { user } = await handedBy(() =>
        unlessRefused(auth.api.resetPassword({ body: { token, newPassword: password } })),
      );
      if (user === undefined) return trouble('link-ended');
      // Whoever knew the old password may be half way through a sign-in, or hold another link.
      await store.pool.query('delete from leb_renew_accounts.verification where value = $1', [user.id]);
      await throttle.forgive('sign-in', user.email);
      await queuePasswordNotices(store.database, jobs);
      return fine(null);
    },
    byRequest: (request, options) => sessions.owner(bearerOf(request), options),
    async refresh(cookie, request) {
      const opened = await sessions.refresh(cookie, bearerOf(request));
      return opened === null ? trouble('not-signed-in') : fine(opened);
    },
    signOut: (request) => sessions.end(bearerOf(request)),
    meet: ({ accountId }, language) =>
      noteCustomer(store.database, { account_id: accountId, language, email: null, name: null }),
    async byId(accountId) {
      const { internalAdapter } = await auth.$context;
      const user = await internalAdapter.findUserById(accountId);
      if (user === null) return null;
      const { email, name } = user;
      return { email, name, language: languageKept(await customerOf(store.database, accountId)) };
    },
    async exists(accountId) {
      const { internalAdapter } = await auth.$context;
      return (await internalAdapter.findUserById(accountId)) !== null;
    },
    async create({ email, password, name, oneTimeCode = false }) {
      const { user } = await auth.api.signUpEmail({ body: { email, password, name } });
      if (oneTimeCode) {
        const { internalAdapter } = await auth.$context;
        await internalAdapter.updateUser(user.id, { twoFactorEnabled: true });
      }
      return accountOf(user);
    },
    async resetToken(email) {
      const { user, token } = await handedBy(() =>
        unlessRefused(auth.api.requestPasswordReset({ body: { email } })),
      );
      return user === undefined || token === undefined ? null : { account: accountOf(user), token };
    },
    async code(challengeId) {
      const headers = await challenged(challengeId);
      const { user, code } = await handedBy(() => unlessRefused(auth.api.sendTwoFactorOTP(headers)));
      return user === undefined || code === undefined ? null : { account: accountOf(user), code };
    },
  };

  async function open({ token, user }: { token: string; user: User }): Promise<Answer<Entered>> {
    await throttle.forgive('sign-in', user.email);
    return fine({ kind: 'session', opened: await sessions.open(token) });
  }
}

/** Null for what better-auth refuses; anything else that goes wrong is thrown. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null;
    throw error;
  }
}

/** As better-auth keeps it. */
const normal = (email: string): string => email.trim().toLowerCase();

const accountOf = ({ id, email, name }: User): Account => ({ accountId: id, email, name });

/** Printable ASCII, which a database takes in every column. */
const isPlain = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/** Nothing that could end the cookie and begin another. */
const isCookieValue = (text: string): boolean => /^[\w.%~-]{1,400}$/.test(text);

function cookieNamed(name: string, headers: Headers): string {
  const cookie = headers.getSetCookie().find((each) => each.startsWith(`${name}=`));
  if (cookie === undefined) throw new TypeError('better-auth asked for a code and named no challenge.');
  return cookie.slice(name.length + 1).split(';')[0] ?? '';
}
