import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export interface Heard {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers one request. */
export type Reply = (response: ServerResponse, heard: Heard) => void;

export const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  };
export const text =
  (body: string, status = 200, type = 'text/html'): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };
export const empty: Reply = (response) => void response.writeHead(204).end();
export const dropped: Reply = (response) => void response.socket?.destroy();

/** A reply that waits until it is released. */
export function held(reply: Reply) {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    release,
    reply: (response: ServerResponse, heard: Heard) => void released.then(() => reply(response, heard)),
  };
}

/** A real server on this machine that gives the replies in turn, the last one for ever. Ends with the test. */
export async function listen(t: TestContext, ...replies: readonly Reply[]) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body };
      heard.push(one);
      (replies[heard.length - 1] ?? replies.at(-1))?.(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { heard, origin: `http://127.0.0.1:${port}` };
}
