import type { Answer, PaymentPort, Problem } from '@leb-renew/core';
import { readStripeHandoff } from '@leb-renew/core/stripe';
import { agreed } from './agreed.ts';
import { openForm } from './form.ts';
import { load } from './load.ts';
import { explained } from './told.ts';

export interface StripeOptions {
  /**
   * A publishable key: Stripe.js comes with the page instead of with its first payment form, and has seen more when it
   * judges a payment. The page then makes requests to Stripe from the start.
   */
  readonly early?: string;
  /** How long Stripe.js may take to arrive. */
  readonly deadlineMs?: number;
}

/** Payments through Stripe: its Payment Element, for the payment intent that the server has made. */
export function stripePayments({ early, deadlineMs = 20_000 }: StripeOptions = {}): PaymentPort<HTMLElement> {
  if (early !== undefined && 'document' in globalThis) void load(early, deadlineMs);
  return {
    provider: 'stripe',
    async open(handoff, container, view) {
      const payment = readStripeHandoff(handoff);
      if (!payment.ok) return refused(payment);
      const stripe = await load(payment.value.publishableKey, deadlineMs);
      if (!stripe.ok) return refused(stripe);
      const same = await agreed(stripe.value, payment.value, handoff.amount);
      if (!same.ok) return refused(same);
      const form = openForm(stripe.value, payment.value.clientSecret, container, view);
      return form.ok ? form : refused(form);
    },
  };
}

const refused = async ({ problem }: { readonly problem: Problem }): Promise<Answer<never>> => ({
  ok: false,
  problem: await explained(problem),
});
