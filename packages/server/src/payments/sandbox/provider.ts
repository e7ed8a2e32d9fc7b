import {
  check,
  SandboxConfirmRequest,
  SandboxLeaveRequest,
  sandboxMethods,
  type SandboxLeaveAnswer,
} from '@leb-renew/core/contract';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { equalSecrets } from '../../keys.ts';
import { discreet, logToConsole, type Log } from '../../log.ts';
import { strictHeaders } from '../../http/strict-headers.ts';
import { confirmAnswer, play } from './confirm.ts';
import { createCourier, type CourierOptions } from './courier.ts';
import { Ledger, type LedgerRow } from './ledger.ts';
import { createPasses } from './passes.ts';
import { payPage } from './pay-page.ts';
import type { ProviderCreate, ProviderPayment, ProviderRefund } from './wire.ts';

export interface SandboxProviderOptions {
  /** Its books live in a schema of their own, `sandbox_provider`. */
  readonly databaseUrl: string;
  /** Where browsers reach it, e.g. `http://localhost:5173/sandbox-pay`; requests are expected below this path. */
  readonly publicUrl: string;
  /** Known to the shop's server only. */
  readonly secretKey: string;
  readonly notices: CourierOptions;
  /** Origins of the pages that may confirm a payment, and that a customer may be sent back to. */
  readonly allowedOrigins: readonly string[];
  /** How long the scenario `slow` takes. @default 6000 */
  readonly slowMs?: number;
  /** How long the scenarios `processing` and `processing-fails` take. @default 8000 */
  readonly processingMs?: number;
  readonly log?: Log;
}

