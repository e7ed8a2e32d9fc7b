import { check, fine, trouble, type Answer } from '@leb-renew/core/contract';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SupplierNotice } from '../port.ts';
import { Notice } from './answers.ts';

/**
 * A callback of version 3: `X-Signature-SHA256` is the HMAC-SHA256 of the raw body under the API key. The reference
 * writes it in base64 (https://docs.esim-go.com/api/v2_4/operations/your-usage-callback-url/post/), the guide in hex
 * (https://docs.esim-go.com/guides/webhooks/): both are read. It carries neither time nor id, so an old one can be sent
 * again; all it brings about is that the card is read.
 */
export function readNotice(
  raw: Uint8Array,
  headers: Headers,
  apiKey: string,
): Answer<readonly SupplierNotice[]> {
  const given = headers.get('x-signature-sha256') ?? '';
  const signature = Buffer.from(given, /^[\da-f]{64}$/i.test(given) ? 'hex' : 'base64');
  const expected = createHmac('sha256', apiKey).update(raw).digest();
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
    return trouble('bad-notice');
  try {
    const checked = check(Notice, JSON.parse(new TextDecoder().decode(raw)));
    if (!checked.ok) return trouble('bad-notice', { field: checked.path });
    const { alertType: kind, iccid } = checked.value;
    return fine([{ id: null, kind, iccid: typeof iccid === 'string' ? iccid : null }]);
  } catch {
    return trouble('bad-notice');
  }
}
