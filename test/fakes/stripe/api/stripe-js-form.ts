import { checkParams, type RequestName } from './check-params.ts';
import type { Params } from './form.ts';

/** What only Stripe.js sends; no type of the server's package has it. */
const itsOwn = ['client_secret', 'key', 'expected_payment_method_type', 'choice'];

/** A form of Stripe.js: it may carry the number of a card, where a server may not. */
export function checkStripeJsForm(takes: RequestName, params: Params): unknown {
  const { payment_method_data: data, ...rest } = Object.fromEntries(
    Object.entries(params).filter(([name]) => !itsOwn.includes(name)),
  );
  if (data !== undefined) checkParams('PaymentMethodCreateParams', data as Params);
  return checkParams(takes, rest);
}
