import type Stripe from 'stripe';

/** The end-point for notices and the domain of a page, made as docs/going-live.md shows it. Gives the end-point's secret. */
export async function setUp(stripe: Stripe): Promise<string | undefined> {
  const { secret } = await stripe.webhookEndpoints.create({
    url: 'https://shop.example/renewal/notices/stripe',
    api_version: '2026-10-28.endive',
    enabled_events: [
      'payment_intent.succeeded',
      'payment_intent.processing',
      'payment_intent.payment_failed',
      'payment_intent.canceled',
      'charge.refunded',
      'refund.updated',
      'refund.failed',
      'charge.dispute.created',
      'charge.dispute.closed',
    ],
  });
  await stripe.paymentMethodDomains.create({ domain_name: 'shop.example' });
  return secret;
}
