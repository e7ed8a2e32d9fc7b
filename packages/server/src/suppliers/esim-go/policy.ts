import type { ExtensionPolicy } from '@leb-renew/core/term';

/**
 * What a plan that eSIM Go extends has to promise, so that the promise and the supplier agree:
 *
 * - **term**: the days of the bundle (`duration` in the catalogue: 365 for a year), never months;
 * - **zone** of the cards: `UTC`, or one without clock changes. The supplier counts days of 24 hours;
 * - **policy**: this one. A bundle waits behind those that run, thirty at most; on a card that has ended it counts
 *   from now.
 *
 * A waiting bundle begins with its first use, or earlier than promised when the data of the one before it is used up:
 * say so in the plan's `includes`. One that nobody uses lapses after twelve months, so sell no more than that ahead.
 * For how long an ended card can be extended is not in the API's description: set `recoverDays` as your contract says.
 */
export const esimGoPolicy = {
  active: 'queue',
  anchor: 'drift',
  maxStacked: 30,
} as const satisfies ExtensionPolicy;
