import { trouble, type Answer, type ProblemCode } from '@leb-renew/core/contract';
import { stripeProblemCode } from '@leb-renew/core/stripe';

/** What Stripe's library rejects with, as far as this adapter looks at it. */
export interface StripeFaultLike {
  /** The name of the class, e.g. `StripeCardError`. */
  readonly type: string;
  /** The API's own word, e.g. `card_error`. */
  readonly rawType?: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly requestId?: string;
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Stripe's error in what was thrown; null for anything else. By its `type`: the library comes in two module formats with a
 * class each, and `instanceof` knows one of them.
 */
export function faultIn(error: unknown): StripeFaultLike | null {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : null;
  return typeof type === 'string' && type.startsWith('Stripe') ? (error as StripeFaultLike) : null;
}

/** What the class of an error says, whatever its code. */
const byClass: Readonly<Record<string, ProblemCode>> = {
  StripeConnectionError: 'provider-down',
  StripeAPIError: 'provider-down',
  StripeRateLimitError: 'provider-down',
  StripeAuthenticationError: 'payment-setup',
  StripePermissionError: 'payment-setup',
  StripeIdempotencyError: 'payment-setup',
};

/** What Stripe answers, with its errors as problems. What is not Stripe's error is thrown on. */
export async function answered<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await ask();
  } catch (error) {
    const fault = faultIn(error);
    if (fault === null) throw error;
    const { type, rawType, code, decline_code } = fault;
    return trouble(byClass[type] ?? stripeProblemCode({ type: rawType, code, decline_code }), {
      detail: inWords(fault),
    });
  }
}

/** For developers. Stripe's own message is left out: it may repeat a key or an address. */
const inWords = ({ type, rawType, code, param, requestId }: StripeFaultLike): string =>
  [`Stripe: ${rawType ?? type}`, code, param && `at ${param}`, requestId && `in ${requestId}`]
    .filter(Boolean)
    .join(' ');
