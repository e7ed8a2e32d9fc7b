import { fine, trouble, type Answer } from '@leb-renew/core/contract';
import type { StripeHandoffData } from '@leb-renew/core/stripe';
import type { Stripe } from 'stripe';
import type { PaymentFact, PaymentGateway } from '../port.ts';
import { stripeClient } from './client.ts';
import { factOf } from './fact.ts';
import { answered } from './fault.ts';
import { methodsFor } from './methods.ts';
import { chargeable } from './minimum.ts';
import { toStripe } from './minor-units.ts';
import { readNotice } from './notice.ts';
import { numbered } from './numbered.ts';
import { checkOptions, isLiveKey, type StripeGatewayOptions } from './options.ts';
import { readPayment } from './payment.ts';
import { countryAt, startAt } from './start.ts';

/**
 * Payments through Stripe: one payment intent per renewal, with the methods that the seller has switched on at Stripe. An
 * intent never expires by itself: who made it cancels it when its time is over.
 *
 * @throws TypeError when an option is wrong
 */
export function stripeGateway(options: StripeGatewayOptions): PaymentGateway {
  checkOptions(options);
  const { publishableKey, webhookSecrets } = options;
  const livemode = isLiveKey(options.secretKey);
  const stripe = stripeClient(options);
  let country = options.country ?? null;

  return {
    provider: 'stripe',
    livemode,
    methods: ({ currency }) => methodsFor(country, currency),
    async start(place) {
      country = (await startAt(stripe, place, { country, livemode })) ?? country;
    },
    // Without the customer's address: the receipt comes from us, and one that Stripe dislikes would stop a sale.
    async create({ renewalId, amount, describe, expiresAt }, key) {
      const asked = chargeable(amount);
      if (!asked.ok) return asked;
      return answered(async () => {
        const intent = await numbered(key, (idempotencyKey) =>
          stripe.paymentIntents.create(
            {
              amount: asked.value,
              currency: amount.currency.toLowerCase(),
              automatic_payment_methods: { enabled: true },
              payment_method_options: { wechat_pay: { client: 'web' } },
              description: describe,
              metadata: { renewal_id: renewalId, exponent: amount.exponent },
            },
            { idempotencyKey },
          ),
        );
        if (country === null) void learnCountry();
        const { client_secret: clientSecret } = intent;
        if (clientSecret === null)
          return trouble('payment-setup', {
            detail: 'Stripe made a payment without a secret to pay it with.',
          });
        const data: StripeHandoffData = { kind: 'payment_intent', publishableKey, clientSecret };
        return fine({ ref: intent.id, handoff: { provider: 'stripe', amount, expiresAt, livemode, data } });
      });
    },
    read,
    // Without the key: to cancel twice is to cancel once, and under one key Stripe would repeat for a day that an
    // intent cannot be cancelled which was processing then.
    async cancel(ref) {
      const answer = await answered(async () =>
        factOf({ intent: await stripe.paymentIntents.cancel(ref), refunds: [], disputes: [] }),
      );
      // It may be over, or on its way: Stripe refuses then, and is asked what is true.
      return answer.ok || answer.problem.code === 'provider-down' ? answer : read(ref);
    },
    refund: (ref, amount, key) =>
      answered(async () => {
        const part = amount === null ? null : toStripe(amount);
        if (amount !== null && part === null)
          return trouble('payment-setup', { detail: 'Stripe cannot give that back to the unit.' });
        const refund = await numbered(
          key,
          (idempotencyKey) =>
            stripe.refunds.create(
              { payment_intent: ref, ...(part !== null && { amount: part }), metadata: { key } },
              { idempotencyKey },
            ),
          () => refundMade(ref, key),
        );
        return fine({ refundRef: refund.id });
      }),
    readNotice: (raw, headers) => readNotice(raw, headers, webhookSecrets),
  };

  function read(ref: string): Promise<Answer<PaymentFact>> {
    return answered(async () => {
      const payment = await readPayment(stripe, ref);
      return payment === null
        ? trouble('not-found', { detail: 'Stripe knows no such payment with this key.' })
        : factOf(payment);
    });
  }

  /** For a server that was started while Stripe was away. Where it fails, the next payment asks again. */
  async function learnCountry(): Promise<void> {
    const said = await countryAt(stripe).catch(() => null);
    country ??= said;
  }

  async function refundMade(ref: string, key: string): Promise<Stripe.Refund | null> {
    const payment = await readPayment(stripe, ref);
    return payment?.refunds.find(({ metadata }) => metadata?.['key'] === key) ?? null;
  }
}
