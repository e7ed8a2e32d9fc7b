import {
  fine,
  trouble,
  type Answer,
  type bodies,
  type calls,
  type CallName,
  type Of,
  type Schema,
} from '@leb-renew/core/contract';
import type { Account, Accounts } from '../accounts/accounts.ts';
import { cardView } from '../cards/card-view.ts';
import { cardOf, cardsOf } from '../cards/find-cards.ts';
import { plansFor } from '../cards/plans.ts';
import { begin } from '../renewals/begin.ts';
import { cancel } from '../renewals/cancel.ts';
import { nowOf, type Context } from '../renewals/context.ts';
import { quote } from '../renewals/quote.ts';
import { receiptOf } from '../renewals/receipt.ts';
import { refresh } from '../renewals/refresh.ts';
import { renewalView } from '../renewals/view.ts';
import type { Caller } from './access.ts';

/** What a schema of the table lets through; null where it has none. */
type Passed<S> = S extends Schema ? Of<S> : null;
type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never;

/** A call as its handler gets it: let in, and checked against the contract. */
export interface Asked<Name extends CallName> {
  readonly body: Name extends keyof typeof bodies ? Of<(typeof bodies)[Name]> : null;
  readonly path: Readonly<Record<ParameterOf<(typeof calls)[Name]['path']>, string>>;
  readonly query: URLSearchParams;
  readonly caller: Caller;
}

export type Handlers = {
  readonly [Name in CallName]: (
    asked: Asked<Name>,
  ) => Promise<Answer<Passed<(typeof calls)[Name]['answer']>>>;
};

/** One function per call of the contract. */
export function createHandlers(context: Context, accounts: Accounts): Handlers {
  const { database } = context;
  return {
    signIn: ({ body }) => accounts.signIn(body),
    // No challenge is ever issued yet, so no code is right.
    verifyCode: () => Promise.resolve(trouble('wrong-code')),
    // No mail for it exists yet, and nobody is told that one is on its way. The same for every address.
    requestReset: () => Promise.resolve(trouble('unavailable')),
    // No link is ever sent yet, so none is good.
    openLink: () => Promise.resolve(trouble('link-ended')),
    async signOut({ caller }) {
      if (caller.sessionToken !== null) await accounts.signOut(caller.sessionToken);
      return fine(null);
    },
    async cards({ caller }) {
      const records = await cardsOf(database, accountOf(caller).accountId);
      return fine({ cards: records.map(cardView) });
    },
    async plans({ caller, path, query }) {
      const record = await cardOf(database, accountOf(caller).accountId, path.cardRef);
      return record === null
        ? trouble('unknown-card')
        : plansFor(database, record, query.get('currency'), nowOf(context));
    },
    quote: ({ caller, body }) => quote(context, accountOf(caller).accountId, body),
    begin: ({ caller, body }) => begin(context, accountOf(caller).accountId, body.quoteId),
    async renewal({ path, query }) {
      if (query.get('refresh') === '1') await refresh(context, path.renewalId);
      return renewalView(context, path.renewalId);
    },
    cancel: ({ path }) => cancel(context, path.renewalId),
    receipt: ({ path }) => receiptOf(context, path.renewalId),
  };
}

function accountOf({ account }: Caller): Account {
  if (account === null) throw new TypeError('A call that needs a session was let in without one.');
  return account;
}
