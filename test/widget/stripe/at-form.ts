/** Somebody at Stripe's form: the adapter, Stripe's own loader, and the double of Stripe.js. */
import type { Handoff, PaymentForm, PaymentFormEvent, PaymentPort } from '@leb-renew/core';
import { stripePayments } from '@leb-renew/widget/payments/stripe';
import type Stripe from 'stripe';
import { stripeInPage, testKey, type StripeInPage } from '../../fakes/stripe/js/in-page.ts';
import { answerStripeJs } from '../engine.ts';
import { soon } from '../soon.ts';

export const view = {
  locale: 'en',
  tokens: new Map([['accent-ink', 'rgb(31, 102, 189)']]),
  returnUrl: `${location.origin}/renew?renewal=r-1`,
};

/** An intent as the server hands it over. */
export const handedOver = (
  { amount, client_secret, livemode }: ReturnType<StripeInPage['intent']>,
  publishableKey: string = testKey,
): Handoff => ({
  provider: 'stripe',
  amount: { minor: amount, currency: 'EUR', exponent: 2 },
  expiresAt: '2099-01-01T00:00:00Z',
  livemode,
  data: { kind: 'payment_intent', publishableKey, clientSecret: client_secret },
});

export const place = (parent: ParentNode = document.body): HTMLElement => {
  const container = document.createElement('div');
  parent.append(container);
  return container;
};

const forms: PaymentForm[] = [];

/** Leaves nothing to the next test. */
export function closeAll(): void {
  for (const form of forms.splice(0)) form.dispose();
}

/** A form that is open, and what it tells. */
export async function openAt(port: PaymentPort<HTMLElement>, handoff: Handoff, container: HTMLElement) {
  const opened = await port.open(handoff, container, view);
  if (!opened.ok) throw new Error(`it does not open: ${JSON.stringify(opened.problem)}`);
  const form: PaymentForm = opened.value;
  forms.push(form);
  const told: PaymentFormEvent[] = [];
  form.on((event) => told.push(event));
  const hears = (type: PaymentFormEvent['type'], times = 1) =>
    soon(() => told.filter((event) => event.type === type).length >= times, `is not told of ${type}`);
  return { form, told, hears };
}

export async function setup() {
  const stripe = stripeInPage();
  await answerStripeJs('double');
  const intent: Stripe.PaymentIntent = stripe.intent();
  const handoff = handedOver(intent);
  const container = place();
  const calls = (name: string) => stripe.seen.calls.filter((call) => call.name === name);
  /** Opens the form, and waits until it can be filled. */
  const open = async (at: HTMLElement = container) => {
    const opened = await openAt(stripePayments(), handoff, at);
    await opened.hears('ready');
    return opened;
  };
  return { stripe, intent, handoff, container, calls, open };
}
