import type Stripe from 'stripe';

type RawError = Stripe.StripeRawError;

/** A refusal as Stripe words one: thrown by whoever finds out, answered with `status` and `{ error }`. */
export class StripeFault extends Error {
  readonly status: number;
  readonly error: RawError;

  constructor(status: number, error: RawError) {
    super(error.message);
    this.status = status;
    this.error = error;
  }
}

export const invalidRequest = (
  message: string,
  more: Pick<RawError, 'code' | 'param' | 'payment_intent'> = {},
): StripeFault => new StripeFault(400, { type: 'invalid_request_error', message, ...more });

export const missing = (what: string, id: string, more = ''): StripeFault =>
  new StripeFault(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param: 'id',
    message: `No such ${what}: '${id}'${more}`,
  });
