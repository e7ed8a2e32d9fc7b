import { randomBytes, randomInt } from 'node:crypto';

/** An opaque name that cannot be guessed: 128 random bits behind a prefix that tells what it names. */
export const newId = (prefix: 'q' | 'r' | 'p' | 'c'): string =>
  `${prefix}_${randomBytes(16).toString('base64url')}`;

/** No 0 O 1 I L: read out over a phone, they are the same. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Short code for talking to support, e.g. `7F3K-Q2`. */
export function newReference(): string {
  const code = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
