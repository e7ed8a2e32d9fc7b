import { createSeal } from './seal.ts';

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

/** better-auth has sessions of whole accounts only, hence scopes under our own seal. */
export function createLinks(key: string, now: () => number): Links {
  const seal = createSeal(key);
  const write = (prefix: string, { cardRef, version, expiresAt }: LinkScope) =>
    seal.write(prefix, cardRef, version, Math.floor(expiresAt / 1000));
  const read = (prefix: string, token: string): LinkScope | null => {
    const [cardRef = '', version, seconds] = seal.read(prefix, token) ?? [];
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
