import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Account } from './account.ts';
import type { Asked, Spoken } from './answer.ts';
import { walletPage } from './pages.ts';

export type Handler = (request: Request) => Response | Promise<Response>;

interface House {
  readonly account: Account;
  readonly answer: (asked: Asked) => Promise<Spoken>;
  readonly mounted: ReadonlyMap<string, Handler>;
}

/** A browser may ask from any page, as it may of Stripe. */
export const everyone = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-expose-headers': 'request-id, idempotent-replayed',
};

export async function answerOver(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { account, answer, mounted }: House,
): Promise<void> {
  const body = await textOf(incoming);
  const url = new URL(incoming.url ?? '/', account.origin());
  const method = incoming.method ?? 'GET';
  const handler = [...mounted].find(([path]) => url.pathname.startsWith(path))?.[1];
  if (method === 'OPTIONS') return void outgoing.writeHead(204, everyone).end();
  if (handler !== undefined) return send(outgoing, await handler(requestOf(incoming, url, body)));
  if (url.pathname.startsWith('/authorize/'))
    return send(outgoing, walletPage(account, requestOf(incoming, url, body), new URLSearchParams(body)));
  const spoken = await answer({ method, url, headers: incoming.headers, body });
  if (spoken.cut === true) return void incoming.socket.destroy();
  outgoing.writeHead(spoken.status, {
    ...everyone,
    ...spoken.headers,
    'content-type': 'application/json',
    'cache-control': 'no-store',
  });
  outgoing.end(JSON.stringify(spoken.body));
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const requestOf = ({ method = 'GET', headers }: IncomingMessage, url: URL, body: string): Request => {
  const told = new Headers();
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') told.set(name, value);
  return new Request(url, { method, headers: told, ...(body === '' ? {} : { body }) });
};

async function send(outgoing: ServerResponse, response: Response): Promise<void> {
  outgoing.writeHead(response.status, { ...everyone, ...Object.fromEntries(response.headers) });
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
