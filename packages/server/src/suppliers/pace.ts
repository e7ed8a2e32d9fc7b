import { setTimeout as delay } from 'node:timers/promises';

/**
 * Lets so many requests start in a second, one after the other; a tenth fewer, because requests do not all travel at
 * one speed. Rejects when the signal is aborted while waiting.
 */
export function pace(perSecond: number): (signal: AbortSignal) => Promise<void> {
  const stepMs = 1100 / perSecond;
  let last = -Infinity;
  return async (signal) => {
    for (;;) {
      signal.throwIfAborted();
      const now = performance.now();
      const wait = last + stepMs - now;
      if (wait <= 0) {
        last = now;
        return;
      }
      // Everybody wakes, and one goes.
      await delay(wait, undefined, { signal });
    }
  };
}
