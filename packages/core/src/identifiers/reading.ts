import { Misuse, misuse } from '../misuse.ts';

/**
 * Where a number comes from. One that a person types must pass its check. Once the person says that they have
 * checked it against the card, it need not; nor need what a server sends, as suppliers issue such numbers.
 */
export type NumberSource = 'typed' | 'typed-and-checked' | 'received';

/** Unusual, and no reason to refuse. */
export type NumberNote = 'wrong-check' | 'no-check-digit' | 'not-telecom';

export type NumberRefusal = 'not-digits' | 'too-short' | 'too-long' | 'wrong-check';

/** `digits` is the number as it was written, never completed. It stays text: 20 digits overflow a number. */
export type NumberReading =
  | { readonly ok: true; readonly digits: string; readonly notes: readonly NumberNote[] }
  | { readonly ok: false; readonly code: NumberRefusal };

interface NumberKind {
  readonly shortest: number;
  readonly longest: number;
  /** What the check digits say against a number of the right length; null for nothing. */
  against(digits: string): NumberNote | null;
}

const sources: readonly NumberSource[] = ['typed', 'typed-and-checked', 'received'];

/** Judges a number without its spaces and padding. Both kinds begin with 89, which ITU-T E.118 has for telecom. */
export function readNumber(
  what: string,
  digits: string,
  source: NumberSource,
  { shortest, longest, against }: NumberKind,
): NumberReading {
  if (!sources.includes(source)) throw new Misuse(`${what}: source must be ${sources.join(', ')}`);
  if (/\D/.test(digits)) return { ok: false, code: 'not-digits' };
  if (digits.length < shortest) return { ok: false, code: 'too-short' };
  if (digits.length > longest) return { ok: false, code: 'too-long' };
  const note = against(digits);
  if (note === 'wrong-check' && source === 'typed') return { ok: false, code: note };
  const notes = [note, digits.startsWith('89') ? null : ('not-telecom' as const)];
  return { ok: true, digits, notes: notes.filter((each) => each !== null) };
}

/** Text without what people and pages put between digits: spaces, hyphens, marks that cannot be seen. */
export const withoutGaps = (what: string, text: string): string =>
  textOf(what, text).replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '');

/** The error names the type alone: even what is no text may be the number. */
export function textOf(what: string, text: string): string {
  if (typeof text !== 'string') throw misuse(`${what}: type`, typeof text, 'text');
  return text;
}

/** The first and the last four digits: enough to tell cards apart, not to use one. */
export const masked = (digits: string): string => `${digits.slice(0, 4)} •••• •••• ${digits.slice(-4)}`;
