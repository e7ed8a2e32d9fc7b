/** What a link in a mail has led to this page for, and the token that proves it. */
export interface MailLink {
  readonly type: 'open-link' | 'open-reset';
  readonly token: string;
}

/**
 * The link of a mail that led to this page; null when none did. It is taken out of the address, so that no history,
 * bookmark or shared address keeps it: also one that was cut short or tampered with, which only the server can tell.
 */
export function takeMailLink(): MailLink | null {
  const [, kind, token = ''] = /^#leb-(renew|reset)=(.*)$/.exec(location.hash) ?? [];
  if (kind === undefined) return null;
  history.replaceState(history.state, '', location.href.replace(/#.*/, ''));
  return { type: kind === 'renew' ? 'open-link' : 'open-reset', token };
}
