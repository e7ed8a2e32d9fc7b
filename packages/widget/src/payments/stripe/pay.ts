import { problem, type PaymentOutcome } from '@leb-renew/core';
import type { Stripe, StripeElements } from '@stripe/stripe-js';
import { lost, outcomeOf, problemOf } from './outcome.ts';
import { said } from './told.ts';

/** Sends what a form holds. Settles for as long as the page is not left. */
export async function pay(
  stripe: Stripe,
  elements: StripeElements,
  clientSecret: string,
  returnUrl: string,
): Promise<PaymentOutcome> {
  try {
    const { error } = await elements.submit();
    if (error) return { kind: 'invalid', problem: problemOf(error) };
  } catch (error) {
    return { kind: 'invalid', problem: problem('payment-form-blocked', { detail: said(error) }) };
  }
  try {
    const { error } = await stripe.confirmPayment({
      elements,
      clientSecret,
      confirmParams: { return_url: returnUrl },
      redirect: 'if_required',
    });
    return outcomeOf(error);
  } catch (error) {
    return lost(error);
  }
}
