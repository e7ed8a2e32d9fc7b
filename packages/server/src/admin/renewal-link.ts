import type { Links } from '../accounts/links.ts';
import { pageLink } from '../accounts/page-link.ts';
import { cardView } from '../cards/card-view.ts';
import { cardByRef } from '../cards/find-cards.ts';
import type { Context } from '../renewals/context.ts';

/** The link of `Admin.renewalLink`, or why there is none. */
export async function renewalLink(
  { database, pageUrl, now }: Context,
  links: Links,
  cardRef: string,
): Promise<{ readonly url: string } | { readonly url: null; readonly why: string }> {
  if (pageUrl === null) return { url: null, why: 'the server was given no pageUrl' };
  const record = await cardByRef(database, cardRef);
  if (record === null) return { url: null, why: `there is no card ${cardRef}` };
  const { graceEndsAt, expiresAt, revoked } = cardView(record).entitlement;
  const end = Date.parse(graceEndsAt ?? expiresAt ?? '');
  if (revoked || !(end > now())) return { url: null, why: `${cardRef} has not begun, or has ended` };
  const { version } = record.card;
  return { url: pageLink(pageUrl, 'leb-renew', links.link({ cardRef, version, expiresAt: end })) };
}
