import type { Stripe } from 'stripe';
import { all } from './all.ts';
import { faultIn } from './fault.ts';
import { chargeOf, type StripePayment } from './fact.ts';

/**
 * Everything that a fact is made of: the intent with its charge and refunds, and what the bank says, where it was asked. Null where
 * the account of the key has no such intent, in its mode.
 */
export async function readPayment(stripe: Stripe, ref: string): Promise<StripePayment | null> {
  const intent = await intentAt(stripe, ref);
  if (intent === null) return null;
  const charge = chargeOf(intent);
  const [refunds, disputes] = await Promise.all([
    refundsOf(stripe, charge),
    charge?.disputed === true ? all(stripe.disputes.list({ charge: charge.id, limit: 100 })) : [],
  ]);
  return { intent, refunds, disputes };
}

async function intentAt(stripe: Stripe, ref: string): Promise<Stripe.PaymentIntent | null> {
  try {
    return await stripe.paymentIntents.retrieve(ref, { expand: ['latest_charge.refunds'] });
  } catch (error) {
    const { statusCode, code } = faultIn(error) ?? {};
    if (statusCode === 404 && code === 'resource_missing') return null;
    throw error;
  }
}

function refundsOf(
  stripe: Stripe,
  charge: Stripe.Charge | null,
): readonly Stripe.Refund[] | Promise<Stripe.Refund[]> {
  const known = charge?.refunds;
  if (charge === null || known === null || known === undefined) return [];
  return known.has_more ? all(stripe.refunds.list({ charge: charge.id, limit: 100 })) : known.data;
}
