import type Stripe from 'stripe';
import { find, type Account, type Means } from './account.ts';
import type { RequestName } from './check-params.ts';
import { confirmIntent, decide, type Decision } from './confirm.ts';
import { invalidRequest, missing } from './fault.ts';
import type { Params } from './form.ts';
import { cancelIntent, createIntent } from './intents.ts';
import type { Caller } from './keys.ts';
import { meansGiven, meansNamed } from './payment-methods.ts';
import { createRefund, refundsOf } from './refunds.ts';
import { accountObject, balanceObject, listOf } from './shelf.ts';

export interface Call extends Caller {
  /** In the address. */
  readonly id: string;
  /** As they came, also what only Stripe.js sends. */
  readonly given: Params;
}

interface Route {
  /** Also open to a publishable key with the client secret. */
  readonly isPublic: boolean;
  readonly takes: RequestName;
  act(account: Account, params: unknown, call: Call): object;
}

const route = <T>(
  takes: RequestName,
  act: (account: Account, params: T, call: Call) => object,
  isPublic = false,
): Route => ({ takes, isPublic, act: act });

const intentOf = (account: Account, { id, livemode, isPublic, given }: Call): Stripe.PaymentIntent => {
  const intent = find(account.intents, 'payment_intent', id, livemode);
  if (isPublic && given['client_secret'] !== intent.client_secret) throw missing('payment_intent', id);
  return intent;
};

