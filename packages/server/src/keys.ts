import { createHmac, timingSafeEqual } from 'node:crypto';

/** A key for one purpose, so that no two purposes share the seller's secret. */
export const keyFor = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(`leb-renew:${purpose}`).digest('base64url');

/** Compares without telling by its duration how much was right. */
export function equalSecrets(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHmac('sha256', 'compare').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
