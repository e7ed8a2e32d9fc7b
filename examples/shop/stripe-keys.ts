import type { StripeGatewayOptions } from '@leb-renew/server/stripe';

const needed = ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'] as const;

/**
 * Stripe's test keys as docs/going-live.md names them; null where there are none, and payments are the sandbox.
 *
 * @throws Error when some of them are missing, or live: a demo takes nobody's money
 */
export function stripeKeys(environment: NodeJS.ProcessEnv): StripeGatewayOptions | null {
  const missing = needed.filter((name) => !environment[name]);
  if (missing.length === needed.length) return null;
  const [other] = missing;
  if (other !== undefined) throw new Error(`${other} must be set beside the other keys of Stripe.`);
  const [secretKey = '', publishableKey = '', secrets = ''] = needed.map((name) => environment[name]);
  if (/^[sr]k_live_/.test(secretKey))
    throw new Error('STRIPE_SECRET_KEY is a live key: this demo takes test keys, and no money.');
  const { STRIPE_COUNTRY: country, STRIPE_API_BASE: apiBase } = environment;
  return {
    secretKey,
    publishableKey,
    webhookSecrets: secrets.split(',').map((secret) => secret.trim()),
    ...(country && { country }),
    ...(apiBase && { apiBase }),
  };
}
