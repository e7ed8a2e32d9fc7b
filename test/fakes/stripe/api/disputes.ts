import type Stripe from 'stripe';
import { newId, now, type Account } from './account.ts';
import { events } from './events.ts';

const none = {
  ...{ access_activity_log: null, billing_address: null, cancellation_policy: null, receipt: null },
  ...{ cancellation_policy_disclosure: null, cancellation_rebuttal: null, customer_communication: null },
  ...{
    customer_email_address: null,
    customer_name: null,
    customer_purchase_ip: null,
    customer_signature: null,
  },
  ...{ duplicate_charge_documentation: null, duplicate_charge_explanation: null, duplicate_charge_id: null },
  ...{
    enhanced_evidence: {},
    product_description: null,
    refund_policy: null,
    refund_policy_disclosure: null,
  },
  ...{
    refund_refusal_explanation: null,
    service_date: null,
    service_documentation: null,
    shipping_address: null,
  },
  ...{
    shipping_carrier: null,
    shipping_date: null,
    shipping_documentation: null,
    shipping_tracking_number: null,
  },
  ...{ uncategorized_file: null, uncategorized_text: null },
} satisfies Stripe.Dispute.Evidence;

/** The cardholder asks their bank for the money back. */
export function disputeCharge(account: Account, charge: Stripe.Charge): Stripe.Dispute {
  const dispute = {
    id: newId('du'),
    object: 'dispute',
    amount: charge.amount,
    balance_transactions: [],
    charge: charge.id,
    created: now(),
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: none,
    evidence_details: {
      due_by: null,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: charge.livemode,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: 'fraudulent',
    status: 'needs_response',
  } satisfies Stripe.Dispute;
  charge.disputed = true;
  account.disputes.set(dispute.id, dispute);
  account.tell(events.disputeCreated(dispute));
  return dispute;
}

export function closeDispute(account: Account, dispute: Stripe.Dispute, end: 'won' | 'lost'): Stripe.Dispute {
  dispute.status = end;
  account.tell(events.disputeClosed(dispute));
  return dispute;
}
