import assert from 'node:assert/strict';
import type { Money } from '@leb-renew/core';
import Stripe from 'stripe';
import { methodsFor } from '../../packages/server/src/payments/stripe/methods.ts';
import { neededEvents } from '../../packages/server/src/payments/stripe/start.ts';
import { NotRun, type Asked } from './live-case.ts';
import { must, open, pay } from './stage.ts';

const currencies = ['EUR', 'GBP', 'USD', 'AUD', 'CAD', 'CHF', 'HKD', 'JPY', 'SGD'];

/** About the account, as far as a program can see it. */
export const account: readonly Asked[] = [
  {
    number: 12,
    what: 'an event as Stripe keeps it is read by our gateway, signed here',
    async run(stage) {
      const { stripe, gateway, webhookSecret } = stage;
      const { ref } = await open(stage);
      await pay(stage, ref);
      const { data } = await stripe.events.list({ type: 'payment_intent.succeeded', limit: 20 });
      const event = data.find(({ data }) => 'id' in data.object && data.object.id === ref);
      if (event === undefined) throw new NotRun('Stripe does not list the event yet');
      const payload = JSON.stringify(event);
      const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret });
      const notices = must(
        await gateway.readNotice(Buffer.from(payload), new Headers({ 'stripe-signature': signature })),
      );
      assert.deepEqual(notices, [{ id: event.id, kind: 'payment_intent.succeeded', ref }]);
      return event.api_version ?? 'no version';
    },
  },
  {
    number: null,
    what: 'every end-point for notices has our events and the pinned API version',
    async run({ stripe }) {
      const { data } = await stripe.webhookEndpoints.list({ limit: 100 });
      const ours = data.filter(
        ({ status, url }) => status === 'enabled' && new URL(url).pathname.endsWith('/notices/stripe'),
      );
      if (ours.length === 0) throw new NotRun('the account has no end-point that ends with /notices/stripe');
      for (const { url, enabled_events, api_version } of ours) {
        const missing = neededEvents.filter(
          (event) => !enabled_events.includes(event) && !enabled_events.includes('*'),
        );
        assert.deepEqual([url, api_version, missing], [url, Stripe.API_VERSION, []]);
      }
      return `${ours.length} of them`;
    },
  },
  {
    number: null,
    what: 'every registered domain is ready for the wallets that need one',
    async run({ stripe }) {
      const { data } = await stripe.paymentMethodDomains.list({ enabled: true, limit: 100 });
      if (data.length === 0) throw new NotRun('the account has no registered domain');
      for (const { domain_name: name, apple_pay, google_pay, link, paypal } of data) {
        const states = [apple_pay, google_pay, link, paypal].map(({ status }) => status);
        assert.deepEqual([name, ...states], [name, 'active', 'active', 'active', 'active']);
      }
      return data.map(({ domain_name: name }) => name).join(', ');
    },
  },
  {
    number: 37,
    what: 'Stripe offers the methods that the table of the guide has for this country',
    async run(stage) {
      const seen: string[] = [];
      for (const currency of currencies) {
        const amount: Money =
          currency === 'JPY'
            ? { minor: 1_500, currency, exponent: 0 }
            : { minor: 1_500, currency, exponent: 2 };
        const { ref } = await open(stage, amount);
        const { payment_method_types: offered } = await stage.stripe.paymentIntents.retrieve(ref);
        const expected = methodsFor(stage.country, currency);
        const missing = expected.filter((method) => !offered.includes(method));
        assert.deepEqual(
          [currency, missing],
          [currency, []],
          `${currency}: not offered: ${missing.join(', ')}`,
        );
        seen.push(`${currency} ${expected.join(' ')}`);
      }
      return seen.join('; ');
    },
  },
];
