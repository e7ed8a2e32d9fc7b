import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';

/** How long a request may still take once the server is to end. */
const patienceMs = 10_000;

const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The address under which this machine reaches a server that listens there. */
export function reachedAt({ port, host }: { port: number; host: string }): string {
  const name = everywhere[host] ?? host;
  return `http://${isIPv6(name) ? `[${name}]` : name}:${port}`;
}

/** Listens, and gives the address under which this machine reaches it. */
export function listen(server: Server, { port, host }: { port: number; host: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      reject(new Error(`PORT or HOST cannot be listened on (${code ?? 'unknown'}).`));
    });
    server.listen(port, host, () => {
      const { port: taken } = server.address() as AddressInfo;
      resolve(reachedAt({ port: taken, host }));
    });
  });
}

/** Takes no more connections, and waits for the answers that are being given. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), patienceMs);
    // A browser keeps its connection after the answer, for a next request that will not be taken.
    const tidy = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cutOff);
      clearInterval(tidy);
      resolve();
    });
  });
}
