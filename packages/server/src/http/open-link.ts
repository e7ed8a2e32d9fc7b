import { fine, trouble, type Answer, type Session } from '@leb-renew/core/contract';
import type { Links } from '../accounts/links.ts';
import type { Context } from '../renewals/context.ts';
import { instantOf } from '../store/instant.ts';

/** How long an opened link is good for at most, ms. It can be opened again. */
const sessionMs = 3_600_000;

/** Opens the one card that a link is for. Writes nothing: whatever opens links on its way to the customer spends nothing. */
export async function openLink(
  { database, now }: Context,
  links: Links,
  token: string,
): Promise<Answer<Session>> {
  const scope = links.readLink(token);
  const card =
    scope === null
      ? undefined
      : await database
          .selectFrom('cards')
          .select('card_ref')
          .where('card_ref', '=', scope.cardRef)
          .where('version', '=', scope.version)
          .where('revoked', '=', false)
          .executeTakeFirst();
  if (scope === null || card === undefined) return trouble('link-ended');
  const expiresAt = Math.min(scope.expiresAt, now() + sessionMs);
  return fine({
    token: links.session({ ...scope, expiresAt }),
    expiresAt: instantOf(expiresAt),
    // Whoever holds a link need not be the owner.
    account: { emailMasked: '•••', name: null },
    onlyCard: scope.cardRef,
  });
}
