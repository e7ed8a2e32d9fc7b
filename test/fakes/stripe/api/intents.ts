import type Stripe from 'stripe';
import { newId, now, type Account } from './account.ts';
import { checkAmount } from './currencies.ts';
import { events } from './events.ts';
import { invalidRequest } from './fault.ts';
import { methodsFor } from './methods.ts';

type Status = 'requires_payment_method' | 'requires_action' | 'processing' | 'succeeded' | 'canceled';

/** What the types leave open about a new intent. */
export function createIntent(
  account: Account,
  wish: Stripe.PaymentIntentCreateParams,
  livemode: boolean,
): Stripe.PaymentIntent {
  checkAmount(wish.amount, wish.currency);
  checkExclusive(wish);
  checkMetadata(wish.metadata);
  checkTexts(wish);
  const id = newId('pi');
  const automatic =
    wish.allowed_payment_method_types === undefined
      ? (wish.automatic_payment_methods ?? { enabled: true })
      : null;
  const types = offered(account.country, wish);
  if (types.length === 0)
    throw invalidRequest('No valid payment method types for this Payment Intent.', {
      code: 'payment_intent_invalid_parameter',
    });
  const intent = {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: wish.allowed_payment_method_types ?? null,
    amount: wish.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: automatic && { allow_redirects: 'always', ...automatic },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: wish.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${newId('s').slice(2)}`,
    confirmation_method: 'automatic',
    created: now(),
    currency: wish.currency,
    customer: null,
    customer_account: null,
    description: wish.description ?? null,
    excluded_payment_method_types: wish.excluded_payment_method_types ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode,
    managed_payments: null,
    metadata: metadataOf(wish.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: types,
    payment_record: null,
    processing: null,
    receipt_email: wish.receipt_email ?? null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: wish.statement_descriptor ?? null,
    statement_descriptor_suffix: wish.statement_descriptor_suffix ?? null,
    status: 'requires_payment_method',
    transfer_group: null,
  } satisfies Stripe.PaymentIntent;
  account.intents.set(id, intent);
  account.tell(events.intentCreated(intent));
  return intent;
}

/** Nobody can take a payment that is over, or on its way. */
const cancelable: readonly string[] = ['requires_payment_method', 'requires_action'] satisfies Status[];

export function cancelIntent(
  account: Account,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  if (!cancelable.includes(intent.status)) throw unexpectedState(intent, 'cancel', cancelable);
  intent.status = 'canceled' satisfies Status;
  intent.canceled_at = now();
  intent.cancellation_reason = reason;
  intent.next_action = null;
  account.tell(events.intentCanceled(intent));
  return intent;
}

export const unexpectedState = (
  intent: Stripe.PaymentIntent,
  deed: 'cancel' | 'confirm',
  possible: readonly string[],
) =>
  invalidRequest(
    `You cannot ${deed} this PaymentIntent because it has a status of ${intent.status}. ` +
      `Only a PaymentIntent with one of the following statuses may be ${deed}ed: ${possible.join(', ')}.`,
    { code: 'payment_intent_unexpected_state', payment_intent: structuredClone(intent) },
  );

function offered(country: string, wish: Stripe.PaymentIntentCreateParams): string[] {
  const { allowed_payment_method_types: allowed, excluded_payment_method_types: excluded = [] } = wish;
  return methodsFor(country, wish.currency).filter(
    (method) =>
      (allowed?.includes(method) ?? true) &&
      !excluded.includes(method) &&
      (method === 'card' || wish.automatic_payment_methods?.allow_redirects !== 'never'),
  );
}

const exclusive = [
  'automatic_payment_methods',
  'excluded_payment_method_types',
  'payment_method_configuration',
] as const;

function checkExclusive(wish: Stripe.PaymentIntentCreateParams): void {
  const other = exclusive.find((name) => wish[name] !== undefined);
  if (wish.allowed_payment_method_types !== undefined && other !== undefined)
    throw invalidRequest(
      `You may only specify one of these parameters: allowed_payment_method_types, ${other}.`,
      {
        code: 'parameters_exclusive',
      },
    );
}

/** @see https://docs.stripe.com/api/metadata */
function checkMetadata(metadata: Stripe.PaymentIntentCreateParams['metadata']): void {
  const entries = Object.entries(metadata ?? {});
  if (entries.length > 50) throw invalidRequest('You can specify up to 50 keys.', { param: 'metadata' });
  for (const [name, value] of entries)
    if (name.length > 40 || String(value).length > 500)
      throw invalidRequest(`Metadata can have keys of 40 and values of 500 characters: ${name}`, {
        param: `metadata[${name}]`,
      });
}

const metadataOf = (metadata: Stripe.PaymentIntentCreateParams['metadata']): Stripe.Metadata =>
  Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, String(value)]));

function checkTexts({
  receipt_email: email,
  statement_descriptor_suffix: suffix,
}: Stripe.PaymentIntentCreateParams) {
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw invalidRequest(`Invalid email address: ${email}`, {
      code: 'email_invalid',
      param: 'receipt_email',
    });
  if (suffix !== undefined && !/^(?=.*[a-z])[^<>\\'"*]{1,22}$/i.test(suffix))
    throw invalidRequest('The statement descriptor suffix is not valid.', {
      param: 'statement_descriptor_suffix',
    });
}
