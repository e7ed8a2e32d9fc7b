import type Stripe from 'stripe';
import { newId, type Account } from './account.ts';
import { invalidRequest } from './fault.ts';
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
  readonly ending_before?: string | undefined;
}

/** One page of what there is. @see https://docs.stripe.com/api/pagination */
export function listOf<T extends { readonly id: string }>(
  all: readonly T[],
  url: string,
  { limit = 10, starting_after: last, ending_before: first }: Page,
): Stripe.ApiList<T> {
  if (last !== undefined && first !== undefined)
    throw invalidRequest(
      'Received both starting_after and ending_before parameters. Please pass in only one.',
    );
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw invalidRequest(`This value must be between 1 and 100 (it currently is '${limit}').`, {
      code: 'parameter_invalid_integer',
      param: 'limit',
    });
  const answer = (data: T[], has_more: boolean): Stripe.ApiList<T> => ({
    object: 'list',
    data,
    has_more,
    url,
  });
  if (first !== undefined) {
    const newer = all.slice(0, placeOf(all, first, 'ending_before'));
    return answer(newer.slice(-limit), newer.length > limit);
  }
  const rest = last === undefined ? all : all.slice(placeOf(all, last, 'starting_after') + 1);
  return answer(rest.slice(0, limit), rest.length > limit);
}

/** Only what is in the list itself can say where a page begins. */
function placeOf(all: readonly { readonly id: string }[], id: string, param: string): number {
  const place = all.findIndex((each) => each.id === id);
  if (place < 0) throw invalidRequest(`No such object: '${id}'`, { code: 'resource_missing', param });
  return place;
}
