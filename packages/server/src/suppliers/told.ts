import { check, type Schema } from '@leb-renew/core/contract';
import { retryAfter, type Heard } from './ask.ts';
import type { Refusal, Unknown } from './port.ts';

/** What a supplier said, in the shape that its documentation gives. */
export interface Told<T> {
  readonly outcome: 'told';
  readonly value: T;
}

/** What an answer says to a question; `unknown` when it is not as documented. */
export function told<T>(schema: Schema<T>, body: unknown): Told<T> | Unknown {
  const checked = check(schema, body);
  return checked.ok
    ? { outcome: 'told', value: checked.value }
    : { outcome: 'unknown', detail: `not as documented: ${checked.path} (${checked.rule})` };
}

/** Too many requests (RFC 6585) are turned away; a server that fails (5xx) may have acted. Null for any other answer. */
export function turnedAway({ status, headers }: Heard): Refusal | Unknown | null {
  const detail = `HTTP ${status}`;
  if (status === 429)
    return { outcome: 'refused', reason: 'other', isFinal: false, detail, ...retryAfter(headers) };
  return status >= 500 ? { outcome: 'unknown', detail, ...retryAfter(headers) } : null;
}

/** For questions that are only answered or not: what is refused stays unknown. */
export const unsure = ({ detail, ...rest }: Refusal | Unknown): Unknown => ({
  outcome: 'unknown',
  detail,
  ...('retryAfterSeconds' in rest ? { retryAfterSeconds: rest.retryAfterSeconds } : {}),
});
