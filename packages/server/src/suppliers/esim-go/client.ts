import type { Schema } from '@leb-renew/core/contract';
import { discreetText } from '../../discreet.ts';
import { ask, type Heard } from '../ask.ts';
import { pace } from '../pace.ts';
import type { Refusal, Unknown } from '../port.ts';
import { told, turnedAway, type Told } from '../told.ts';
import { Failed } from './answers.ts';

export interface Account {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly requestsPerSecond: number;
}

/** The signal ends sooner: see `withDeadline`. */
const longestMs = 60_000;

/** One call of the API: a GET, or a POST when there is something to send. */
export type Call = <T>(
  path: string,
  schema: Schema<T>,
  signal: AbortSignal,
  body?: object,
) => Promise<Told<T> | Refusal | Unknown>;

export function createCall({ baseUrl, apiKey, requestsPerSecond }: Account): Call {
  const turn = pace(requestsPerSecond);
  return async (path, schema, signal, body) => {
    const request: RequestInit =
      body === undefined
        ? { headers: { 'X-API-Key': apiKey } }
        : {
            method: 'POST',
            headers: { 'X-API-Key': apiKey, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          };
    try {
      await turn(signal);
    } catch {
      return { outcome: 'unknown', detail: 'stopped before it was sent' };
    }
    const heard = await ask(new URL(`${baseUrl}${path}`), request, signal, longestMs);
    if (heard.outcome !== 'heard') return heard;
    if (heard.status === 200) return told(schema, heard.body);
    return turnedAway(heard) ?? refusalOf(heard);
  };
}

/**
 * 400, 401 and 403 are documented as refused requests. Their texts are not documented, and are only passed on: a seller
 * who is out of credit and one who named a wrong bundle are told apart by people. So none is final.
 */
function refusalOf({ status, body }: Heard): Refusal | Unknown {
  const words = told(Failed, body);
  const detail = `HTTP ${status}${words.outcome === 'told' ? `: ${discreetText(words.value.message).slice(0, 200)}` : ''}`;
  return [400, 401, 403].includes(status)
    ? { outcome: 'refused', reason: 'other', isFinal: false, detail }
    : { outcome: 'unknown', detail };
}
