import { fine, trouble, type Answer } from '@leb-renew/core/contract';
import { check } from '@leb-renew/core/schema';
import { createHmac } from 'node:crypto';
import { equalSecrets } from '../../keys.ts';
import type { SupplierNotice } from '../port.ts';
import { LowData } from './wire.ts';

/**
 * Reads a notice that Airalo has signed: `airalo-signature`, the HMAC-SHA512 of the body in hex, with the API secret
 * (https://developers.partners.airalo.com/webhook-definition-1380483m0). It bears no time and no name, so an old one
 * that is sent again cannot be told from a new one; it only makes the card be read.
 */
export function readNotice(
  raw: Uint8Array,
  headers: Headers,
  secret: string,
): Answer<readonly SupplierNotice[]> {
  const signature = headers.get('airalo-signature') ?? '';
  const body = parsed(raw);
  if (body === undefined || !formsOf(raw, body).some((form) => equalSecrets(signed(form, secret), signature)))
    return trouble('bad-notice');
  const lowData = check(LowData, body);
  if (!lowData.ok) return fine([{ id: null, kind: 'other', iccid: null }]);
  const { level, iccid } = lowData.value;
  return fine([{ id: null, kind: `low-data ${level}`, iccid }]);
}

/**
 * What may have been signed. The page speaks of the body. Airalo's libraries take it apart and write it anew before
 * they check: `JSON.stringify(JSON.parse(body))` in airalo-nodejs-sdk, `src/helpers/Signature.js`, and
 * `json_encode(json_decode($body, true))` in airalo-php-sdk, `src/Helpers/Signature.php`, which escapes slashes and
 * everything that is not ASCII. All three mean the same, and none can be made without the secret.
 */
function formsOf(raw: Uint8Array, body: unknown): readonly (Uint8Array | string)[] {
  const anew = JSON.stringify(body);
  return [raw, anew, anew.replaceAll('/', '\\/').replaceAll(/[\u0080-\uffff]/g, escaped)];
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

const signed = (form: Uint8Array | string, secret: string): string =>
  createHmac('sha512', secret).update(form).digest('hex');

function parsed(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    return undefined;
  }
}
