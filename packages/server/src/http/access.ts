import { fine, trouble, type Access, type Answer } from '@leb-renew/core/contract';
import type { Account, Accounts } from '../accounts/accounts.ts';
import type { Context } from '../renewals/context.ts';
import { looksLikeRenewalToken } from '../renewals/token.ts';

/** Who is asking: nobody in particular, an account, or whoever holds a renewal's token. */
export interface Caller {
  readonly account: Account | null;
  readonly sessionToken: string | null;
}

/** What a request says at the door. */
export interface Knock {
  readonly access: Access;
  readonly authorization: string | undefined;
  readonly renewalId: string | undefined;
}

const stranger: Caller = { account: null, sessionToken: null };

/** Lets in who may call, and tells the others the same whether or not there is something behind the door. */
export async function admit(
  context: Context,
  accounts: Accounts,
  { access, authorization, renewalId }: Knock,
): Promise<Answer<Caller>> {
  if (access === 'anyone') return fine(stranger);
  const token = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return trouble('not-signed-in');
  if (looksLikeRenewalToken(token)) {
    if (access !== 'renewal') return trouble('not-signed-in');
    return renewalId !== undefined && context.tokens.fits(renewalId, token)
      ? fine(stranger)
      : trouble('unknown-renewal');
  }
  const account = await accounts.bySession(token);
  if (account === null) return trouble('not-signed-in');
  if (access === 'renewal' && !(await owns(context, account, renewalId))) return trouble('unknown-renewal');
  return fine({ account, sessionToken: token });
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
