import { check } from '@leb-renew/core/schema';
import { retryAfter, type Heard } from '../ask.ts';
import type { Refusal, Unknown } from '../port.ts';
import { Invalid, Numbered } from './wire.ts';

const tooOften = '429 too many attempts';

type Reason = Pick<Refusal, 'reason' | 'isFinal'> & { readonly words: string };

const later = (words: string): Reason => ({ reason: 'other', isFinal: false, words });
const never = (words: string): Reason => ({ reason: 'other', isFinal: true, words });

/**
 * Airalo's error codes (https://developers.partners.airalo.com/error-handling-780831m0), with status 422; 89 with 403
 * (https://developers.partners.airalo.com/ip-allowlist-whitelisting-2327548m0). 53, *something unexpected happened*, is not among them: nobody knows what was done before it.
 */
const codes: ReadonlyMap<number, Reason> = new Map([
  [11, later('insufficient credit')],
  [13, later('the operator is under maintenance')],
  [14, never('invalid checksum')],
  [23, never('the operator has disabled this top-up')],
  [33, later('not enough stock')],
  [34, later('package invalid or out of stock')],
  [43, never('bad request')],
  [73, { reason: 'terminated', isFinal: true, words: 'the eSIM has been recycled' }],
  [89, later('this address is not on the IP allowlist')],
]);

/**
 * What an answer other than the hoped-for one says. Only what is documented to come instead of an effect is a refusal;
 * all else is `unknown`. Airalo's own words stay out: they can hold the card's number.
 */
export function otherwise({ status, headers, body }: Heard): Refusal | Unknown {
  const reason = reasonOf(status, body);
  if (reason === null) return { outcome: 'unknown', detail: `status ${status}`, ...retryAfter(headers) };
  const { words, ...rest } = reason;
  return { outcome: 'refused', ...rest, detail: words, ...retryAfter(headers) };
}

function reasonOf(status: number, body: unknown): Reason | null {
  if (status === 401) return later('401 not authorised');
  if (status === 429) return later(tooOften);
  if (status !== 422 && status !== 403) return null;
  const numbered = check(Numbered, body);
  if (numbered.ok) {
    const { code } = numbered.value;
    const known = (code === 89) === (status === 403) ? codes.get(code) : undefined;
    return known === undefined ? null : { ...known, words: `${code} ${known.words}` };
  }
  const invalid = status === 422 && check(Invalid, body);
  return invalid && invalid.ok ? ofFields(invalid.value.data) : null;
}

/** https://developers.partners.airalo.com/submit-top-up-order-11883026e0, its answers with 422 */
function ofFields(fields: Readonly<Record<string, string>>): Reason | null {
  const names = Object.keys(fields);
  if (names.length === 0) return null;
  if (fields['package_id'] === 'validation.order_exceed_limit') return later('422 purchase limit exceeded');
  return never(`422 invalid: ${names.join(', ')}`);
}

/** Documented for what is asked about one card: https://developers.partners.airalo.com/get-top-up-package-list-11883031e0 */
export const noSuchCard: Refusal = {
  outcome: 'refused',
  reason: 'other',
  isFinal: true,
  detail: '404 no such eSIM',
};

export const notServed: Refusal = {
  outcome: 'refused',
  reason: 'other',
  isFinal: false,
  detail: 'the card has no such top-up now, or one of fewer days',
};

/** Asked oftener than Airalo answers. */
export const isTooOften = ({ detail }: Refusal | Unknown): boolean => detail === tooOften;
