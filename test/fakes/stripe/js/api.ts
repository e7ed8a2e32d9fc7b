/** What Stripe.js asks of Stripe's API with a publishable key. */
import type { PaymentIntentResult } from '@stripe/stripe-js';
import type { OverlayChoice } from './messages.ts';

export interface StripeApi {
  retrieve(key: string, clientSecret: string): Promise<PaymentIntentResult>;
  /** `form` are the fields that Stripe.js sends, by their names on the wire, e.g. `payment_method_data[type]`. */
  confirm(
    key: string,
    clientSecret: string,
    form: Readonly<Record<string, string>>,
  ): Promise<PaymentIntentResult>;
  /** What the customer did in a dialog of their bank, or with a QR code. */
  authenticate(key: string, clientSecret: string, choice: OverlayChoice): Promise<PaymentIntentResult>;
}

export const intentOf = (clientSecret: string): string => clientSecret.split('_secret_')[0] ?? '';
