import { createServerClock, type Connection, type ServerClock } from '@leb-renew/core';
import { createClient } from '@leb-renew/core/client';
import { storedTickets } from '@leb-renew/core/journey';
import { deviceClock } from '../controllers/device-clock.ts';
import type { Ports } from '../ports.ts';
import { adapters } from './adapters.ts';
import { asker } from './ask.ts';
import { lastingSignOut } from './lasting-sign-out.ts';
import { alone } from './locks.ts';

/** A clock that counts with the browser's monotonic one. */
export const browserClock = (): ServerClock =>
  createServerClock({
    monotonic: () => performance.now(),
    after: deviceClock.after,
    guess: Date.now(),
  });

const connection: Connection = {
  isOnline: () => navigator.onLine,
  onBack(call) {
    addEventListener('online', call);
    return () => removeEventListener('online', call);
  },
};

/** The world of a page that talks to a renewal server at `endpoint`. */
export function browserPorts(endpoint: string, locale: () => string): Ports {
  const clock = browserClock();
  const name = new URL(endpoint, document.baseURI).href;
  return {
    name,
    api: lastingSignOut(
      createClient({
        endpoint: name,
        fetch: asker(name),
        aborter: () => new AbortController(),
        clock,
        connection,
        locale,
        alone: (deed) => alone(`leb-renew:session:${name}`, deed),
      }),
      name,
    ),
    clock,
    payments: adapters,
    tickets: storedTickets(() => sessionStorage, `leb-renew:ticket:${endpoint}`),
  };
}