export interface SandboxProvider {
  fetch(request: Request): Promise<Response>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Plays an outside payment provider: its own books, its own notices, reached over HTTP. It moves no money. */
export function sandboxProvider(options: SandboxProviderOptions): SandboxProvider {
  const { publicUrl, secretKey, allowedOrigins, slowMs = 6_000, processingMs = 8_000 } = options;
  const log = discreet(options.log ?? logToConsole);
  const ledger = new Ledger(options.databaseUrl, (error) =>
    log({ level: 'warn', event: 'sandbox.connection', error }),
  );
  const courier = createCourier(ledger, options.notices, (error) =>
    log({ level: 'warn', event: 'sandbox.notices', error }),
  );
  const app = new Hono().basePath(new URL(publicUrl).pathname.replace(/\/$/, ''));
  const show = (row: LedgerRow) => payment(row, publicUrl);
  const passes = createPasses(options);
  const pace = { slowMs, processingMs };
  /** The payment, for whoever knows its secret and pays with what is offered; or the answer to anybody else. */
  async function payable(
    paymentId: string,
    { clientSecret, method }: Pick<SandboxConfirmRequest, 'clientSecret' | 'method'>,
  ): Promise<LedgerRow | Response> {
    const row = await ledger.find(paymentId);
    if (row === null || !equalSecrets(row.client_secret, clientSecret))
      return Response.json({ error: 'no such payment' }, { status: 404 });
    return row.methods.includes(sandboxMethods[method].isA)
      ? row
      : Response.json({ error: 'method not offered' }, { status: 400 });
  }

  app.use(
    '/payments/:id/:deed{confirm|leave}',
    cors({ origin: [...allowedOrigins], allowMethods: ['POST'], allowHeaders: ['content-type'] }),
  );
  app.use(bodyLimit({ maxSize: 64 * 1024 }));

  app.post('/payments/:id/confirm', async (c) => {
    const request = check(SandboxConfirmRequest, await c.req.json().catch(() => null));
    if (!request.ok) return c.json({ error: 'unknown method or scenario' }, 400);
    const row = await payable(c.req.param('id'), request.value);
    if (row instanceof Response) return row;
    await play(ledger, row.payment_id, request.value, pace);
    if (request.value.scenario === 'lost-answer') return c.body(null, 502);
    return c.json(await confirmAnswer(ledger, row.payment_id));
  });
  app.post('/payments/:id/leave', async (c) => {
    const request = check(SandboxLeaveRequest, await c.req.json().catch(() => null));
    if (!request.ok) return c.json({ error: 'unknown method or no return address' }, 400);
    const { method, returnUrl } = request.value;
    const row = await payable(c.req.param('id'), request.value);
    if (row instanceof Response) return row;
    const url = passes.issue({ paymentId: row.payment_id, method, returnUrl });
    if (url === null) return c.json({ error: 'return address of a page that is not allowed' }, 400);
    return c.json({ url } satisfies SandboxLeaveAnswer);
  });
  app.on(['GET', 'POST'], '/payments/:id/page', async (c) => {
    const pass = passes.read(c.req.param('id'), c.req.query());
    const row = pass === null ? null : await ledger.find(pass.paymentId);
    if (pass === null || row === null) return c.text('There is no such page.', 404);
    if (c.req.method === 'GET') {
      const page = payPage(row, pass.method);
      return c.html(page, 200, {
        ...strictHeaders(page, `'self' ${new URL(pass.returnUrl).origin}`),
        'cache-control': 'no-store',
      });
    }
    const { answer } = await c.req.parseBody();
    const scenario = answer === 'pay' ? 'approve' : 'payment-cancelled';
    await play(ledger, row.payment_id, { method: pass.method, scenario }, pace);
    return c.redirect(passes.wayBack(pass, row, await confirmAnswer(ledger, row.payment_id)), 303);
  });

  app.use('/payments/*', async (c, next) => {
    if (equalSecrets(c.req.header('authorization') ?? '', `Bearer ${secretKey}`)) return next();
    return c.json({ error: 'wrong secret key' }, 401);
  });
  app.post('/payments', async (c) => {
    const key = c.req.header('idempotency-key');
    if (key === undefined) return c.json({ error: 'idempotency-key is missing' }, 400);
    return c.json(show(await ledger.create(await c.req.json<ProviderCreate>(), key)));
  });
  app.get('/payments/:id', (c) => answer(c.req.param('id')));
  app.post('/payments/:id/cancel', async (c) => {
    await ledger.cancel(c.req.param('id'));
    return answer(c.req.param('id'));
  });
  app.post('/payments/:id/refund', async (c) => {
    const { amount } = await c.req.json<{ amount: number | null }>();
    const key = c.req.header('idempotency-key');
    if (key === undefined) return c.json({ error: 'idempotency-key is missing' }, 400);
    const refundId = await ledger.refund(c.req.param('id'), amount, key);
    if (refundId === null) return c.json({ error: 'there is not so much to give back' }, 400);
    return c.json({ refundId } satisfies ProviderRefund);
  });
  app.onError((error, c) => {
    log({ level: 'error', event: 'sandbox.failed', error });
    return c.json({ error: 'the sandbox failed' }, 500);
  });

  async function answer(paymentId: string): Promise<Response> {
    const row = await ledger.find(paymentId);
    return row === null
      ? Response.json({ error: 'no such payment' }, { status: 404 })
      : Response.json(show(row));
  }

  return {
    fetch: async (request) => app.fetch(request),
    async start() {
      await ledger.open();
      courier.start();
    },
    async stop() {
      await courier.stop();
      await ledger.close();
    },
  };
}

function payment(row: LedgerRow, publicUrl: string): ProviderPayment {
  const base = `${publicUrl.replace(/\/$/, '')}/payments/${row.payment_id}`;
  return {
    paymentId: row.payment_id,
    clientSecret: row.client_secret,
    confirmUrl: `${base}/confirm`,
    leaveUrl: `${base}/leave`,
    status: row.status,
    amount: { minor: Number(row.minor), currency: row.currency, exponent: row.exponent },
    received: Number(row.received),
    refunded: Number(row.refunded),
    renewalId: row.renewal_id,
    methods: row.methods,
    problemCode: row.problem_code,
    declines: row.declines,
    paidWith: row.paid_with,
    paidAt: row.paid_at?.toISOString() ?? null,
    expiresAt: row.expires_at.toISOString(),
  };
}
