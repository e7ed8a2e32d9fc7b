import { fine, trouble, type Answer, type SignInAnswer, type SignInRequest } from '@leb-renew/core/contract';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { bearer } from 'better-auth/plugins/bearer';
import type { Store } from '../store/database.ts';
import { instantOf } from '../store/instant.ts';
import { maskEmail } from './mask-email.ts';

/** Seconds that a session lives. Its token is kept in the page's memory only, so it ends with the page anyway. */
const sessionLifetime = 2 * 3600;

export interface Account {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
}

export interface Accounts {
  /** The same answer for an unknown account and a wrong password. */
  signIn(request: SignInRequest): Promise<Answer<SignInAnswer>>;
  /** The account whose session this token opens; null when there is none or it has ended. */
  bySession(token: string): Promise<Account | null>;
  signOut(token: string): Promise<void>;
  byId(accountId: string): Promise<Account | null>;
  create(account: { email: string; password: string; name: string }): Promise<Account>;
}

export interface AccountsOptions {
  readonly store: Store;
  /** Signs what better-auth signs; not the seller's secret itself. */
  readonly key: string;
  readonly publicUrl: string;
}

/** Accounts with a password, kept by better-auth; only its functions are used, none of its routes is open. */
export function createAccounts({ store, key, publicUrl }: AccountsOptions): Accounts {
  const auth = betterAuth({
    database: { db: store.accounts, type: 'postgres' },
    secret: key,
    baseURL: publicUrl,
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: 8, maxPasswordLength: 256 },
    session: { expiresIn: sessionLifetime, disableSessionRefresh: true },
    plugins: [bearer()],
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  const bearing = (token: string) => ({ headers: new Headers({ authorization: `Bearer ${token}` }) });

  return {
    async signIn({ email, password }) {
      try {
        const { token, user } = await auth.api.signInEmail({ body: { email: email.trim(), password } });
        const expiresAt = instantOf(Date.now() + sessionLifetime * 1000);
        const account = { emailMasked: maskEmail(user.email), name: user.name };
        return fine({ kind: 'session', session: { token, expiresAt, account } });
      } catch (error) {
        if (error instanceof APIError && error.statusCode === 401) return trouble('wrong-credentials');
        throw error;
      }
    },
    async bySession(token) {
      const found = await auth.api.getSession(bearing(token));
      return found === null ? null : accountOf(found.user);
    },
    async signOut(token) {
      await auth.api.signOut(bearing(token));
    },
    async byId(accountId) {
      const { internalAdapter } = await auth.$context;
      const user = await internalAdapter.findUserById(accountId);
      return user === null ? null : accountOf(user);
    },
    async create({ email, password, name }) {
      const { user } = await auth.api.signUpEmail({ body: { email, password, name } });
      return accountOf(user);
    },
  };
}

const accountOf = ({ id, email, name }: { id: string; email: string; name: string }): Account => ({
  accountId: id,
  email,
  name,
});
