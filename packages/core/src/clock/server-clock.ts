import { misuse } from '../misuse.ts';
import { mustCall } from '../must-call.ts';
import type { Clock } from '../ports.ts';

/** The server's time, set by every answer and counted on in between. */
export interface ServerClock extends Clock {
  /** Sets the time to what the server just said, epoch ms. */
  sync(serverNow: number): void;
  /** Ms since some moment, never jumping: for measuring what has passed. */
  elapsed(): number;
}

/** A longer timer rings at once (HTML, `setTimeout`). */
const longestTimer = 2 ** 31 - 1;

/**
 * Counts the server's time. The device only measures what has passed since the server last told it, so a
 * device clock that is wrong by years changes nothing.
 *
 * @throws Misuse when a time is no number, or the device cannot be asked
 */
export function createServerClock(device: {
  /** A count of ms that never jumps, e.g. `performance.now()`. */
  readonly monotonic: () => number;
  /** Calls back after `ms`; returns the way to stop it. */
  readonly after: (ms: number, call: () => void) => () => void;
  /** Epoch ms to begin with, until the server has spoken. */
  readonly guess: number;
}): ServerClock {
  mustCall('createServerClock: device', device, 'monotonic', 'after');
  let offset = finite('guess', device.guess) - finite('monotonic', device.monotonic());
  return {
    now: () => offset + device.monotonic(),
    elapsed: () => device.monotonic(),
    after(ms, call) {
      if (typeof call !== 'function') throw misuse('server clock: call', call, 'a function');
      return device.after(Math.min(finite('ms', ms), longestTimer), call);
    },
    sync(serverNow) {
      offset = finite('serverNow', serverNow) - device.monotonic();
    },
  };
}

function finite(name: string, ms: number): number {
  if (!Number.isFinite(ms)) throw misuse(`server clock: ${name}`, ms, 'milliseconds');
  return ms;
}
