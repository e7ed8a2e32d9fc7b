import { createHmac, timingSafeEqual } from 'node:crypto';

/** What only the holder of `key` can write under a text: HMAC-SHA-256, base64url. */
export const mark = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url');

/** A key for one purpose, so that no two purposes share the seller's secret. */
export const keyFor = (secret: string, purpose: string): string => mark(secret, `leb-renew:${purpose}`);

/** Compares without telling by its duration how much was right. */
export function equalSecrets(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHmac('sha256', 'compare').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
