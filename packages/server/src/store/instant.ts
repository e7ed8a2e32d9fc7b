import type { Instant } from '@leb-renew/core/contract';

/** An instant as the contract writes it. */
export const instantOf = (time: Date | number): Instant => new Date(time).toISOString().replace('.000Z', 'Z');
