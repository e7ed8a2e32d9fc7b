import type Stripe from 'stripe';
import type { Caller } from './keys.ts';

export const shownTo = ({ isPublic }: Pick<Caller, 'isPublic'>, answer: object): object =>
  isPublic && 'object' in answer && answer.object === 'payment_intent'
    ? publicPart(answer as Stripe.PaymentIntent)
    : answer;

/** What a browser with the client secret is shown: nothing that the seller keeps to themselves, such as metadata. */
const publicPart = (intent: Stripe.PaymentIntent) => ({
  id: intent.id,
  object: intent.object,
  amount: intent.amount,
  automatic_payment_methods: intent.automatic_payment_methods,
  canceled_at: intent.canceled_at,
  cancellation_reason: intent.cancellation_reason,
  capture_method: intent.capture_method,
  client_secret: intent.client_secret,
  confirmation_method: intent.confirmation_method,
  created: intent.created,
  currency: intent.currency,
  description: intent.description,
  last_payment_error: intent.last_payment_error,
  livemode: intent.livemode,
  next_action: intent.next_action,
  payment_method: intent.payment_method,
  payment_method_configuration_details: intent.payment_method_configuration_details,
  payment_method_types: intent.payment_method_types,
  processing: intent.processing,
  receipt_email: intent.receipt_email,
  setup_future_usage: intent.setup_future_usage,
  shipping: intent.shipping,
  source: intent.source,
  status: intent.status,
});
