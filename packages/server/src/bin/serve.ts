import { createServer, type RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createRenewalServer } from '../create-renewal-server.ts';
import { sandboxProvider } from '../payments/sandbox/index.ts';
import { noteConnection } from './client-address.ts';
import { close, listen } from './listen.ts';
import { openDatabase } from './open-database.ts';
import type { Settings } from './read-settings.ts';
import { paymentsPath, sandboxKeys, serverOptions } from './server-options.ts';

export interface Running {
  /** Where browsers reach it. */
  readonly url: string;
  /** Takes no more requests, answers those that it has, and ends. */
  stop(): Promise<void>;
}

type End = () => Promise<void>;

/** Starts everything that the settings ask for. What cannot be started rejects, and leaves nothing running. */
export async function serve(settings: Settings): Promise<Running> {
  let answer: RequestListener = (_, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end();
  };
  const http = createServer((request, response) => answer(request, response));
  const inside = await listen(http, settings);
  const ends: End[] = [];
  const stop = async () => {
    // Whoever is being answered needs the rest.
    await close(http);
    for (const end of ends.splice(0).reverse()) await end();
  };
  const url = (settings.publicUrl ?? `http://localhost:${new URL(inside).port}`).replace(/\/$/, '');
  try {
    const { fetch, start } = await open(settings, { url, inside: inside + new URL(url).pathname }, ends);
    const listener = getRequestListener((request, { incoming }) => {
      noteConnection(request, incoming.socket.remoteAddress);
      return fetch(request);
    });
    answer = (request, response) => void listener(request, response);
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** `url` is how browsers reach the server, `inside` how it reaches itself. */
async function open(
  settings: Settings,
  { url, inside }: { url: string; inside: string },
  ends: End[],
): Promise<{ fetch: (request: Request) => Promise<Response>; start: () => Promise<void> }> {
  const { secret, allowedOrigins } = settings;
  const databaseUrl = await openDatabase(settings, ends);
  const { secretKey, noticeSecret } = sandboxKeys(secret);
  const base = inside.replace(/\/$/, '');
  const renewals = createRenewalServer(serverOptions(settings, { databaseUrl, url, base }));
  if (settings.stripe !== null) {
    ends.push(() => renewals.stop());
    return renewals;
  }

  const provider = sandboxProvider({
    databaseUrl,
    publicUrl: url + paymentsPath,
    secretKey,
    notices: { url: `${base}/notices/sandbox`, secret: noticeSecret },
    allowedOrigins,
  });
  ends.push(
    () => provider.stop(),
    () => renewals.stop(),
  );
  const payments = new URL(`${url}${paymentsPath}/`).pathname;
  return {
    fetch: (request) =>
      new URL(request.url).pathname.startsWith(payments) ? provider.fetch(request) : renewals.fetch(request),
    async start() {
      await provider.start();
      await renewals.start();
    },
  };
}
