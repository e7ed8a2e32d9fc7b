import type { Links } from '../accounts/links.ts';
import { pageLink } from '../accounts/page-link.ts';
import { cardView } from '../cards/card-view.ts';
import { cardByRef } from '../cards/find-cards.ts';
import type { Context } from '../renewals/context.ts';

/** See `Admin.renewalLink`. */
export async function renewalLink(
  { database, pageUrl, now }: Context,
  links: Links,
  cardRef: string,
): Promise<string> {
  if (pageUrl === null) throw new RangeError('renewalLink: the server was given no pageUrl');
  const record = await cardByRef(database, cardRef);
  if (record === null) throw new RangeError(`renewalLink: there is no card ${cardRef}`);
  const { graceEndsAt, expiresAt, revoked } = cardView(record).entitlement;
  const end = Date.parse(graceEndsAt ?? expiresAt ?? '');
  if (revoked || !(end > now())) throw new RangeError(`renewalLink: ${cardRef} has not begun, or has ended`);
  const { version } = record.card;
  return pageLink(pageUrl, 'leb-renew', links.link({ cardRef, version, expiresAt: end }));
}
