import { Stripe } from 'stripe';
import type { StripeGatewayOptions } from './options.ts';

/** The version whose words this adapter speaks. Another version of the library does not compile with it. */
export const apiVersion: Stripe.LatestApiVersion = '2026-10-28.endive';

/**
 * ms. Two tries that nobody answers end, with the pause between them, before a renewal that is being opened has to give
 * way to another. Answers that make `numbered` go on may take longer: a payment that is then too late is cancelled.
 */
const timeout = 14_000;

/** Stripe's own client, which repeats a lost question under the same key. */
export function stripeClient({
  secretKey,
  apiBase,
}: Pick<StripeGatewayOptions, 'secretKey' | 'apiBase'>): Stripe {
  const place = apiBase === undefined ? {} : placeOf(new URL(apiBase));
  return new Stripe(secretKey, { apiVersion, timeout, maxNetworkRetries: 1, telemetry: false, ...place });
}

const placeOf = ({
  protocol,
  hostname,
  port,
}: URL): Pick<Stripe.StripeConfig, 'protocol' | 'host' | 'port'> => {
  const isPlain = protocol === 'http:';
  return {
    protocol: isPlain ? 'http' : 'https',
    host: hostname,
    port: port === '' ? (isPlain ? 80 : 443) : port,
  };
};
