import { calls, fine, trouble, type Answer, type CallName } from '@leb-renew/core/contract';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { bearerOf } from '../accounts/bearer.ts';
import { looksLikeLinkSession, type Links } from '../accounts/links.ts';
import { networkOf } from '../accounts/network.ts';
import type { Throttle } from '../accounts/throttle.ts';
import { cardByRef } from '../cards/find-cards.ts';
import { languageOf } from '../mail/language.ts';
import type { Language } from '../mail/port.ts';
import type { Context } from '../renewals/context.ts';
import { looksLikeRenewalToken } from '../renewals/token.ts';
import type { SessionCookies } from './session-cookie.ts';

/** What decides who may come in. */
export interface Door {
  readonly accounts: Accounts;
  readonly links: Links;
  readonly throttle: Throttle;
  readonly cookies: SessionCookies;
  /** The network address that a request comes from; null when it is not known. */
  readonly clientAddress: (request: Request) => string | null;
}

/** Who is asking: nobody in particular, an account, or whoever holds a renewal's token or a link to one card. */
export interface Caller {
  /** Whose cards may be seen; null where none may. */
  readonly accountId: string | null;
  /** The account itself, where it signed in. */
  readonly account: Account | null;
  /** The one of these cards that a link opened; null for all of them. */
  readonly onlyCard: string | null;
  readonly language: Language;
  readonly request: Request;
  /** Has a page keep this in the cookie of its session; null to forget it. Other callers keep nothing. */
  keep(value: string | null): void;
}

/** What a request says at the door. */
export interface Knock {
  readonly call: CallName;
  readonly request: Request;
  readonly renewalId: string | undefined;
  readonly keep: Caller['keep'];
}

/** Calls that cost something: a hash, a mail, a row. */
const costly: ReadonlySet<CallName> = new Set([
  'signIn',
  'verifyCode',
  'requestReset',
  'setPassword',
  'openLink',
  'quote',
  'begin',
]);

/** Lets in who may call, and tells the others the same whether or not there is something behind the door. */
export async function admit(
  context: Context,
  door: Door,
  { call, request, renewalId, keep }: Knock,
): Promise<Answer<Caller>> {
  const address = costly.has(call) ? door.clientAddress(request) : null;
  if (address !== null) {
    const heard = await door.throttle.take('address', networkOf(address));
    if (!heard.ok) return heard;
  }
  const { access } = calls[call];
  const language = languageOf(request.headers.get('accept-language'));
  const stranger = { accountId: null, account: null, onlyCard: null, language, request, keep };
  if (access === 'anyone') return fine(stranger);
  const token = bearerOf(request);
  if (looksLikeRenewalToken(token)) {
    if (access !== 'renewal') return trouble('not-signed-in');
    return renewalId !== undefined && context.tokens.fits(renewalId, token)
      ? fine(stranger)
      : trouble('unknown-renewal');
  }
  if (looksLikeLinkSession(token)) {
    const scope = door.links.readSession(token);
    const record = scope === null ? null : await cardByRef(context.database, scope.cardRef);
    if (record === null) return trouble('not-signed-in');
    // A renewal begun from a link is followed with its own token. What the owner began is not the holder's.
    if (access === 'renewal') return trouble('unknown-renewal');
    const { account_id: accountId, card_ref: onlyCard } = record.card;
    return fine({ ...stranger, accountId, onlyCard });
  }
  // Who signs out ends the session also where its token has ended before it.
  const account = await door.accounts.byRequest(request, { late: call === 'signOut' });
  if (account === null) return trouble('not-signed-in');
  if (access === 'renewal' && !(await owns(context, account, renewalId))) return trouble('unknown-renewal');
  return fine({ ...stranger, accountId: account.accountId, account });
}

async function owns({ database }: Context, { accountId }: Account, renewalId = ''): Promise<boolean> {
  const row = await database
    .selectFrom('renewals')
    .select('renewal_id')
    .where('renewal_id', '=', renewalId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row !== undefined;
}
