import type { Schema } from '@leb-renew/core/contract';
import { object } from '@leb-renew/core/schema';
import { createHmac, randomUUID } from 'node:crypto';
import { ask } from '../ask.ts';
import { pace } from '../pace.ts';
import type { Refusal, Unknown } from '../port.ts';
import { told, turnedAway, type Told } from '../told.ts';
import { Envelope } from './answers.ts';
import { meaningOf } from './errors.ts';

export interface Account {
  readonly baseUrl: string;
  readonly accessCode: string;
  readonly secretKey: string | null;
  readonly requestsPerSecond: number;
}

/** The signal ends sooner: see `withDeadline`. */
const longestMs = 60_000;

/** One call of the API: everything is a POST with JSON, answered in an envelope. */
export type Call = <T>(
  path: string,
  question: object,
  schema: Schema<T>,
  signal: AbortSignal,
) => Promise<Told<T> | Refusal | Unknown>;

export function createCall(account: Account): Call {
  const turn = pace(account.requestsPerSecond);
  return async (path, question, schema, signal) => {
    const address = new URL(`${account.baseUrl}/api/v1/open/${path}`);
    const body = JSON.stringify(question);
    try {
      await turn(signal);
    } catch {
      return { outcome: 'unknown', detail: 'stopped before it was sent' };
    }
    const headers = { 'content-type': 'application/json', ...credentials(account, body) };
    const heard = await ask(address, { method: 'POST', headers, body }, signal, longestMs);
    if (heard.outcome !== 'heard') return heard;
    const away = turnedAway(heard);
    if (away !== null) return away;
    if (heard.status !== 200) return { outcome: 'unknown', detail: `HTTP ${heard.status}` };
    const envelope = told(Envelope, heard.body);
    if (envelope.outcome !== 'told') return envelope;
    const { success, errorCode } = envelope.value;
    if (String(success) !== 'true') return meaningOf(errorCode ?? '');
    const answer = told(object({ obj: schema }), heard.body);
    return answer.outcome === 'told' ? { outcome: 'told', value: answer.value.obj } : answer;
  };
}

/**
 * The access code alone, or signed with the secret key: HMAC-SHA256, in hex, over time, request id, access code and
 * body (https://docs.esimaccess.com, “Authentication”; the error codes 101001 to 101003 are about it).
 */
function credentials({ accessCode, secretKey }: Account, body: string): Record<string, string> {
  if (secretKey === null) return { 'RT-AccessCode': accessCode };
  const [time, id] = [String(Date.now()), randomUUID()];
  return {
    'RT-AccessCode': accessCode,
    'RT-Timestamp': time,
    'RT-RequestID': id,
    'RT-Signature': createHmac('sha256', secretKey)
      .update(time + id + accessCode + body)
      .digest('hex'),
  };
}
