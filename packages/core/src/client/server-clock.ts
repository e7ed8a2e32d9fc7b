import type { Clock } from '../ports.ts';

export interface ServerClock extends Clock {
  /** Sets the time to what the server just said, epoch ms. */
  sync(serverNow: number): void;
}

/**
 * Counts the server's time. The device only measures what has passed since the server last told it, so a
 * device clock that is wrong by years changes nothing.
 */
export function createServerClock(device: {
  /** A count of ms that never jumps, e.g. `performance.now()`. */
  readonly monotonic: () => number;
  /** Calls back after `ms`; returns the way to stop it. */
  readonly after: (ms: number, call: () => void) => () => void;
  /** Epoch ms to begin with, until the server has spoken. */
  readonly guess: number;
}): ServerClock {
  let offset = device.guess - device.monotonic();
  return {
    now: () => offset + device.monotonic(),
    after: (ms, call) => device.after(ms, call),
    sync(serverNow) {
      offset = serverNow - device.monotonic();
    },
  };
}
