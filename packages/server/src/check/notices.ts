import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Broken } from './must.ts';
import { keepSecret, type RunNotes } from './run-notes.ts';
import { deadlineMs } from './wire.ts';

/** What a notice differs in from the one that the provider would send about a payment that succeeded. */
export interface Peculiarity {
  readonly id?: string;
  readonly type?: string;
  /** More members of the body. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Seconds added to the time of sending. */
  readonly seconds?: number;
  /** Signs instead of the provider's secret. */
  readonly secret?: string;
  /** Sent instead of the body that was signed. */
  readonly body?: string;
  /** Sent instead of the signature; null for none. */
  readonly signature?: string | null;
}

export type SendNotice = (
  paymentId: string,
  peculiarity?: Peculiarity,
) => Promise<{ readonly status: number; readonly ms: number }>;

/** Sends notices as the sandbox provider signs them (Standard Webhooks 1.0), and as somebody else would like to. */
export function noticesTo(baseUrl: string, secret: string, notes: RunNotes): SendNotice {
  keepSecret(notes, secret, 'notice secret');
  return async (paymentId, peculiarity = {}) => {
    const { id = newNoticeId(), type = 'payment.succeeded', more = {}, seconds = 0 } = peculiarity;
    const signed = JSON.stringify({ type, paymentId, ...more });
    const at = new Date(Date.now() + seconds * 1000);
    const webhook = new Webhook(peculiarity.secret ?? secret, { format: 'raw' });
    const signature =
      peculiarity.signature === undefined ? webhook.sign(id, at, signed) : peculiarity.signature;
    const sentAt = performance.now();
    notes.requests += 1;
    try {
      const response = await fetch(`${baseUrl}/notices/sandbox`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          ...(signature === null ? {} : { 'webhook-signature': signature }),
        },
        body: peculiarity.body ?? signed,
        signal: AbortSignal.timeout(deadlineMs),
      });
      await response.arrayBuffer();
      return { status: response.status, ms: performance.now() - sentAt };
    } catch (error) {
      throw new Broken(`a notice was not answered (${error instanceof Error ? error.name : 'Error'})`);
    }
  };
}

export const newNoticeId = (): string => `msg_${randomBytes(12).toString('base64url')}`;
