import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import type { Behaviour } from './port-suite.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** The exact body, and what is in it; undefined where it is no JSON. */
  readonly text: string;
  readonly body: unknown;
}

export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * What happens to one order on its way. The supplier does not act in `lost-order`, `too-many` and `broken`; it acts, and
 * nobody hears that it did, in `lost-answer`, `cut-answer`, `garbage`, `silence` and `broken-after`. In `late-order` the
 * connection is lost, and the order arrives all the same when the test calls `arrive`.
 */
export const mishaps = [
  'lost-order',
  'too-many',
  'broken',
  'lost-answer',
  'cut-answer',
  'garbage',
  'silence',
  'broken-after',
] as const;
export type Mishap = (typeof mishaps)[number] | 'late-order' | 'none';

export interface FakeServer {
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly asked: Asked[];
  /** What happens to the next orders, one after the other. */
  readonly ahead: Mishap[];
  behave(as: Behaviour): void;
  /** Called when an order was taken and will not be answered: whoever waits may stop. */
  onSilence: () => void;
  /** Lets late orders arrive. */
  arrive(): void;
}

export interface FakeApi {
  isOrder(asked: Asked): boolean;
  answer(asked: Asked): Answered;
}

/** A supplier's API over real HTTP, with everything that can go wrong on the way. Closed with the test. */
export async function fakeServer(t: TestContext, api: FakeApi): Promise<FakeServer> {
  const asked: Asked[] = [];
  const ahead: Mishap[] = [];
  const late: Asked[] = [];
  let behaviour: Behaviour = 'well';

  const server = createServer((request, response) => {
    void read(request).then((question) => {
      asked.push(question);
      const what = mishapOf(question);
      if (what === 'lost-order') return response.destroy();
      if (what === 'late-order') return (late.push(question), response.destroy());
      if (what === 'broken')
        return send(response, {
          status: 503,
          headers: { 'retry-after': '1200' },
          body: { message: 'Processing' },
        });
      if (what === 'too-many')
        return send(response, {
          status: 429,
          headers: { 'retry-after': '1' },
          body: { message: 'Rate limit exceeded' },
        });
      const answer = api.answer(question);
      if (what === 'lost-answer') return response.destroy();
      if (what === 'cut-answer') return cut(response, answer);
      if (what === 'garbage') return send(response, { ...answer, body: '<html>Bad Gateway</html>' });
      if (what === 'broken-after') return send(response, { status: 502, body: { message: 'Bad Gateway' } });
      if (what === 'silence') return fake.onSilence();
      return send(response, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())));

  function mishapOf(question: Asked): Mishap {
    if (behaviour === 'away') return 'lost-order';
    if (behaviour === 'silent') return 'silence';
    if (!api.isOrder(question)) return 'none';
    if (behaviour === 'loses-orders') return 'lost-order';
    if (behaviour === 'loses-answers') return 'lost-answer';
    return ahead.shift() ?? 'none';
  }

  const fake: FakeServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    ahead,
    behave: (as) => void (behaviour = as),
    onSilence: () => undefined,
    arrive() {
      for (const question of late.splice(0)) api.answer(question);
    },
  };
  return fake;
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
  return {
    method: request.method ?? '',
    path: pathname,
    query: searchParams,
    headers: new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    text,
    body: json(text),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, headers = {}, body }: Answered): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Half of what was announced. */
function cut(response: ServerResponse, { status, body }: Answered): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length });
  response.write(text.slice(0, text.length / 2), () => response.destroy());
}

/** What is wrong with the members of a body; null when nothing is. A fake takes nothing that is not described. */
export function strangeIn(body: unknown, known: readonly string[]): string | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'the body';
  return Object.keys(body).find((name) => !known.includes(name)) ?? null;
}

/** So many requests in any second of the wall clock. */
export function rateOf(perSecond: number): () => boolean {
  const recent: number[] = [];
  return () => {
    const now = performance.now();
    while (recent.length > 0 && now - (recent[0] ?? 0) >= 1000) recent.shift();
    recent.push(now);
    return recent.length <= perSecond;
  };
}
