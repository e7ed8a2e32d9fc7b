import { fine, trouble, type Answer, type Money } from '@leb-renew/core/contract';
import { stripeProblemCode } from '@leb-renew/core/stripe';
import type { Stripe } from 'stripe';
import type { PaymentFact, PaymentState } from '../port.ts';
import { fromStripe } from './minor-units.ts';
import { paidWith } from './paid-with.ts';

/** A payment intent, and what belongs to its charge. */
export interface StripePayment {
  readonly intent: Stripe.PaymentIntent;
  /** The newest first, as Stripe lists them. */
  readonly refunds: readonly Stripe.Refund[];
  readonly disputes: readonly Stripe.Dispute[];
}

const states: Readonly<Record<string, PaymentState>> = {
  requires_payment_method: 'open',
  requires_confirmation: 'open',
  requires_action: 'needs-customer',
  processing: 'processing',
  requires_capture: 'authorised',
  succeeded: 'succeeded',
  canceled: 'canceled',
};

/** What Stripe knows of a payment, in the words of the port. */
export function factOf({ intent, refunds, disputes }: StripePayment): Answer<PaymentFact> {
  const { id, metadata, status, livemode, currency, last_payment_error: error } = intent;
  const state = states[status];
  if (state === undefined)
    return trouble('payment-setup', {
      detail: 'Stripe says a payment is in a status that this version does not know.',
    });
  const exponent = exponentIn(metadata);
  const money = (amount: number) => fromStripe(amount, currency, exponent);
  const sumOf = (...statuses: readonly string[]) =>
    refunds.reduce((sum, each) => (statuses.includes(each.status ?? '') ? sum + each.amount : sum), 0);
  // The charge of a try that failed is none that anything was paid with.
  const charge = state === 'succeeded' ? chargeOf(intent) : null;
  const refunded = Math.min(intent.amount_received, sumOf('succeeded') + lostIn(disputes));
  const refunding = sumOf('pending', 'requires_action');
  const failed = whyLastFailed(refunds);
  const dispute = disputeIn(disputes);
  const isDeclined = state === 'open' && error !== null;
  // A wallet that was left makes no charge, and every try has a method of its own.
  const attempt = isDeclined ? (error.payment_method?.id ?? error.charge) : undefined;
  return fine({
    ref: id,
    renewalId: metadata['renewal_id'] ?? null,
    state,
    received: money(intent.amount_received),
    refunded: refunded === 0 ? null : money(refunded),
    ...(refunding > 0 && { refunding: money(refunding) }),
    ...(failed !== null && { refundFailed: failed }),
    ...(dispute !== null && { dispute }),
    problem: isDeclined ? stripeProblemCode(error) : null,
    ...(attempt !== undefined && { attempt }),
    livemode,
    paidWith: charge === null ? null : paidWith(charge.payment_method_details),
    paidAt: charge === null ? null : new Date(charge.created * 1000).toISOString(),
  });
}

/** The charge that decides; null before there is one. It is asked for together with the intent. */
export const chargeOf = ({ latest_charge: charge }: Stripe.PaymentIntent): Stripe.Charge | null =>
  typeof charge === 'object' ? charge : null;

/** The decimals that the payment was made with, as `create` kept them. */
function exponentIn({ exponent }: Stripe.Metadata): Money['exponent'] | null {
  return ([0, 2, 3, 4] as const).find((each) => String(each) === exponent) ?? null;
}

function whyLastFailed([last]: readonly Stripe.Refund[]): string | null {
  const isLost = last?.status === 'failed' || last?.status === 'canceled';
  return isLost ? (last.failure_reason ?? last.status) : null;
}

/** Decided for the seller, or a question of the bank that came to nothing. */
const harmless = new Set(['won', 'prevented', 'warning_closed']);

/** What banks have taken back for good. */
const lostIn = (disputes: readonly Stripe.Dispute[]): number =>
  disputes.reduce((sum, { status, amount }) => (status === 'lost' ? sum + amount : sum), 0);

function disputeIn(disputes: readonly Stripe.Dispute[]): 'open' | 'lost' | null {
  const left = disputes.filter(({ status }) => !harmless.has(status));
  if (left.length === 0) return null;
  return left.every(({ status }) => status === 'lost') ? 'lost' : 'open';
}
