import {
  fine,
  Id,
  trouble,
  type Answer,
  type Money,
  type PaymentMethod,
  type SandboxHandoffData,
} from '@leb-renew/core/contract';
import { check, object, string } from '@leb-renew/core/schema';
import { Webhook } from 'standardwebhooks';
import type { PaymentFact, PaymentGateway, PaymentState } from '../port.ts';
import type { ProviderCreate, ProviderPayment, ProviderRefund, ProviderStatus } from './wire.ts';

export interface SandboxGatewayOptions {
  /** Where the provider is reached from the server, e.g. `http://localhost:5173/sandbox-pay`. */
  readonly baseUrl: string;
  readonly secretKey: string;
  /** Signs the notices; the same as the provider's. */
  readonly noticeSecret: string;
}

/** What a notice says, of a kind from the future too: it is the provider who is asked what has happened. */
const Notice = object({ type: string({ minLength: 1, maxLength: 100 }), paymentId: Id });

const deadlineMs = 10_000;
const everywhere: readonly PaymentMethod[] = ['card', 'paypal'];
const inChina: readonly PaymentMethod[] = ['card', 'paypal', 'alipay', 'wechat_pay'];
const currenciesOfChina = new Set(['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'SGD', 'AUD', 'CAD']);

/** A payment provider that moves no money, spoken to over HTTP like a real one. */
export function sandboxGateway({ baseUrl, secretKey, noticeSecret }: SandboxGatewayOptions): PaymentGateway {
  const webhook = new Webhook(noticeSecret, { format: 'raw' });

  return {
    provider: 'sandbox',
    livemode: false,
    methods: ({ currency }) => (currenciesOfChina.has(currency) ? inChina : everywhere),
    async create({ renewalId, amount, describe, methods, expiresAt }, key) {
      const wish: ProviderCreate = { amount, renewalId, describe, methods, expiresAt };
      const made = await call('POST', '/payments', { body: wish, key });
      if (!made.ok) return made;
      const { paymentId, clientSecret, confirmUrl, leaveUrl } = made.value;
      const data: SandboxHandoffData = {
        paymentId,
        clientSecret,
        confirmUrl,
        ...(leaveUrl === undefined ? {} : { leaveUrl }),
        methods: [...made.value.methods],
      };
      return fine({
        ref: paymentId,
        handoff: { provider: 'sandbox', amount, expiresAt: made.value.expiresAt, livemode: false, data },
      });
    },
    read: async (ref) =>
      factOf(await call('GET', `/payments/${encodeURIComponent(ref)}`, { missing: 'not-found' })),
    cancel: async (ref, key) =>
      factOf(
        await call('POST', `/payments/${encodeURIComponent(ref)}/cancel`, { key, missing: 'not-found' }),
      ),
    async refund(ref, amount, key) {
      const done = await call<ProviderRefund>('POST', `/payments/${encodeURIComponent(ref)}/refund`, {
        body: { amount: amount?.minor ?? null },
        key,
      });
      return done.ok ? fine({ refundRef: done.value.refundId }) : done;
    },
    readNotice(raw, headers) {
      try {
        const notice = check(Notice, webhook.verify(Buffer.from(raw), Object.fromEntries(headers)));
        if (!notice.ok) return Promise.resolve(trouble('bad-notice'));
        const id = headers.get('webhook-id') ?? '';
        return Promise.resolve(fine([{ id, kind: notice.value.type, ref: notice.value.paymentId }]));
      } catch {
        return Promise.resolve(trouble('bad-notice'));
      }
    },
  };

  async function call<T = ProviderPayment>(
    method: string,
    path: string,
    {
      body,
      key,
      missing = 'payment-setup',
    }: { body?: unknown; key?: string; missing?: 'not-found' | 'payment-setup' } = {},
  ): Promise<Answer<T>> {
    try {
      const response = await fetch(baseUrl + path, {
        method,
        headers: {
          authorization: `Bearer ${secretKey}`,
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(deadlineMs),
      });
      if (response.ok) return fine((await response.json()) as T);
      const down = response.status >= 500 || response.status === 429;
      const refused = response.status === 404 ? missing : 'payment-setup';
      return trouble(down ? 'provider-down' : refused, {
        detail: `The sandbox provider answered ${response.status}.`,
      });
    } catch (error) {
      const why = error instanceof Error ? error.name : 'Error';
      return trouble('provider-down', { detail: `The sandbox provider did not answer (${why}).` });
    }
  }
}

const states: Readonly<Record<ProviderStatus, PaymentState>> = {
  requires_payment_method: 'open',
  processing: 'processing',
  succeeded: 'succeeded',
  canceled: 'canceled',
};

function factOf(answer: Answer<ProviderPayment>): Answer<PaymentFact> {
  if (!answer.ok) return answer;
  const {
    paymentId,
    renewalId,
    status,
    amount,
    received,
    refunded,
    problemCode,
    declines,
    paidWith,
    paidAt,
  } = answer.value;
  const money = (minor: number): Money => ({
    minor,
    currency: amount.currency,
    exponent: amount.exponent as Money['exponent'],
  });
  return fine({
    ref: paymentId,
    renewalId,
    state: states[status],
    received: money(received),
    refunded: refunded === 0 ? null : money(refunded),
    problem: problemCode,
    ...(problemCode !== null && { attempt: String(declines) }),
    livemode: false,
    paidWith,
    paidAt,
  });
}
