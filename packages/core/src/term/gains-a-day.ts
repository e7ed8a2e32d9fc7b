import type { Extension } from './extend.ts';

const day = 86_400_000;

/**
 * Whether a renewal gives its owner at least a day more than was paid for already. One that restarts the term
 * from now can give minutes for the price of a year: no seller means that.
 */
export const gainsADay = ({ to, losesDays }: Extension, expiresAt: string): boolean =>
  losesDays === 0 || Date.parse(to) - Date.parse(expiresAt) >= day;
