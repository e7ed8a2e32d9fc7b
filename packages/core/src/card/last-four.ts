import { misuse } from '../misuse.ts';

/** The last four digits of a masked ICCID, for a line of text. */
export function lastFour(iccidMasked: string): string {
  // What it is instead is not repeated: it may be a whole number.
  if (typeof iccidMasked !== 'string') throw misuse('lastFour: type', typeof iccidMasked, 'text');
  return iccidMasked.slice(-4);
}
