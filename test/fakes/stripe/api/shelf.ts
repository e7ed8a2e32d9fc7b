import type Stripe from 'stripe';
import { newId, type Account } from './account.ts';
import { currencyOf } from './methods.ts';

const since = 1_780_000_000;

/** What else an account has to show for itself. */
export const accountObject = ({ country }: Account): Stripe.Account =>
  ({
    id: 'acct_test',
    object: 'account',
    business_profile: null,
    business_type: 'company',
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    country,
    created: since,
    default_currency: currencyOf(country),
    details_submitted: true,
    email: 'seller@shop.example',
    payouts_enabled: true,
    type: 'standard',
  }) satisfies Stripe.Account;

export const balanceObject = ({ country }: Account, livemode: boolean): Stripe.Balance => {
  const nothing = [{ amount: 0, currency: currencyOf(country), source_types: { card: 0 } }];
  return { object: 'balance', available: nothing, livemode, pending: nothing } satisfies Stripe.Balance;
};

/** A domain on which the wallets may be shown. */
export function domainObject(name: string, livemode: boolean): Stripe.PaymentMethodDomain {
  const active = { status: 'active' as const };
  return {
    id: newId('pmd'),
    object: 'payment_method_domain',
    amazon_pay: active,
    apple_pay: active,
    created: since,
    domain_name: name,
    enabled: true,
    google_pay: active,
    klarna: active,
    link: active,
    livemode,
    paypal: active,
  } satisfies Stripe.PaymentMethodDomain;
}

interface Page {
  readonly limit?: number | undefined;
  readonly starting_after?: string | undefined;
}

/** One page of what there is. @see https://docs.stripe.com/api/pagination */
export function listOf<T extends { readonly id: string }>(
  all: readonly T[],
  url: string,
  { limit = 10, starting_after: last }: Page,
): Stripe.ApiList<T> {
  const rest = all.slice(all.findIndex(({ id }) => id === last) + 1);
  return { object: 'list', data: rest.slice(0, limit), has_more: rest.length > limit, url };
}
