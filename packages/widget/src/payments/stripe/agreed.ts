import { fine, trouble, type Answer, type Handoff } from '@leb-renew/core';
import { stripeProblemCode, type StripeHandoffData } from '@leb-renew/core/stripe';
import type { Stripe } from '@stripe/stripe-js';
import { said } from './told.ts';
import { within } from './within.ts';

/** Milliseconds that the question may hold up a form. */
const patience = 2_000;

/** Whether Stripe still waits for the payment that was agreed on. Where that cannot be learned, it is taken to be so. */
export async function agreed(
  stripe: Stripe,
  { publishableKey, clientSecret }: StripeHandoffData,
  { minor, currency }: Handoff['amount'],
): Promise<Answer<unknown>> {
  const ask = async () => stripe.retrievePaymentIntent(clientSecret);
  const answer = await within(patience, ask()).catch(() => null);
  // Whatever became of a payment, Stripe shows it to whoever has its secret and a key of its account.
  if (answer?.error && stripeProblemCode(answer.error) === 'payment-setup')
    return trouble('payment-setup', { detail: said(`key ${publishableKey}: ${answer.error.message}`) });
  const intent = answer?.paymentIntent;
  if (intent && !intent.status.startsWith('requires'))
    return trouble('payment-form-blocked', { charged: 'unknown' });
  return intent && sum(intent.amount, intent.currency) !== sum(minor, currency)
    ? trouble('payment-setup', { detail: 'amount' })
    : fine(intent);
}

/** Without the zeros at its end, for Stripe counts some currencies in other units, e.g. ISK in hundredths. */
const sum = (amount: number, currency: string): string => `${amount}`.replace(/0*$/, currency.toLowerCase());
