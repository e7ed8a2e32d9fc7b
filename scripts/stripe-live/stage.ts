import type { Answer, Money } from '@leb-renew/core';
import type { PaymentGateway } from '@leb-renew/server';
import { stripeGateway } from '@leb-renew/server/stripe';
import { randomBytes, randomUUID } from 'node:crypto';
import Stripe from 'stripe';

/** What the cases work with: Stripe's SDK for what a customer or a seller does, our gateway for what we do. */
export interface Stage {
  readonly stripe: Stripe;
  readonly gateway: PaymentGateway;
  /** Of the account, ISO 3166. */
  readonly country: string;
  /** Signs what is read back from Stripe as Stripe signs it when it sends it. */
  readonly webhookSecret: string;
}

/**
 * @param base of a double of Stripe; undefined for Stripe itself
 * @throws what Stripe says of the key
 */
export async function setStage(secretKey: string, base: string | undefined): Promise<Stage> {
  const at = base === undefined ? {} : hostOf(new URL(base));
  const stripe = new Stripe(secretKey, { ...at, telemetry: false, timeout: 20_000 });
  const webhookSecret = `whsec_${randomBytes(16).toString('hex')}`;
  const { country } = await stripe.accounts.retrieveCurrent();
  return {
    stripe,
    webhookSecret,
    country: country ?? '?',
    gateway: stripeGateway({
      secretKey,
      publishableKey: 'pk_test_of_no_page',
      webhookSecrets: [webhookSecret],
      ...(base !== undefined && { apiBase: base }),
    }),
  };
}

const hostOf = ({ protocol, hostname, port }: URL) => ({
  protocol: protocol === 'http:' ? ('http' as const) : ('https' as const),
  host: hostname,
  port,
});

export const usd = (minor: number): Money => ({ minor, currency: 'USD', exponent: 2 });

/** What was asked for, and where it is. */
export interface Opened {
  readonly ref: string;
  readonly renewalId: string;
  readonly amount: Money;
}

/** Has our gateway make a payment, as for a renewal. */
export async function open({ gateway }: Stage, amount: Money = usd(1_500)): Promise<Opened> {
  const renewalId = `r_${randomUUID()}`;
  const { ref } = must(await gateway.create(requestOf(renewalId, amount), keyOf(renewalId)));
  return { ref, renewalId, amount };
}

export const requestOf = (renewalId: string, amount: Money) => ({
  renewalId,
  amount,
  describe: '1 year · test card',
  receiptEmail: null,
  methods: ['card'] as const,
  expiresAt: new Date(Date.now() + 30 * 60_000).toISOString(),
});

export const keyOf = (renewalId: string): string => `renewal:${renewalId}:create`;

/** Pays as a customer does, with one of Stripe's test payment methods. */
export const pay = ({ stripe }: Stage, ref: string, method = 'pm_card_visa') =>
  stripe.paymentIntents.confirm(ref, { payment_method: method, return_url: 'https://shop.example/' });

export function must<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  const { code, detail = '' } = answer.problem;
  throw new Error(`our gateway answered ${code} ${detail}`.trimEnd());
}

/** What Stripe refuses with; the code where it names one. */
export async function refusalOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error.code ?? error.type;
    throw error;
  }
  throw new Error('Stripe did not refuse');
}
