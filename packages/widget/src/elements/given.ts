import { inLanguage, Misuse } from '@leb-renew/core';
import { warnOnce } from '../page/warn-once.ts';

/** What a value must be, and how that is said to a developer. */
export type Rule = readonly [fits: (value: unknown) => boolean, said: string];

export const text: Rule = [(value) => typeof value === 'string', 'text'];
export const count: Rule = [(value) => Number.isFinite(value) && Number(value) >= 0, 'a number from 0'];
export const flag: Rule = [(value) => typeof value === 'boolean', 'true or false'];
export const call: Rule = [(value) => typeof value === 'function', 'a function'];
export const list: Rule = [Array.isArray, 'a list'];
export const thing: Rule = [(value) => typeof value === 'object' && value !== null, 'an object'];
export const instant: Rule = [
  (value) => typeof value === 'string' && isInstant(value, Date.parse(value)),
  'an ISO 8601 instant',
];
export const zone: Rule = [
  (value) => typeof value === 'string' && works(() => new Intl.DateTimeFormat('en', { timeZone: value })),
  'an IANA time zone',
];
export const oneOf = (...values: readonly string[]): Rule => [
  (value) => values.includes(value as string),
  values.join(' or '),
];
export const orNull = ([fits, said]: Rule): Rule => [
  (value) => value === null || fits(value),
  `${said} or null`,
];
/** For a property or member that may be left out. */
export const orNone = ([fits, said]: Rule): Rule => [
  (value) => value === undefined || value === null || fits(value),
  said,
];

/** For a text that may also be there in other languages. */
export const byLanguage = ([fits, said]: Rule): Rule => [
  (value) =>
    value === undefined ||
    (thing[0](value) &&
      works(() => inLanguage<unknown>('en', value as Record<string, unknown>, null)) &&
      Object.values(value as object).every(fits)),
  `${said} by BCP 47 tag`,
];

/** `Date.parse` alone takes 30 February for 2 March. */
const isInstant = (written: string, at: number): boolean =>
  !Number.isNaN(at) && new Date(at).toISOString().startsWith(written.slice(0, 19));

/** Whether something can be made at all: a rule for what only its maker can judge. */
export const works = (make: () => unknown): boolean => {
  try {
    make();
    return true;
  } catch {
    return false;
  }
};

/** The mistake of whoever gave `value`, named with the rule that it breaks. */
export const mistake = (what: string, value: unknown, rule: string): Misuse =>
  new Misuse(`${what} is ${shown(value)}, must be ${rule}`);

/** A short value as it is; of others only the kind, which may hold what belongs in no console: a card's number, a name. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  const kind = typeof value;
  if (kind === 'function') return 'a function';
  if (kind === 'object' && value !== null) return 'an object';
  const written = kind === 'string' ? JSON.stringify(value) : String(value);
  return written.length > 32 || /(\d[\s-]?){12}/.test(written) ? `a long ${kind}` : written;
}

/**
 * Looks at members of what was given, by path: `must('entitlement.asOf', instant)`; an empty path is the whole.
 *
 * @throws Misuse naming the first member that breaks its rule
 */
export const looksAt =
  (name: string, given: unknown) =>
  (path: string, [fits, said]: Rule): void => {
    const value = path === '' ? given : path.split('.').reduce<unknown>(member, given);
    if (!fits(value)) throw mistake(path === '' ? name : `${name}.${path}`, value, said);
  };

const member = (owner: unknown, name: string): unknown =>
  (owner as Readonly<Record<string, unknown>> | null | undefined)?.[name];

interface Host {
  readonly localName: string;
}

/** What `look` finds; null, and a word to the developer of the page, where it finds a mistake. */
export function readable<Found>(host: Host, look: () => Found): Found | null {
  try {
    return look();
  } catch (error) {
    warnOnce(host, error);
    return null;
  }
}

/** A property as its rule has it; `otherwise`, and a word to the developer of the page, where it is not. */
export function given<Value>(
  host: Host,
  name: string,
  value: Value,
  [fits, said]: Rule,
  otherwise: Value,
): Value {
  if (fits(value)) return value;
  warnOnce(host, mistake(name, value, said));
  return otherwise;
}
