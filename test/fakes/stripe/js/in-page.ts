/** Stripe in the page of a test: an account of its own, the script, and a customer at its form. */
import type { PaymentIntent, PaymentIntentResult, StripeError } from '@stripe/stripe-js';
import type Stripe from 'stripe';
import type { Account } from '../api/account.ts';
import { confirmIntent, decide } from '../api/confirm.ts';
import { missing, StripeFault } from '../api/fault.ts';
import { readForm } from '../api/form.ts';
import { createIntent } from '../api/intents.ts';
import { meansGiven } from '../api/payment-methods.ts';
import { shownTo } from '../api/public-part.ts';
import { intentOf, type StripeApi } from './api.ts';
import type { CardTyped, FormValue, OverlayChoice } from './messages.ts';
import { hooksOf, type StripeJsHooks } from './settings.ts';

/** Keys of the account in the page. */
export const testKey = 'pk_test_double';
export const liveKey = 'pk_live_double';

export interface StripeInPage extends StripeJsHooks {
  /** An intent that waits to be paid. All four methods, unless `allowed` says which. */
  intent(wish?: {
    amount?: number;
    currency?: string;
    allowed?: string[];
    livemode?: boolean;
  }): Stripe.PaymentIntent;
  readonly account: Account;
  /** Fills the form that is mounted, as a person would. */
  enter(by: { method?: string; card?: Partial<CardTyped> }): Promise<FormValue>;
}

/** What happens to a card is told by its number, see api/test-cards.ts. */
export const cardTyped = (number: string): CardTyped => ({ number, expiry: '12/34', cvc: '123' });

/** A new account, and new orders; what was before is forgotten. */
export function stripeInPage({ country = 'DE' }: { country?: string } = {}): StripeInPage {
  delete window.stripeJsHooks;
  const account: Account = {
    country,
    origin: () => location.origin,
    intents: new Map(),
    methods: new Map(),
    means: new Map(),
    charges: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    domains: () => [],
    endpoints: () => [],
    events: () => [],
    tell: () => {},
  };
  return Object.assign(hooksOf(window), {
    account,
    api: apiOf(account),
    intent: ({ amount = 8400, currency = 'eur', allowed, livemode = false } = {}) =>
      createIntent(
        account,
        {
          amount,
          currency,
          ...(allowed
            ? {
                allowed_payment_method_types: allowed,
              }
            : { automatic_payment_methods: { enabled: true } }),
        },
        livemode,
      ),
    enter: (by: { method?: string; card?: Partial<CardTyped> }) => {
      const { form } = hooksOf(window);
      if (!form) throw new Error('There is no form to fill.');
      return form.play(by);
    },
  } satisfies Partial<StripeInPage>);
}

/** What the account answers to Stripe.js. */
function apiOf(account: Account): StripeApi {
  const find = (key: string, clientSecret: string): Stripe.PaymentIntent => {
    if (key !== testKey && key !== liveKey)
      throw new StripeFault(401, {
        type: 'invalid_request_error',
        message: `Invalid API Key provided: ${key.slice(0, 8)}***`,
      });
    const intent = account.intents.get(intentOf(clientSecret));
    if (!intent || intent.client_secret !== clientSecret || intent.livemode !== (key === liveKey))
      throw missing('payment_intent', intentOf(clientSecret));
    return intent;
  };
  const answer = async (work: () => Stripe.PaymentIntent): Promise<PaymentIntentResult> => {
    try {
      return { paymentIntent: structuredClone(shownTo({ isPublic: true }, work())) as PaymentIntent };
    } catch (error) {
      if (error instanceof StripeFault) return { error: error.error as object as StripeError };
      throw error;
    }
  };
  return {
    retrieve: (key, clientSecret) => answer(() => find(key, clientSecret)),
    confirm: (key, clientSecret, form) =>
      answer(() => {
        const sent = readForm(new URLSearchParams(form).toString()) as {
          readonly return_url: string;
          readonly payment_method_data: Parameters<typeof meansGiven>[0];
        };
        return confirmIntent(account, find(key, clientSecret), {
          means: meansGiven(sent.payment_method_data),
          returnUrl: sent.return_url,
          usesSdk: true,
        });
      }),
    authenticate: (key, clientSecret, choice: OverlayChoice) =>
      answer(() => decide(account, find(key, clientSecret), choice)),
  };
}
