import { writeHistory } from './write-history.ts';

/** What a link in a mail has led to this page for, and the token that proves it. */
export interface MailLink {
  readonly type: 'open-link' | 'open-reset';
  readonly token: string;
}

/** The fragment as it was left last: a link that could not be taken out is followed once. */
let left = '';

/**
 * The link of a mail that led to this page; null when none did. It is taken out of the address, so that no history,
 * bookmark or shared address keeps it: also one that was cut short or tampered with, which only the server can tell.
 */
export function takeMailLink(): MailLink | null {
  const { hash, href } = location;
  if (hash === left) return null;
  const [, kind, token = ''] = /^#leb-(renew|reset)=(.*)$/.exec(hash) ?? [];
  const [rest = ''] = href.split('#');
  if (kind !== undefined && !writeHistory('replaceState', history.state, rest)) location.replace(`${rest}#`);
  left = location.hash;
  return kind === undefined ? null : { type: kind === 'renew' ? 'open-link' : 'open-reset', token };
}
