import { serve } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers on this machine, on any free port. */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
): Promise<{ readonly url: string; close(): void }> {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  // Longer than any run: whoever asks again must not find its connection closing.
  server.keepAliveTimeout = 600_000;
  if (!server.listening) await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
