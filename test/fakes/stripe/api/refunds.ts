import type Stripe from 'stripe';
import { find, newId, now, type Account } from './account.ts';
import { events } from './events.ts';
import { invalidRequest } from './fault.ts';

/** What the types leave open about a refund. WeChat Pay takes its time; everyone else refunds at once. */
export function createRefund(
  account: Account,
  wish: Stripe.RefundCreateParams,
  livemode: boolean,
): Stripe.Refund {
  const charge = chargeOf(account, wish, livemode);
  const left = charge.amount - charge.amount_refunded;
  if (charge.disputed)
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  if (left === 0)
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  const amount = wish.amount ?? left;
  if (!Number.isInteger(amount) || amount < 1)
    throw invalidRequest(`Invalid positive integer: ${amount}`, {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  if (amount > left)
    throw invalidRequest(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, {
      param: 'amount',
    });
  const isSlow = charge.payment_method_details?.type === 'wechat_pay';
  const refund = {
    id: newId(isSlow ? 'pyr' : 're'),
    object: 'refund',
    amount,
    balance_transaction: newId('txn'),
    charge: charge.id,
    created: now(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    metadata: Object.fromEntries(
      Object.entries(wish.metadata || {}).map(([name, value]) => [name, String(value)]),
    ),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: wish.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: isSlow ? 'pending' : 'succeeded',
    transfer_reversal: null,
  } satisfies Stripe.Refund;
  account.refunds.set(refund.id, refund);
  moveRefunded(charge, amount);
  account.tell(events.refundCreated(refund, charge));
  account.tell(events.chargeRefunded(charge));
  return refund;
}

/** The end of a refund that took its time. One that fails leaves the money with the seller. */
export function settleRefund(
  account: Account,
  refund: Stripe.Refund,
  end: 'succeed' | 'fail',
): Stripe.Refund {
  const charge = typeof refund.charge === 'string' ? account.charges.get(refund.charge) : undefined;
  if (charge === undefined || refund.status !== 'pending')
    throw new Error(`A refund that is ${String(refund.status)} cannot end.`);
  if (end === 'succeed') {
    refund.status = 'succeeded';
    account.tell(events.refundUpdated(refund, charge));
    return refund;
  }
  refund.status = 'failed';
  refund.failure_reason = 'unknown';
  moveRefunded(charge, -refund.amount);
  account.tell(events.refundUpdated(refund, charge));
  account.tell(events.refundFailed(refund, charge));
  return refund;
}

/** Newest first, as everywhere in the API. */
export const refundsOf = (account: Account, charge: string): Stripe.Refund[] =>
  [...account.refunds.values()].filter((refund) => refund.charge === charge).reverse();

function moveRefunded(charge: Stripe.Charge, amount: number): void {
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
}

function chargeOf(account: Account, wish: Stripe.RefundCreateParams, livemode: boolean): Stripe.Charge {
  const { payment_intent: intentId, charge: chargeId } = wish;
  if (chargeId !== undefined && intentId === undefined)
    return find(account.charges, 'charge', chargeId, livemode);
  if (intentId === undefined || chargeId !== undefined)
    throw invalidRequest(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  const { latest_charge: latest, status } = find(account.intents, 'payment_intent', intentId, livemode);
  const charge = typeof latest === 'string' ? account.charges.get(latest) : undefined;
  if (status !== 'succeeded' || charge === undefined)
    throw invalidRequest(`This PaymentIntent (${intentId}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    });
  return charge;
}
