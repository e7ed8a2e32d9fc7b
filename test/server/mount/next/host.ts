import { serve } from '@hono/node-server';
import type { Server } from 'node:http';

type Handler = (request: Request, context: { params: Promise<unknown> }) => Response | Promise<Response>;

/** A file that answers for its path, by the names that it exports. */
export type Route = Readonly<Record<string, unknown>>;

/** What a host passes on is no plain Request. */
class HostRequest extends Request {
  readonly nextUrl: URL;

  constructor(request: Request) {
    const { method, headers, body, signal } = request;
    super(request.url, { method, headers, body, signal, duplex: 'half' } as RequestInit);
    this.nextUrl = new URL(request.url);
  }
}

/**
 * Calls a route as Next.js does: the export named like the method, alone and without `this`; HEAD by GET; OPTIONS of
 * its own where the route has none; 405 for what is not exported.
 */
export function nextHost(route: Route, below: string): Server {
  const handlerOf = (method: string) => route[method === 'HEAD' ? 'GET' : method] as Handler | undefined;
  const fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith(`${below}/`)) return new Response('the shop itself');
    const handler = handlerOf(request.method);
    if (handler !== undefined) {
      const path = pathname.slice(below.length + 1).split('/');
      return handler(new HostRequest(request), { params: Promise.resolve({ path }) });
    }
    return new Response(null, { status: request.method === 'OPTIONS' ? 204 : 405 });
  };
  return serve({ fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false }) as Server;
}
