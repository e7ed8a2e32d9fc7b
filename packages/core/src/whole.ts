import { misuse } from './misuse.ts';

/** A whole number within bounds. Throws `Misuse` for anything else. */
export function whole(what: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw misuse(what, value, `a whole number from ${least} to ${most}`);
}
