import type { Problem } from '@leb-renew/core';
import { everyElement, warnOnce } from '../../page/warn-once.ts';
import { within } from './within.ts';

/** A word to the developer of the page about what changes nothing for the person. What does, is a problem with a `detail`. */
export const told = (detail: unknown): void => warnOnce(everyElement, detail);

/** What was thrown, for a developer. Stripe's errors repeat what they were given: the secret of a payment, a key. */
export const said = (error: unknown): string =>
  String(error).replace(/(_secret_|[rs]k_|pk_\w{9})\w+/g, '$1…');

/**
 * Trouble with its detail in words for a developer. Nobody loads them whose shop is in order; in short where they do not
 * arrive.
 */
export const explained = async (trouble: Problem): Promise<Problem> =>
  (await within(2_000, import('./hints.ts')).catch(() => null))?.explain(trouble) ?? trouble;
