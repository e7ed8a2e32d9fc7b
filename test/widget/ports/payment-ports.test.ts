/** One suite for all adapters: a page may change its provider without noticing. */
import type { Answer, Clock, Handoff } from '@leb-renew/core';
import type { SandboxHandoffData } from '@leb-renew/core/contract';
import { createSandbox, demoAccount } from '@leb-renew/core/sandbox';
import { sandboxPayments } from '@leb-renew/widget/payments/sandbox';
import { stripePayments } from '@leb-renew/widget/payments/stripe';
import { cardTyped, stripeInPage, testKey } from '../../fakes/stripe/js/in-page.ts';
import { answerStripeJs } from '../engine.ts';
import { soon } from '../soon.ts';
import { paymentPortSuite, type Play, type PortAtWork } from './payment-port.ts';

const clock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

function of<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Error(`the sandbox says ${answer.problem.code} ${answer.problem.field ?? ''}`);
}

paymentPortSuite('the sandbox', async (): Promise<PortAtWork> => {
  const { api, confirm } = createSandbox({ clock });
  let opened = 0;
  let count = 0;
  let free: Promise<void> = Promise.resolve();
  const plays: Partial<Record<Play, string>> = { 'decide-later': 'processing' };
  const form = () => document.querySelector('.place')!;
  const select = () => form().querySelector('select')!;
  const { email, password } = demoAccount;
  const signedIn = of(await api.signIn({ email, password }));
  api.authorize(signedIn.kind === 'session' ? signedIn.session.token : null);
  const { cards } = of(await api.cards());
  return {
    port: sandboxPayments(async ({ paymentId }, request) => {
      count += 1;
      await free;
      return confirm(paymentId, request);
    }),
    async handoff() {
      const { cardRef } = cards[(opened += 1) - 1]!;
      const { plans } = of(await api.plans({ cardRef }));
      const { planId, price } = plans[0]!;
      const { quoteId } = of(await api.quote({ cardRef, planId, currency: price.total.currency }));
      const renewal = of(await api.begin({ quoteId }));
      if (renewal.status !== 'awaiting-payment') throw new Error(renewal.status);
      return renewal.handoff;
    },
    secretIn: ({ data }: Handoff) => (data as SandboxHandoffData).clientSecret,
    async choose(play) {
      select().value = plays[play] ?? play;
      select().dispatchEvent(new Event('change'));
    },
    agree: async () => {},
    chosen: async () => [select().value, form().querySelector<HTMLInputElement>('input:checked')?.value],
    hasFocus: () => form().contains(document.activeElement),
    sent: () => count,
    hold() {
      let let_ = () => {};
      free = new Promise((resolve) => (let_ = resolve));
      return () => let_();
    },
  };
});

paymentPortSuite('Stripe', async (): Promise<PortAtWork> => {
  const stripe = stripeInPage();
  const { api } = stripe;
  let count = 0;
  let free: Promise<void> = Promise.resolve();
  stripe.api = {
    ...api!,
    async confirm(...all) {
      count += 1;
      await free;
      return api!.confirm(...all);
    },
  };
  await answerStripeJs('double');
  const cards: Partial<Record<Play, string>> = {
    approve: '4242424242424242',
    'lost-answer': '4242424242424242',
    'insufficient-funds': '4000000000009995',
    'payment-declined': '4000000000000002',
    'expired-card': '4000000000000069',
    'authentication-failed': '4000002760003184',
  };
  return {
    port: stripePayments(),
    async handoff() {
      const { amount, client_secret: clientSecret, livemode } = stripe.intent();
      return {
        provider: 'stripe',
        amount: { minor: amount, currency: 'EUR', exponent: 2 },
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
        livemode,
        data: { kind: 'payment_intent', publishableKey: testKey, clientSecret },
      };
    },
    secretIn: ({ data }) => (data as { clientSecret: string }).clientSecret,
    async choose(play) {
      const number = cards[play];
      await stripe.enter(number ? { method: 'card', card: cardTyped(number) } : { method: 'wechat_pay' });
      if (play === 'lost-answer') stripe.answer = 'lost';
    },
    async agree(play) {
      if (play !== 'decide-later' && play !== 'authentication-failed') return;
      await soon(() => stripe.overlay !== undefined, 'nobody was asked');
      stripe.overlay!.answer(play === 'decide-later' ? 'later' : 'fail');
    },
    chosen: () => stripe.enter({}),
    // A page behind another one keeps the keyboard out of its frames.
    hasFocus: () => stripe.seen.calls.some(({ name }) => name === 'payment.focus'),
    sent: () => count,
    hold() {
      let let_ = () => {};
      free = new Promise((resolve) => (let_ = resolve));
      return () => let_();
    },
  };
});
