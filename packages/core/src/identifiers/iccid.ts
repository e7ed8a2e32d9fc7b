import { Misuse } from '../misuse.ts';
import { masked, readNumber, textOf, withoutGaps, type NumberReading, type NumberSource } from './reading.ts';

/**
 * Reads an ICCID (ITU-T E.118): 18 digits without a check digit, 19 or 20 with one (Luhn).
 *
 * @throws Misuse when `text` is no string or `source` is unknown; the number is not repeated
 */
export const parseIccid = (text: string, source: NumberSource): NumberReading =>
  readNumber('parseIccid', iccidDigits('parseIccid', text), source, {
    shortest: 18,
    longest: 20,
    against: (digits) =>
      digits.length === 18 ? 'no-check-digit' : luhnSum(digits) % 10 === 0 ? null : 'wrong-check',
  });

/**
 * Shows the first and last four digits of an ICCID, whether or not its check digit fits.
 *
 * @throws Misuse when it has not 18 to 20 digits; the number is not repeated
 */
export function maskIccid(iccid: string): string {
  const digits = iccidDigits('maskIccid', iccid);
  if (!/^\d{18,20}$/.test(digits)) throw new Misuse('maskIccid: an ICCID has 18 to 20 digits');
  return masked(digits);
}

/**
 * The number with the check digit that it seems to lack, to look for it under both; null when it seems whole.
 * A guess: 19 digits that fail the check may as well be 20 without the last, or 19 with a mistake.
 *
 * @throws Misuse when `iccid` is no string
 */
export function iccidSearchHint(iccid: string): string | null {
  const reading = parseIccid(textOf('iccidSearchHint', iccid), 'received');
  if (!reading.ok || reading.digits.length === 20) return null;
  const { digits, notes } = reading;
  return notes.includes('no-check-digit') || notes.includes('wrong-check')
    ? `${digits}${(10 - (luhnSum(`${digits}0`) % 10)) % 10}`
    : null;
}

/** Ten bytes on the chip: a shorter number is padded with F. */
const iccidDigits = (what: string, text: string): string => withoutGaps(what, text).replace(/F{1,2}$/i, '');

/** ISO/IEC 7812-1 annex B: every second digit from the right counts double, as the sum of its digits. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.at(-1 - place));
    sum += place % 2 === 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
  }
  return sum;
}
