import type { Problem, ProblemCode } from '../contract/index.ts';

/** Pauses before the second and the third try. */
const pauses = [400, 1_600];

/** Trouble that may be over in a moment. */
const passing: ReadonlySet<ProblemCode> = new Set(['offline', 'timeout', 'unavailable', 'too-many-requests']);

/** Nobody is left to look at a page for longer without a word. */
const longestWaitMs = 5_000;

/**
 * Milliseconds to wait after so many tries that failed; null when it is time to say so. Never less than the server asked
 * for. Spread by half to either side, so that the pages of a shop that was down do not all come back at once.
 */
export function waitBefore(tries: number, { code, retryAfterSeconds = 0 }: Problem): number | null {
  const pause = pauses[tries - 1];
  if (pause === undefined || !passing.has(code)) return null;
  const ms = retryAfterSeconds * 1000 + pause * (0.5 + Math.random());
  return ms <= longestWaitMs ? ms : null;
}
