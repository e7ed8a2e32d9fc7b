import Stripe from 'stripe';
import { newId, now } from './account.ts';

interface About {
  readonly livemode: boolean;
}

const head = ({ livemode }: About) => ({
  id: newId('evt'),
  object: 'event' as const,
  api_version: Stripe.API_VERSION,
  created: now(),
  livemode,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
});

/** As it was at that moment. */
const data = <T>(object: T) => ({ object: structuredClone(object) });

type Intent = Stripe.PaymentIntent;

/** What Stripe announces, each as its own type says. */
export const events = {
  intentCreated: (intent: Intent) =>
    ({
      ...head(intent),
      type: 'payment_intent.created',
      data: data(intent),
    }) satisfies Stripe.PaymentIntentCreatedEvent,
  intentRequiresAction: (intent: Intent) =>
    ({
      ...head(intent),
      type: 'payment_intent.requires_action',
      data: data(intent),
    }) satisfies Stripe.PaymentIntentRequiresActionEvent,
  intentProcessing: (intent: Intent) =>
    ({
      ...head(intent),
      type: 'payment_intent.processing',
      data: data(intent),
    }) satisfies Stripe.PaymentIntentProcessingEvent,
  intentSucceeded: (intent: Intent) =>
    ({
      ...head(intent),
      type: 'payment_intent.succeeded',
      data: data(intent),
    }) satisfies Stripe.PaymentIntentSucceededEvent,
  intentFailed: (intent: Intent) =>
    ({
      ...head(intent),
      type: 'payment_intent.payment_failed',
      data: data(intent),
    }) satisfies Stripe.PaymentIntentPaymentFailedEvent,
  intentCanceled: (intent: Intent) =>
    ({
      ...head(intent),
      type: 'payment_intent.canceled',
      data: data(intent),
    }) satisfies Stripe.PaymentIntentCanceledEvent,
  chargePending: (charge: Stripe.Charge) =>
    ({ ...head(charge), type: 'charge.pending', data: data(charge) }) satisfies Stripe.ChargePendingEvent,
  chargeSucceeded: (charge: Stripe.Charge) =>
    ({ ...head(charge), type: 'charge.succeeded', data: data(charge) }) satisfies Stripe.ChargeSucceededEvent,
  chargeFailed: (charge: Stripe.Charge) =>
    ({ ...head(charge), type: 'charge.failed', data: data(charge) }) satisfies Stripe.ChargeFailedEvent,
  chargeRefunded: (charge: Stripe.Charge) =>
    ({ ...head(charge), type: 'charge.refunded', data: data(charge) }) satisfies Stripe.ChargeRefundedEvent,
  refundCreated: (refund: Stripe.Refund, about: About) =>
    ({ ...head(about), type: 'refund.created', data: data(refund) }) satisfies Stripe.RefundCreatedEvent,
  refundUpdated: (refund: Stripe.Refund, about: About) =>
    ({ ...head(about), type: 'refund.updated', data: data(refund) }) satisfies Stripe.RefundUpdatedEvent,
  refundFailed: (refund: Stripe.Refund, about: About) =>
    ({ ...head(about), type: 'refund.failed', data: data(refund) }) satisfies Stripe.RefundFailedEvent,
  disputeCreated: (dispute: Stripe.Dispute) =>
    ({
      ...head(dispute),
      type: 'charge.dispute.created',
      data: data(dispute),
    }) satisfies Stripe.ChargeDisputeCreatedEvent,
  disputeClosed: (dispute: Stripe.Dispute) =>
    ({
      ...head(dispute),
      type: 'charge.dispute.closed',
      data: data(dispute),
    }) satisfies Stripe.ChargeDisputeClosedEvent,
};
