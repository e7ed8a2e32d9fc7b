import type { ExtensionPolicy } from '@leb-renew/core/term';

/**
 * What a plan that eSIM Access tops up has to promise, so that the promise and the supplier agree:
 *
 * - **term**: the days of the package (`{ days: 30 }`), never months;
 * - **zone** of the cards: `UTC`, or one without clock changes. The supplier adds days of 24 hours;
 * - **policy**: this one. Days are added to the end, ten times at most, and never after it: a card that has ended is
 *   gone. Renewal closes an hour before the end, so that nobody pays for a card that ends meanwhile.
 *
 * The ten top-ups are counted over the card's whole life. The policy can only count terms that still wait; the adapter
 * counts them all.
 */
export const esimAccessPolicy = {
  active: 'stack',
  anchor: 'drift',
  recoverDays: 0,
  maxStacked: 10,
  closesBeforeMinutes: 60,
} as const satisfies ExtensionPolicy;