/** Everything this double has; Stripe has more, and whoever needs more of it adds it here. */
export const routes = {
  'POST /v1/payment_intents': route<Stripe.PaymentIntentCreateParams>(
    'PaymentIntentCreateParams',
    (account, params, call) => {
      const intent = createIntent(account, params, call.livemode);
      return params.confirm === true ? confirmIntent(account, intent, confirmationOf(params, call)) : intent;
    },
  ),
  'GET /v1/payment_intents': route<Stripe.PaymentIntentListParams>(
    'PaymentIntentListParams',
    (account, page, { livemode }) => {
      const all = [...account.intents.values()].filter((intent) => intent.livemode === livemode);
      return listOf(all.reverse(), '/v1/payment_intents', page);
    },
  ),
  'GET /v1/payment_intents/:id': route<Stripe.PaymentIntentRetrieveParams>(
    'PaymentIntentRetrieveParams',
    (account, _, call) => intentOf(account, call),
    true,
  ),
  'POST /v1/payment_intents/:id/confirm': route<Stripe.PaymentIntentConfirmParams>(
    'PaymentIntentConfirmParams',
    (account, params, call) => confirmIntent(account, intentOf(account, call), confirmationOf(params, call)),
    true,
  ),
  'POST /v1/payment_intents/:id/cancel': route<Stripe.PaymentIntentCancelParams>(
    'PaymentIntentCancelParams',
    (account, { cancellation_reason: reason = null }, call) =>
      cancelIntent(account, intentOf(account, call), reason),
  ),
  /** Not Stripe's: what its frames say to its own servers, said by the double of Stripe.js. */
  'POST /v1/payment_intents/:id/authenticate': route(
    'PaymentIntentRetrieveParams',
    (account, _, call) => decide(account, intentOf(account, call), decisionOf(call.given['choice'])),
    true,
  ),
  'POST /v1/refunds': route<Stripe.RefundCreateParams>(
    'RefundCreateParams',
    (account, params, { livemode }) => createRefund(account, params, livemode),
  ),
  'GET /v1/refunds': route<Stripe.RefundListParams>(
    'RefundListParams',
    (account, { payment_intent: intent, charge, ...page }, { livemode }) => {
      const of = [...account.charges.values()].filter(
        (each) =>
          each.livemode === livemode &&
          (charge === undefined || each.id === charge) &&
          (intent === undefined || each.payment_intent === intent),
      );
      return listOf(
        of.flatMap(({ id }) => refundsOf(account, id)),
        '/v1/refunds',
        page,
      );
    },
  ),
  'GET /v1/refunds/:id': route<Stripe.RefundRetrieveParams>(
    'RefundRetrieveParams',
    (account, _, { id, livemode }) => find(account.refunds, 'refund', id, livemode),
  ),
  'GET /v1/charges/:id': route<Stripe.ChargeRetrieveParams>(
    'ChargeRetrieveParams',
    (account, _, { id, livemode }) => find(account.charges, 'charge', id, livemode),
  ),
  'GET /v1/disputes': route<Stripe.DisputeListParams>(
    'DisputeListParams',
    ({ disputes }, { charge, payment_intent: intent, ...page }, { livemode }) => {
      const all = [...disputes.values()].filter(
        (each) =>
          each.livemode === livemode &&
          (charge === undefined || each.charge === charge) &&
          (intent === undefined || each.payment_intent === intent),
      );
      return listOf(all.reverse(), '/v1/disputes', page);
    },
  ),
  'GET /v1/events': route<Stripe.EventListParams>(
    'EventListParams',
    ({ events }, { type, ...page }, { livemode }) => {
      const all = events().filter((each) => each.livemode === livemode && (type ?? each.type) === each.type);
      return listOf(all.reverse(), '/v1/events', page);
    },
  ),
  'GET /v1/account': route('AccountRetrieveCurrentParams', (account) => accountObject(account)),
  'GET /v1/balance': route('BalanceRetrieveParams', (account, _, { livemode }) =>
    balanceObject(account, livemode),
  ),
  'GET /v1/payment_method_domains': route<Stripe.PaymentMethodDomainListParams>(
    'PaymentMethodDomainListParams',
    ({ domains }, { domain_name: name, enabled, ...page }, { livemode }) =>
      listOf(
        domains(livemode).filter(
          (each) =>
            (name === undefined || each.domain_name === name) &&
            (enabled === undefined || each.enabled === enabled),
        ),
        '/v1/payment_method_domains',
        page,
      ),
  ),
  'GET /v1/webhook_endpoints': route<Stripe.WebhookEndpointListParams>(
    'WebhookEndpointListParams',
    (account, page, { livemode }) => listOf(account.endpoints(livemode), '/v1/webhook_endpoints', page),
  ),
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

export interface Found {
  readonly name: RouteName;
  readonly route: Route;
  readonly id: string;
}

/** Null where Stripe has nothing, or this double does not. */
export function findRoute(method: string, path: string): Found | null {
  const [, version, kind, id, ...rest] = path.split('/');
  const name = `${method} /${[version, kind, ...(id === undefined ? [] : [':id']), ...rest].join('/')}`;
  return name in routes ? { name: name as RouteName, route: routes[name as RouteName], id: id ?? '' } : null;
}

function confirmationOf(
  params: Pick<
    Stripe.PaymentIntentConfirmParams,
    'payment_method' | 'return_url' | 'use_stripe_sdk' | 'payment_method_data'
  >,
  { given }: Pick<Call, 'given'>,
) {
  return {
    means: meansOf(params.payment_method, given['payment_method_data'] as GivenMeans | undefined),
    returnUrl: params.return_url ?? null,
    usesSdk: params.use_stripe_sdk === true,
  };
}

type GivenMeans = Parameters<typeof meansGiven>[0];

function meansOf(name: string | undefined, given: GivenMeans | undefined): Means {
  if (name !== undefined) return meansNamed(name);
  if (given !== undefined) return meansGiven(given);
  throw invalidRequest(
    'You cannot confirm this PaymentIntent because it is missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.',
    { code: 'payment_intent_unexpected_state' },
  );
}

function decisionOf(choice: unknown): Decision {
  if (choice === 'authorize' || choice === 'later' || choice === 'fail' || choice === 'close') return choice;
  throw invalidRequest(`Invalid choice: ${String(choice)}`, { param: 'choice' });
}
