import type { PaymentPlace } from '../port.ts';
import type { Stripe } from 'stripe';
import { all } from './all.ts';
import { apiVersion } from './client.ts';
import { faultIn } from './fault.ts';

/** Nobody waits longer for a server to start. A key that may not ask is no reason to wait at all. */
const soon = { timeout: 5_000, maxNetworkRetries: 0 };

/** What a payment's news come with. docs/going-live.md prints this list. */
export const neededEvents = [
  'payment_intent.succeeded',
  'payment_intent.processing',
  'payment_intent.payment_failed',
  'payment_intent.canceled',
  'charge.refunded',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.closed',
] as const;

interface Known {
  /** As it was told to us; null when Stripe has to be asked. */
  readonly country: string | null;
  readonly livemode: boolean;
}

/**
 * Asks Stripe whose key it is, and warns of what would keep payments from working. Gives the account's country; null when
 * Stripe is away.
 *
 * @throws Error when the key is wrong, of another mode, or may not say which country it is for
 */
export async function startAt(stripe: Stripe, place: PaymentPlace, known: Known): Promise<string | null> {
  const account = await asked(() => stripe.accounts.retrieveCurrent({}, soon));
  if (account === 'away') {
    place.log({ level: 'warn', event: 'stripe.unreachable', detail: 'The keys were not tried.' });
    return known.country;
  }
  const country = account === 'forbidden' ? known.country : (account.country ?? known.country);
  if (country === null)
    throw new Error(
      'STRIPE_SECRET_KEY must be allowed to read the account, or STRIPE_COUNTRY (country) must say where it is.',
    );
  const balance = await asked(() => stripe.balance.retrieve({}, soon));
  if (typeof balance === 'object' && balance.livemode !== known.livemode)
    throw new Error('STRIPE_SECRET_KEY is of another mode than it says.');
  await Promise.all([lookForWebhook(stripe, place), lookForDomains(stripe, place)]);
  return country;
}

/** The account's country; null while Stripe does not say. */
export async function countryAt(stripe: Stripe): Promise<string | null> {
  const account = await asked(() => stripe.accounts.retrieveCurrent({}, soon));
  return typeof account === 'object' ? (account.country ?? null) : null;
}

/** @throws Error when Stripe knows no such key */
async function asked<T>(ask: () => Promise<T>): Promise<T | 'away' | 'forbidden'> {
  try {
    return await ask();
  } catch (error) {
    switch (faultIn(error)?.type) {
      case undefined:
        throw error;
      case 'StripeAuthenticationError':
        throw new Error('STRIPE_SECRET_KEY is no key that Stripe knows, or not any more.', { cause: error });
      case 'StripePermissionError':
        return 'forbidden';
      default:
        return 'away';
    }
  }
}

async function lookForWebhook(stripe: Stripe, { noticesUrl, log }: PaymentPlace): Promise<void> {
  const points = await asked(() => all(stripe.webhookEndpoints.list({ limit: 100 }, soon)));
  if (typeof points === 'string') return;
  const warn = (event: string, detail: string) => log({ level: 'warn', event, detail });
  const ours = points.filter(({ url, status }) => url === noticesUrl && status === 'enabled');
  if (ours.length === 0) {
    warn('stripe.no-webhook', `No webhook end-point of the account has the address ${noticesUrl}.`);
    return;
  }
  const sent = new Set(ours.flatMap(({ enabled_events }) => enabled_events));
  const missing = sent.has('*') ? [] : neededEvents.filter((event) => !sent.has(event));
  if (missing.length > 0)
    warn('stripe.webhook-lacks-events', `The webhook end-point is not sent ${missing.join(', ')}.`);
  if (ours.some(({ api_version }) => api_version !== apiVersion))
    warn('stripe.webhook-version', `The webhook end-point is not of API version ${apiVersion}.`);
}

/** Without it Apple Pay, Google Pay, Link and PayPal do not appear on a page. */
async function lookForDomains(stripe: Stripe, { pages, log }: PaymentPlace): Promise<void> {
  const hosts = new Set(pages.map((page) => new URL(page).hostname).filter((host) => host !== 'localhost'));
  if (hosts.size === 0) return;
  const domains = await asked(() =>
    all(stripe.paymentMethodDomains.list({ limit: 100, enabled: true }, soon)),
  );
  if (typeof domains === 'string') return;
  const registered = new Set(domains.map(({ domain_name }) => domain_name));
  for (const host of hosts)
    if (!registered.has(host))
      log({
        level: 'warn',
        event: 'stripe.domain-not-registered',
        detail: `${host} is not registered as a payment method domain.`,
      });
}
