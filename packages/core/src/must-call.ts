import { misuse } from './misuse.ts';

/** Throws `Misuse` naming the first of these members of `owner` that is no function. */
export function mustCall(what: string, owner: unknown, ...names: readonly string[]): void {
  for (const name of names) {
    const member = (owner as Readonly<Record<string, unknown>> | null | undefined)?.[name];
    if (typeof member !== 'function') throw misuse(`${what}.${name}`, member, 'a function');
  }
}
