import { randomUUID } from 'node:crypto';
import {
  bodies,
  calls,
  check,
  Id,
  idempotencyHeader,
  problem,
  serverTimeHeader,
  type Answer,
  type CallName,
} from '@leb-renew/core/contract';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { cors } from 'hono/cors';
import { networkOf } from '../accounts/network.ts';
import { nowOf, type Context } from '../renewals/context.ts';
import { admit, type Door } from './access.ts';
import { serveDocs } from './docs.ts';
import { createHandlers, type Asked } from './handlers.ts';
import { serveHealth } from './health.ts';
import { isDatabaseDown } from './is-database-down.ts';
import { takeNotice } from './notices.ts';
import { answerSupplierProbe, takeSupplierNotice } from './supplier-notices.ts';
import { servePapers } from './papers.ts';
import { problemResponse } from './problem-response.ts';
import { readBody } from './read-body.ts';

export interface AppOptions {
  readonly door: Door;
  readonly publicUrl: string;
  readonly allowedOrigins: readonly string[];
  readonly isRunning: () => boolean;
}

/** Far above every body of the contract. */
const bodyLimitBytes = 64 * 1024;

/** The contract over HTTP, by its own table of calls. */
export function createApp(
  context: Context,
  { door, publicUrl, allowedOrigins, isRunning }: AppOptions,
): (request: Request) => Promise<Response> {
  const base = new URL(publicUrl).pathname.replace(/\/$/, '');
  const app = new Hono().basePath(base);
  const handlers = createHandlers(context, door);
  const callsAt = (path: string) =>
    Object.values(calls).filter(
      (call) => path.startsWith(base) && matches(call.path, path.slice(base.length)),
    );

  // Before everything that limits the contract to pages, accounts and a running server.
  serveHealth(app, context, isRunning);
  serveDocs(app, publicUrl);
  const corsWith = (credentials: boolean) =>
    cors({
      origin: [...allowedOrigins],
      allowMethods: ['GET', 'POST', 'DELETE'],
      allowHeaders: ['authorization', 'content-type', idempotencyHeader],
      exposeHeaders: [serverTimeHeader, 'retry-after'],
      maxAge: 600,
      credentials,
    });
  // Cookies go with the calls about sessions only.
  app.use('/session/*', corsWith(true));
  app.use(except(`${base}/session/*`, corsWith(false)));
  app.use(async (c, next) => {
    if (isRunning()) return next();
    return problemResponse(unavailable(c.req.path));
  });
  app.use(bodyLimit({ maxSize: bodyLimitBytes, onError: () => problemResponse(problem('body-too-large')) }));

  for (const name of Object.keys(calls) as CallName[]) {
    const { method, path } = calls[name];
    const body = name in bodies ? bodies[name as keyof typeof bodies] : null;
    app.on(method, templateOf(path), async (c) => {
      const parameters = c.req.param() as Record<string, string>;
      const strange = Object.keys(parameters).find((key) => !isId(parameters[key]));
      const request = c.req.raw;
      const page: { cookie: string | null } = { cookie: null };
      const admitted = await admit(context, door, {
        call: name,
        request,
        keep: (value) => void (page.cookie = door.cookies.set(request, value)),
        renewalId: strange === undefined ? parameters['renewalId'] : undefined,
      });
      if (!admitted.ok) return problemResponse(admitted.problem);
      if (strange !== undefined)
        return problemResponse(problem(strange === 'cardRef' ? 'unknown-card' : 'unknown-renewal'));
      const read = body === null ? { ok: true as const, value: null } : await readBody(request, body);
      if (!read.ok) return problemResponse(read.problem);
      const asked = {
        body: read.value,
        path: parameters,
        query: new URL(c.req.url).searchParams,
        caller: admitted.value,
      };
      // The table pairs each handler with its own body and path; the compiler cannot follow a pairing made in a loop.
      const handle = handlers[name] as (asked: Asked<never>) => Promise<Answer<unknown>>;
      const response = respond(await handle(asked as Asked<never>));
      if (page.cookie !== null) response.headers.set('set-cookie', page.cookie);
      return response;
    });
  }

  servePapers(app, context);
  /** One that nobody has signed is a try like any other. Those that are good are never slowed down. */
  const counted = async (request: Request, answer: Response): Promise<Response> => {
    const address = answer.ok ? null : door.clientAddress(request);
    const heard = address === null ? null : await door.throttle.take('address', networkOf(address));
    return heard === null || heard.ok ? answer : problemResponse(heard.problem);
  };
  app.post('/notices/:provider', async ({ req }) =>
    counted(req.raw, await takeNotice(context, req.param('provider'), req.raw)),
  );
  app.post('/notices/suppliers/:name', async ({ req }) =>
    counted(req.raw, await takeSupplierNotice(context, req.param('name'), req.raw)),
  );
  app.get('/notices/suppliers/:name', (c) => answerSupplierProbe(context, c.req.param('name')));

  app.notFound((c) => {
    const methods = callsAt(c.req.path).map(({ method }) => method);
    if (methods.length === 0) return problemResponse(problem('not-found'));
    const refused = problemResponse(
      problem('method-not-allowed', { detail: `${c.req.method} is not possible here.` }),
    );
    refused.headers.set('allow', methods.join(', '));
    return refused;
  });
  app.onError((error, c) => {
    if (isDatabaseDown(error)) return problemResponse(unavailable(c.req.path));
    const reference = randomUUID().slice(0, 8);
    context.log({ level: 'error', event: 'http.failed', reference, error });
    return problemResponse(problem('server-error', { reference, charged: chargedAt(c.req.path) }));
  });

  const noticeCalls = {
    notice: { method: 'POST', path: '/notices/{provider}' },
    supplierNotice: { method: 'POST', path: '/notices/suppliers/{name}' },
  };
  const spansAt = Object.entries<{ method: string; path: string }>({ ...calls, ...noticeCalls }).map(
    ([name, { method, path }]) => ({ name, method, route: base + path, at: patternOf(base + path) }),
  );
  const unavailable = (path: string) =>
    problem('unavailable', { retryAfterSeconds: 2, charged: chargedAt(path) });
  /** Who asks about a renewal may have paid; no other call comes after money has moved. */
  const chargedAt = (path: string) =>
    callsAt(path).some(({ access }) => access === 'renewal') ? 'unknown' : 'no';

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const asked = spansAt.find(({ method, at }) => method === request.method && at.test(pathname));
    if (asked === undefined) return app.fetch(request);
    return context.telemetry.call(request, asked.name, asked.route, async () => app.fetch(request));
  };
  return async (request) => {
    const response = await answer(request);
    response.headers.set(serverTimeHeader, nowOf(context));
    response.headers.set('cache-control', 'no-store');
    return response;
  };
}

function respond(answer: Answer<unknown>): Response {
  if (!answer.ok) return problemResponse(answer.problem);
  return answer.value === null ? new Response(null, { status: 204 }) : Response.json(answer.value);
}

const isId = (text: unknown): boolean => check(Id, text).ok;

/** `/cards/{cardRef}/plans` as the router writes it. */
const templateOf = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const matches = (template: string, path: string): boolean => patternOf(template).test(path);

const patternOf = (template: string): RegExp => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
