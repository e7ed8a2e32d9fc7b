import { check, SandboxConfirmRequest, type SandboxConfirmAnswer } from '@leb-renew/core/contract';
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderCreate, ProviderPayment } from '../payments/sandbox/wire.ts';

/** A wish for a payment, as the back end sent it. */
export interface Ordered {
  readonly key: string;
  readonly paymentId: string;
  readonly wish: ProviderCreate;
}

/**
 * The sandbox provider once more, in memory and strict: it counts what it is asked, loses answers and alters payments
 * when a rule wants that. It sends no notices; the rules do.
 */
export interface ProviderDouble {
  readonly url: string;
  readonly key: string;
  /** In the order they came, repeated ones too. */
  readonly orders: readonly Ordered[];
  /** What was asked against the provider's rules. */
  readonly complaints: readonly string[];
  status(paymentId: string): ProviderPayment['status'] | 'unknown';
  /** Acts on the next wish for a payment, and breaks the connection instead of answering. */
  cutNextAnswer(): void;
  /** What the back end sees of a payment from now on is altered. */
  alter(paymentId: string, change: Partial<ProviderPayment>): void;
  /** The money is faster than the next wish to cancel. */
  payBeforeCancel(paymentId: string): void;
  /** Gives all of the money back. */
  refund(paymentId: string): void;
  stop(): Promise<void>;
}

interface Kept {
  payment: ProviderPayment;
  change: Partial<ProviderPayment>;
  isQuick: boolean;
}

export async function startProviderDouble(
  key: string,
  { host, port }: { host: string; port: number },
): Promise<ProviderDouble> {
  const kept = new Map<string, Kept>();
  const orders: Ordered[] = [];
  const complaints: string[] = [];
  let cutsNext = false;
  const http = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(port, host, resolve));
  const url = `http://${host}:${(http.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , id = '', deed = ''] = (request.url ?? '').split('/');
    const body = await bodyOf(request);
    const one = kept.get(id);
    if (deed === 'confirm') return say(response, ...confirm(one, body));
    if (request.headers.authorization !== `Bearer ${key}`) return refuse(response, 401, 'a wrong secret key');
    if (id === '' && request.method === 'POST') return order(request, response, body);
    if (one === undefined) return say(response, 404, { error: 'no such payment' });
    if (deed === 'cancel') cancel(one);
    if (deed === 'refund') refund(one);
    say(response, 200, { ...one.payment, ...one.change });
  }

  function order(request: IncomingMessage, response: ServerResponse, body: unknown): void {
    const idempotencyKey = request.headers['idempotency-key'];
    if (typeof idempotencyKey !== 'string') return refuse(response, 400, 'a payment without idempotency-key');
    if (!isWish(body)) return refuse(response, 400, 'a payment without amount, renewalId or expiresAt');
    const before = orders.find((each) => each.key === idempotencyKey);
    if (before !== undefined && JSON.stringify(before.wish) !== JSON.stringify(body))
      return refuse(response, 409, 'another payment with the same idempotency-key');
    const paymentId = before?.paymentId ?? newPayment(body);
    orders.push({ key: idempotencyKey, paymentId, wish: body });
    if (cutsNext) {
      cutsNext = false;
      request.socket.destroy();
      return;
    }
    say(response, 200, kept.get(paymentId)?.payment);
  }

  function newPayment({ amount, renewalId, methods, expiresAt }: ProviderCreate): string {
    const paymentId = `pay_${random(12)}`;
    const payment: ProviderPayment = {
      paymentId,
      clientSecret: `cs_${random(24)}`,
      confirmUrl: `${url}/payments/${paymentId}/confirm`,
      status: 'requires_payment_method',
      amount,
      received: 0,
      refunded: 0,
      renewalId,
      methods,
      problemCode: null,
      declines: 0,
      paidWith: null,
      paidAt: null,
      expiresAt,
    };
    kept.set(paymentId, { payment, change: {}, isQuick: false });
    return paymentId;
  }

  function refuse(response: ServerResponse, status: number, complaint: string): void {
    complaints.push(complaint);
    say(response, status, { error: complaint });
  }

  return {
    url,
    key,
    orders,
    complaints,
    status: (paymentId) => kept.get(paymentId)?.payment.status ?? 'unknown',
    cutNextAnswer: () => void (cutsNext = true),
    alter(paymentId, change) {
      const one = kept.get(paymentId);
      if (one !== undefined) one.change = change;
    },
    payBeforeCancel(paymentId) {
      const one = kept.get(paymentId);
      if (one !== undefined) one.isQuick = true;
    },
    refund(paymentId) {
      const one = kept.get(paymentId);
      if (one !== undefined) refund(one);
    },
    async stop() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function confirm(one: Kept | undefined, body: unknown): [status: number, answer: unknown] {
  const asked = check(SandboxConfirmRequest, body);
  if (one === undefined || !asked.ok || asked.value.clientSecret !== one.payment.clientSecret)
    return [404, { error: 'no such payment' }];
  const { scenario } = asked.value;
  if (one.payment.status !== 'requires_payment_method') return [200, confirmAnswer(one)];
  if (scenario === 'approve') pay(one);
  else one.payment = { ...one.payment, problemCode: scenario as ProviderPayment['problemCode'] };
  return [200, confirmAnswer(one)];
}

const confirmAnswer = ({ payment: { status, problemCode } }: Kept): SandboxConfirmAnswer =>
  status === 'canceled'
    ? { state: 'requires_payment_method', problemCode: 'payment-cancelled' }
    : { state: status, problemCode };

function pay(one: Kept): void {
  const { payment } = one;
  one.payment = {
    ...payment,
    status: 'succeeded',
    received: payment.amount.minor,
    problemCode: null,
    paidWith: 'Visa •• 4242',
    paidAt: new Date().toISOString(),
  };
}

function cancel(one: Kept): void {
  if (one.isQuick) pay(one);
  else if (one.payment.status === 'requires_payment_method')
    one.payment = { ...one.payment, status: 'canceled' };
}

function refund(one: Kept): void {
  const { received } = { ...one.payment, ...one.change };
  one.payment = { ...one.payment, refunded: received };
}

function isWish(body: unknown): body is ProviderCreate {
  const { amount, renewalId, expiresAt } = (body ?? {}) as Partial<ProviderCreate>;
  return (
    Number.isInteger(amount?.minor) &&
    typeof amount?.currency === 'string' &&
    typeof renewalId === 'string' &&
    !Number.isNaN(Date.parse(expiresAt ?? ''))
  );
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return null;
  }
}

function say(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

const random = (bytes: number): string => randomBytes(bytes).toString('base64url');
