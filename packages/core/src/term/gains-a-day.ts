import { members } from '../plain-data.ts';
import type { Extension } from './extend.ts';
import { instantOf } from './given.ts';

const day = 86_400_000;

/**
 * Whether a renewal gives its owner at least a day more than was paid for already. One that restarts the term
 * from now can give minutes for the price of a year: no seller means that.
 *
 * @throws Misuse when a value is no instant
 */
export function gainsADay(extension: Pick<Extension, 'to' | 'losesDays'>, expiresAt: string): boolean {
  const { to, losesDays } = members('gainsADay', extension);
  const gained =
    instantOf('gainsADay: to', to).epochMilliseconds -
    instantOf('gainsADay: expiresAt', expiresAt).epochMilliseconds;
  return losesDays === 0 || gained >= day;
}
