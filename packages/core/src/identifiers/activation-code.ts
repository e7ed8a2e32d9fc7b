import { Misuse } from '../misuse.ts';
import { textOf } from './reading.ts';

/** What an activation code says. The confirmation code that it may ask for is never inside. */
export interface ActivationCode {
  /** Address of the server that holds the profile (SM-DP+). */
  readonly smdp: string;
  /** Names the profile, and is a secret until that is installed. May be empty: then the EID names it. */
  readonly token: string;
  /** Object identifier of the server; null when left out. */
  readonly oid: string | null;
  /** Whether a confirmation code is asked for on installing. */
  readonly ccRequired: boolean;
}

export type ActivationCodeRefusal =
  'too-long' | 'wrong-format' | 'wrong-fields' | 'wrong-address' | 'wrong-token' | 'wrong-oid' | 'wrong-flag';

export type ActivationCodeReading =
  ({ readonly ok: true } & ActivationCode) | { readonly ok: false; readonly code: ActivationCodeRefusal };

const refused = (code: ActivationCodeRefusal): ActivationCodeReading => ({ ok: false, code });

/**
 * Reads an activation code (GSMA SGP.22 §4.1): `1$address$token[$oid[$flag]]`, after `LPA:` in a QR code.
 *
 * @throws Misuse when `text` is no string; the code is not repeated
 */
export function parseActivationCode(text: string): ActivationCodeReading {
  const code = textOf('parseActivationCode', text).trim().replace(/^LPA:/i, '');
  if (code.length > 255) return refused('too-long');
  const [format, smdp, token, oid = '', flag = '', ...more] = code.split('$');
  if (format !== '1') return refused('wrong-format');
  if (smdp === undefined || token === undefined || more.length > 0) return refused('wrong-fields');
  if (!smdp.split('.').every((label) => /^[a-z\d]([a-z\d-]*[a-z\d])?$/i.test(label)))
    return refused('wrong-address');
  if (/[^a-z\d-]/i.test(token)) return refused('wrong-token');
  if (!/^([0-2](\.\d+)+)?$/.test(oid)) return refused('wrong-oid');
  if (!['', '1'].includes(flag)) return refused('wrong-flag');
  return { ok: true, smdp, token, oid: oid === '' ? null : oid, ccRequired: flag === '1' };
}

/**
 * Shows an activation code without its token: the server alone.
 *
 * @throws Misuse when it is none; the code is not repeated
 */
export function maskActivationCode(text: string): string {
  const reading = parseActivationCode(textOf('maskActivationCode', text));
  if (!reading.ok) throw new Misuse(`maskActivationCode: this is no activation code (${reading.code})`);
  return `1$${reading.smdp}$••••`;
}
