import type { Term } from './contract/index.ts';
import { misuse } from './misuse.ts';
import { whole } from './whole.ts';

/** The contract's bound on a term, and ours on every other count of days or months. */
export const longest = 3660;

/** The members of plain data: of an object that is no list. Throws `Misuse` for anything else. */
export function members<Value>(what: string, value: Value): Value {
  const given: unknown = value;
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return value;
  throw misuse(what, given, 'an object');
}

/** Months or days, never both. Throws `Misuse` for anything else. */
export function termOf(what: string, term: Term): Term {
  const { months, days }: { months?: unknown; days?: unknown } = members(what, term);
  if ((months === undefined) === (days === undefined))
    throw misuse(what, term, 'a count of either months or days');
  return days === undefined
    ? { months: whole(`${what}.months`, months, 1, longest) }
    : { days: whole(`${what}.days`, days, 1, longest) };
}
