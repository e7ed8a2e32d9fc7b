import type { Clock } from '@leb-renew/core';

export interface FakeClock extends Clock {
  /** Lets time pass; everything that is due on the way happens in its order, and promises settle between. */
  pass(ms: number): Promise<void>;
}

/** Lets every promise that can settle do so. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Time that passes when the test says so. */
export function createFakeClock(start: string): FakeClock {
  const timers = new Set<{ readonly at: number; readonly call: () => void }>();
  let now = Date.parse(start);
  return {
    now: () => now,
    after(ms, call) {
      const timer = { at: now + ms, call };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
        if (next === undefined) break;
        timers.delete(next);
        now = next.at;
        next.call();
        await settle();
      }
      now = end;
    },
  };
}
