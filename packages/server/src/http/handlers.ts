import {
  fine,
  trouble,
  type Answer,
  type bodies,
  type calls,
  type CallName,
  type Of,
  type Schema,
  type SignInAnswer,
} from '@leb-renew/core/contract';
import type { Entered } from '../accounts/accounts.ts';
import { cardView } from '../cards/card-view.ts';
import { cardOf, cardsOf } from '../cards/find-cards.ts';
import { plansFor } from '../cards/plans.ts';
import { createSoldPlans } from '../cards/sold-plans.ts';
import { begin } from '../renewals/begin.ts';
import { cancel } from '../renewals/cancel.ts';
import { nowOf, type Context } from '../renewals/context.ts';
import { quote } from '../renewals/quote.ts';
import { receiptOf, receiptsOf } from '../renewals/receipt.ts';
import { refresh } from '../renewals/refresh.ts';
import { renewalView } from '../renewals/view.ts';
import type { Caller, Door } from './access.ts';
import { openLink } from './open-link.ts';

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
export function createHandlers(context: Context, { accounts, links, throttle, cookies }: Door): Handlers {
  const { database } = context;
  const soldPlans = createSoldPlans(context);
  const meet = async ({ account, language }: Caller) => {
    if (account !== null) await accounts.meet(account, language);
  };
  const enter = (caller: Caller, entered: Answer<Entered>): Answer<SignInAnswer> => {
    if (!entered.ok) return entered;
    if (entered.value.kind === 'code') return fine(entered.value);
    const { session, refresh } = entered.value.opened;
    caller.keep(refresh);
    return fine({ kind: 'session', session });
  };
  return {
    signIn: async ({ body, caller }) => enter(caller, await accounts.signIn(body, caller.language)),
    verifyCode: async ({ body, caller }) => enter(caller, await accounts.verifyCode(body)),
    requestReset: ({ body, caller }) => accounts.requestReset(body, caller.language),
    setPassword: ({ body }) => accounts.setPassword(body),
    openLink: ({ body }) => openLink(context, links, body.token),
    async refreshSession({ caller }) {
      const cookie = cookies.of(caller.request);
      const opened = cookie === null ? null : await accounts.refresh(cookie, caller.request);
      if (opened === null || !opened.ok) return trouble('not-signed-in');
      caller.keep(opened.value.refresh);
      return fine(opened.value.session);
    },
    async signOut({ caller }) {
      // The session of a link is not kept, so there is nothing to end.
      if (caller.account === null) return fine(null);
      await accounts.signOut(caller.request);
      caller.keep(null);
      return fine(null);
    },
    async cards({ caller }) {
      await meet(caller);
      const records = await cardsOf(database, accountIdOf(caller));
      return fine({ cards: records.map(cardView).filter(({ cardRef }) => sees(caller, cardRef)) });
    },
    async plans({ caller, path, query }) {
      const { cardRef } = path;
      const record = sees(caller, cardRef) ? await cardOf(database, accountIdOf(caller), cardRef) : null;
      return record === null
        ? trouble('unknown-card')
        : plansFor(database, record, query.get('currency'), nowOf(context), soldPlans);
    },
    async receipts({ caller, path: { cardRef } }) {
      const accountId = accountIdOf(caller);
      // A link shows no receipts, of its own card neither.
      const card = caller.onlyCard === null ? await cardOf(database, accountId, cardRef) : null;
      return card === null
        ? trouble('unknown-card')
        : fine({ receipts: await receiptsOf(context, accountId, cardRef) });
    },
    async quote({ caller, body }) {
      if (!sees(caller, body.cardRef)) return trouble('unknown-card', { field: 'cardRef' });
      const accountId = accountIdOf(caller);
      const heard = await throttle.take('quote', `${accountId}:${body.cardRef}`);
      return heard.ok ? quote(context, accountId, body) : heard;
    },
    async begin({ caller, body }) {
      const { quoteId, consent = null } = body;
      if (caller.onlyCard !== null && !(await isQuoteFor(context, quoteId, caller.onlyCard)))
        return trouble('unknown-quote', { field: 'quoteId' });
      await meet(caller);
      const byLink = caller.onlyCard !== null;
      return begin(context, { accountId: accountIdOf(caller), quoteId, consent, byLink });
    },
    renewal: ({ path: { renewalId }, query }) =>
      query.get('refresh') === '1' ? refresh(context, renewalId) : renewalView(context, renewalId),
    cancel: ({ path }) => cancel(context, path.renewalId),
    receipt: ({ path, caller }) => receiptOf(context, path.renewalId, caller.account !== null),
  };
}

function accountIdOf({ accountId }: Caller): string {
  if (accountId === null) throw new TypeError('A call that needs a session was let in without one.');
  return accountId;
}

/** Whether this card of the account is within what the caller may see. */
const sees = ({ onlyCard }: Caller, cardRef: string): boolean => onlyCard === null || onlyCard === cardRef;

async function isQuoteFor({ database }: Context, quoteId: string, cardRef: string): Promise<boolean> {
  const row = await database
    .selectFrom('quotes')
    .select('quote_id')
    .where('quote_id', '=', quoteId)
    .where('card_ref', '=', cardRef)
    .executeTakeFirst();
  return row !== undefined;
}
