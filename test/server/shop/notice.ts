import { createHmac, randomBytes } from 'node:crypto';
import { noticeSecret, type Shop } from './open-shop.ts';

interface Forgery {
  readonly id?: string;
  /** Seconds added to the time of sending. */
  readonly seconds?: number;
  readonly secret?: string;
  /** The body, where it is not what the provider would say. */
  readonly signs?: string;
  /** Sent instead of the body that was signed. */
  readonly body?: string;
  readonly signature?: string | null;
  readonly provider?: string;
}

/** Sends a notice as the provider would, or as somebody who is not the provider. Signed by hand, after the Standard Webhooks text. */
export async function sendNotice(
  shop: Pick<Shop, 'url'>,
  paymentId: string,
  forgery: Forgery = {},
): Promise<Response> {
  const {
    id = `msg_${randomBytes(8).toString('hex')}`,
    seconds = 0,
    secret = noticeSecret,
    provider = 'sandbox',
  } = forgery;
  const signed = forgery.signs ?? JSON.stringify({ type: 'payment.succeeded', paymentId });
  const at = Math.floor(Date.now() / 1000) + seconds;
  const mark = createHmac('sha256', secret).update(`${id}.${at}.${signed}`).digest('base64');
  const signature = forgery.signature === undefined ? `v1,${mark}` : forgery.signature;
  return fetch(`${shop.url}/notices/${provider}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(at),
      ...(signature === null ? {} : { 'webhook-signature': signature }),
    },
    body: forgery.body ?? signed,
  });
}
