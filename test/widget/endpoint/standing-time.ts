import { createServerClock, type ServerClock } from '@leb-renew/core';
import { now } from '../fixtures.ts';

/** Lets every promise that can be kept be kept. */
export async function everythingSaid(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}

/** A clock on which time passes when it is told to, and whatever was waiting for it happens in order. */
export function standingTime(): { readonly clock: ServerClock; pass(ms: number): Promise<void> } {
  let passed = 0;
  const timers = new Map<() => void, number>();
  const next = (until: number) =>
    [...timers].filter(([, due]) => due <= until).sort(([, one], [, other]) => one - other)[0];
  return {
    clock: createServerClock({
      monotonic: () => passed,
      after(ms, call) {
        const timer = () => call();
        timers.set(timer, passed + ms);
        return () => void timers.delete(timer);
      },
      guess: now,
    }),
    async pass(ms) {
      const until = passed + ms;
      await everythingSaid();
      for (let timer = next(until); timer !== undefined; timer = next(until)) {
        const [call, due] = timer;
        timers.delete(call);
        passed = Math.max(passed, due);
        call();
        await everythingSaid();
      }
      passed = until;
    },
  };
}
