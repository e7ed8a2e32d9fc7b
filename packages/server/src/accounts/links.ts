import { createHmac } from 'node:crypto';
import { equalSecrets, keyFor } from '../keys.ts';

/** What a renewal link opens: one card, to see and to renew. */
export interface LinkScope {
  readonly cardRef: string;
  /** Of the card's dates: a renewal raises it, and the link has ended. */
  readonly version: number;
  /** Epoch ms, whole seconds. */
  readonly expiresAt: number;
}

export interface Links {
  /** For the fragment of an address, which no server and no `Referer` gets to see. */
  link(scope: LinkScope): string;
  readLink(token: string): LinkScope | null;
  /** What an opened link is good for. It outlives the renewal that it was opened for, by its own expiry only. */
  session(scope: LinkScope): string;
  readSession(token: string): LinkScope | null;
}

const linkPrefix = 'rl_';
const sessionPrefix = 'ls_';

/**
 * Signed scopes, of which nothing is stored. better-auth has sessions of whole accounts only, hence HMAC-SHA-256 by
 * `node:crypto`, over everything that is said and what it is for. The key's name in front lets a new secret end the
 * links of the old one, and will tell them apart where both are to be good for a while.
 */
export function createLinks(key: string, now: () => number): Links {
  const keyId = keyFor(key, 'name').slice(0, 8);
  const mark = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

  const write = (prefix: string, { cardRef, version, expiresAt }: LinkScope) => {
    const said = `${prefix}${keyId}.${cardRef}.${version}.${Math.floor(expiresAt / 1000)}`;
    return `${said}.${mark(said)}`;
  };
  const read = (prefix: string, token: string): LinkScope | null => {
    const end = token.lastIndexOf('.');
    const said = token.slice(0, Math.max(0, end));
    if (!said.startsWith(`${prefix}${keyId}.`) || !equalSecrets(token.slice(end + 1), mark(said)))
      return null;
    const [, cardRef = '', version, seconds] = said.split('.');
    const expiresAt = Number(seconds) * 1000;
    return expiresAt > now() ? { cardRef, version: Number(version), expiresAt } : null;
  };
  return {
    link: (scope) => write(linkPrefix, scope),
    readLink: (token) => read(linkPrefix, token),
    session: (scope) => write(sessionPrefix, scope),
    readSession: (token) => read(sessionPrefix, token),
  };
}

/** Whether a bearer token claims to be that of an opened link. */
export const looksLikeLinkSession = (token: string): boolean => token.startsWith(sessionPrefix);
