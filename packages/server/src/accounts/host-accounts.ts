import { trouble } from '@leb-renew/core/contract';
import type { Database } from '../store/database.ts';
import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';
import { customerOf, languageKept, noteCustomer } from './customers.ts';

/** Tells whose request this is: by a cookie, a header, whatever the seller's own sign-in uses. It has no body. */
export type Authenticate = (request: Request) => Account | null | Promise<Account | null>;

/** Accounts that the seller keeps and signs in: there is no password here, so nothing to guess or to reset. */
export function hostAccounts(authenticate: Authenticate, database: Database): Accounts {
  const elsewhere = () => Promise.resolve(trouble('not-found', { detail: 'The seller signs customers in.' }));
  return {
    signIn: elsewhere,
    verifyCode: elsewhere,
    requestReset: elsewhere,
    setPassword: elsewhere,
    async byRequest({ url, method, headers }) {
      const account = await authenticate(new Request(url, { method, headers }));
      if (account !== null && !isAccount(account))
        throw new TypeError('authenticate must return null, or an account with accountId, email and name');
      return account;
    },
    // The seller's session lasts as long as the seller has it last.
    refresh: () => Promise.resolve(trouble('not-signed-in')),
    signOut: () => Promise.resolve(),
    meet: ({ accountId, email, name }, language) =>
      noteCustomer(database, { account_id: accountId, language, email, name }),
    async byId(accountId) {
      const row = await customerOf(database, accountId);
      if (row === null || row.email === null) return null;
      return { email: row.email, name: row.name ?? '', language: languageKept(row) };
    },
    exists: () => Promise.resolve(true),
    create: () => Promise.reject(new TypeError('createAccount: accounts are kept by `authenticate`')),
    resetToken: () => Promise.resolve(null),
    code: () => Promise.resolve(null),
  };
}

const isAccount = ({ accountId, email, name }: Account): boolean =>
  [accountId, email, name].every((text: unknown) => typeof text === 'string') && accountId !== '';
