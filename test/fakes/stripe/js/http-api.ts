import type { PaymentIntent, PaymentIntentResult, StripeError } from '@stripe/stripe-js';
import { intentOf, type StripeApi } from './api.ts';

export const connectionError: StripeError = {
  type: 'api_connection_error',
  message: 'We are experiencing issues connecting to our payments provider. Please check your connection.',
};

/** Stripe's API over HTTP, as Stripe.js speaks to it. */
export function httpApi(origin: string): StripeApi {
  async function call(
    path: string,
    key: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<PaymentIntentResult> {
    let response: Response;
    try {
      response = await fetch(`${origin}/v1/payment_intents/${path}`, {
        headers: { authorization: `Bearer ${key}` },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      });
    } catch {
      return { error: connectionError };
    }
    const body = (await response.json()) as PaymentIntent | { error: StripeError };
    return 'error' in body ? { error: body.error } : { paymentIntent: body };
  }

  return {
    retrieve: (key, clientSecret) =>
      call(`${intentOf(clientSecret)}?${new URLSearchParams({ client_secret: clientSecret })}`, key),
    confirm: (key, clientSecret, form) =>
      call(`${intentOf(clientSecret)}/confirm`, key, { ...form, client_secret: clientSecret }),
    authenticate: (key, clientSecret, choice) =>
      call(`${intentOf(clientSecret)}/authenticate`, key, { client_secret: clientSecret, choice }),
  };
}
