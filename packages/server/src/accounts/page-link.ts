/** What the page that carries the widget finds behind the `#` of a link in a mail. */
export type PageLink = 'leb-renew' | 'leb-reset';

/** Built on the seller's own setting, never on what a request says of itself. */
export const pageLink = (pageUrl: string, kind: PageLink, token: string): string =>
  `${pageUrl}#${kind}=${token}`;
