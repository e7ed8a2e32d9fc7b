import { Misuse } from '../misuse.ts';
import { masked, readNumber, withoutGaps, type NumberReading, type NumberSource } from './reading.ts';

/**
 * Reads an EID (GSMA SGP.29): 32 digits, as a number 1 more than a multiple of 97.
 *
 * @throws Misuse when `text` is no string or `source` is unknown; the number is not repeated
 */
export const parseEid = (text: string, source: NumberSource): NumberReading =>
  readNumber('parseEid', withoutGaps('parseEid', text), source, {
    shortest: 32,
    longest: 32,
    against: (digits) => (modulo97(digits) === 1 ? null : 'wrong-check'),
  });

/**
 * Shows the first and last four digits of an EID, whether or not its check digits fit.
 *
 * @throws Misuse when it has not 32 digits; the number is not repeated
 */
export function maskEid(eid: string): string {
  const digits = withoutGaps('maskEid', eid);
  if (!/^\d{32}$/.test(digits)) throw new Misuse('maskEid: an EID has 32 digits');
  return masked(digits);
}

/** Digit by digit, as in long division. */
function modulo97(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
}
