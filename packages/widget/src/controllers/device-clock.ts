import type { Clock } from '@leb-renew/core';

/** The device's own clock, for pages without a server's. */
export const deviceClock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
