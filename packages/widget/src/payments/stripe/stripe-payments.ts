import type { Answer, PaymentPort, Problem } from '@leb-renew/core';
import { readStripeHandoff } from '@leb-renew/core/stripe';
import type { CssFontSource, CustomFontSource } from '@stripe/stripe-js';
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
  /**
   * Fonts of `--leb-font` that no device has: those of the page do not reach Stripe's form. Stripe loads them, from `https:`
   * addresses.
   *
   * @default none: the form is in the next family of `--leb-font` that the device has
   */
  readonly fonts?: (CssFontSource | CustomFontSource)[];
}

/** Payments through Stripe: its Payment Element, for the payment intent that the server has made. */
export function stripePayments({
  early,
  deadlineMs = 20_000,
  fonts = [],
}: StripeOptions = {}): PaymentPort<HTMLElement> {
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
      const form = openForm(
        stripe.value,
        { clientSecret: payment.value.clientSecret, fonts },
        container,
        view,
      );
      return form.ok ? form : refused(form);
    },
  };
}

const refused = async ({ problem }: { readonly problem: Problem }): Promise<Answer<never>> => ({
  ok: false,
  problem: await explained(problem),
});
