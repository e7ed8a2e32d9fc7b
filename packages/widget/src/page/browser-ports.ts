import { createClient, createServerClock, type ServerClock } from '@leb-renew/core';
import type { Ports } from '../compose.ts';
import { deviceClock } from '../controllers/device-clock.ts';
import { sandboxPayments } from '../payments/sandbox/index.ts';
import { sessionTickets } from './session-tickets.ts';

/** A clock that counts with the browser's monotonic one. */
export const browserClock = (): ServerClock =>
  createServerClock({
    monotonic: () => performance.now(),
    after: deviceClock.after,
    guess: Date.now(),
  });

/** The world of a page that talks to a renewal server at `endpoint`. */
export function browserPorts(endpoint: string, locale: () => string): Ports {
  const clock = browserClock();
  return {
    api: createClient({
      endpoint: new URL(endpoint, document.baseURI).href,
      fetch: (url, init: RequestInit) => fetch(url, init),
      timeout: (ms): AbortSignal => AbortSignal.timeout(ms),
      clock,
      isOnline: () => navigator.onLine,
      locale,
    }),
    clock,
    payments: [sandboxPayments()],
    tickets: sessionTickets(endpoint),
  };
}
