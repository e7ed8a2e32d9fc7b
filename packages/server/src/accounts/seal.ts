import { equalSecrets, keyFor, mark } from '../keys.ts';

export interface Seal {
  /** No part may have a dot in it. */
  write(prefix: string, ...parts: readonly (string | number)[]): string;
  /** The parts; null for what was not sealed here, and under this prefix. */
  read(prefix: string, token: string): readonly string[] | null;
}

/**
 * Tokens of which nothing is stored: HMAC-SHA-256 by `node:crypto`, over everything that is said and what it is for.
 * The key's name in front lets a new secret end the tokens of the old one, and will tell them apart where both are to
 * be good for a while.
 */
export function createSeal(key: string): Seal {
  const keyId = keyFor(key, 'name').slice(0, 8);
  return {
    write(prefix, ...parts) {
      const said = `${prefix}${keyId}.${parts.join('.')}`;
      return `${said}.${mark(key, said)}`;
    },
    read(prefix, token) {
      const end = token.lastIndexOf('.');
      const said = token.slice(0, Math.max(0, end));
      const isOurs =
        said.startsWith(`${prefix}${keyId}.`) && equalSecrets(token.slice(end + 1), mark(key, said));
      return isOurs ? said.split('.').slice(1) : null;
    },
  };
}
