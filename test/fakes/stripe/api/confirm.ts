import type Stripe from 'stripe';
import type { Account, Means } from './account.ts';
import { newCharge } from './charges.ts';
import { disputeCharge } from './disputes.ts';
import { events } from './events.ts';
import { invalidRequest, StripeFault } from './fault.ts';
import { unexpectedState } from './intents.ts';
import { keepMethod } from './payment-methods.ts';
import type { Decline } from './test-cards.ts';

export interface Confirmation {
  readonly means: Means;
  readonly returnUrl: string | null;
  /** Stripe.js follows the next action itself. */
  readonly usesSdk: boolean;
}

/** What somebody may say on the page of a bank or wallet. `later`: yes, and the money takes its time. */
export type Decision = 'authorize' | 'later' | 'fail' | 'close';

type Intent = Stripe.PaymentIntent;

const confirmable = ['requires_payment_method', 'requires_action'];

/** Tries to take the money. A card that is declined is a fault, as in the API; the intent can be tried again. */
export function confirmIntent(account: Account, intent: Intent, confirmation: Confirmation): Intent {
  const { means } = confirmation;
  if (!confirmable.includes(intent.status)) throw unexpectedState(intent, 'confirm', confirmable);
  if (!intent.payment_method_types.includes(means.type))
    throw invalidRequest(
      `The payment method type provided: ${means.type} is not allowed for this PaymentIntent.`,
      {
        code: 'payment_intent_incompatible_payment_method',
        param: 'payment_method',
      },
    );
  requireReturnUrl(intent, confirmation);
  intent.payment_method = keepMethod(account, means, intent.livemode).id;
  intent.last_payment_error = null;
  intent.next_action = null;
  if (means.card?.decline) throw decline(account, intent, means, means.card.decline);
  if (means.card === null || means.card.asks) return ask(account, intent, confirmation);
  return succeed(account, intent, means);
}

/** What the bank or the wallet says after it was asked. */
export function decide(account: Account, intent: Intent, decision: Decision): Intent {
  if (intent.status !== 'requires_action') throw unexpectedState(intent, 'confirm', ['requires_action']);
  const means = meansOf(account, intent);
  intent.next_action = null;
  switch (decision) {
    case 'authorize':
      return means.card?.decline
        ? fail(account, intent, means, means.card.decline)
        : succeed(account, intent, means);
    case 'later':
      return process(account, intent, means);
    case 'fail':
    case 'close':
      return giveUp(account, intent, refusals[means.type === 'card' ? 'card' : decision]);
  }
}

/** The end of what was processing. */
export function settle(account: Account, intent: Intent, end: 'succeed' | 'fail'): Intent {
  if (intent.status !== 'processing') throw unexpectedState(intent, 'confirm', ['processing']);
  const means = meansOf(account, intent);
  intent.processing = null;
  return end === 'succeed'
    ? succeed(account, intent, means)
    : fail(account, intent, means, {
        code: 'payment_intent_payment_attempt_failed',
        message: 'The payment attempt failed.',
      });
}

const refusals: Readonly<Record<'card' | 'fail' | 'close', Decline>> = {
  card: {
    code: 'payment_intent_authentication_failure',
    message: 'We are unable to authenticate your payment method. Please choose a different payment method.',
  },
  fail: {
    code: 'payment_method_provider_decline',
    message: 'The payment method was declined by its provider.',
  },
  close: { code: 'payment_method_customer_decline', message: 'The customer declined the payment.' },
};

function requireReturnUrl(intent: Intent, { means, returnUrl, usesSdk }: Confirmation): void {
  const mayRedirect = intent.automatic_payment_methods?.allow_redirects !== 'never';
  const isRedirected = means.type === 'paypal' || means.type === 'alipay';
  if (returnUrl === null && (isRedirected || (mayRedirect && !usesSdk)))
    throw invalidRequest(
      'This PaymentIntent may redirect your customer off of your page: you must provide a `return_url`.',
      { param: 'return_url' },
    );
}

function ask(account: Account, intent: Intent, confirmation: Confirmation): Intent {
  intent.status = 'requires_action';
  intent.next_action = nextAction(account, intent, confirmation);
  account.tell(events.intentRequiresAction(intent));
  return intent;
}

function nextAction(
  account: Account,
  { id, client_secret: secret }: Intent,
  { means, returnUrl, usesSdk }: Confirmation,
): Stripe.PaymentIntent.NextAction {
  const query = new URLSearchParams({ secret: secret ?? '' });
  const url = `${account.origin()}/authorize/${id}?${query}`;
  if (means.type === 'wechat_pay')
    return {
      type: 'wechat_pay_display_qr_code',
      wechat_pay_display_qr_code: {
        data: `weixin://wxpay/bizpayurl?pr=${id}`,
        hosted_instructions_url: url,
        image_data_url: onePixel,
        image_url_png: `${account.origin()}/qr.png`,
        image_url_svg: `${account.origin()}/qr.svg`,
      },
    };
  if (means.type === 'card' && usesSdk)
    return { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } };
  if (returnUrl !== null) query.set('return_url', returnUrl);
  return {
    type: 'redirect_to_url',
    redirect_to_url: { url: `${account.origin()}/authorize/${id}?${query}`, return_url: returnUrl },
  };
}

const onePixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAAAAAAALAAAAAABAAEAAAIBRAA7';

function meansOf(account: Account, { payment_method: method }: Intent): Means {
  const means = typeof method === 'string' ? account.means.get(method) : undefined;
  if (means === undefined) throw new Error('A payment is under way and nothing is known of its means.');
  return means;
}

function succeed(account: Account, intent: Intent, means: Means): Intent {
  const charge = newCharge(account, intent, means, 'succeeded');
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  intent.latest_charge = charge.id;
  account.tell(events.chargeSucceeded(charge));
  account.tell(events.intentSucceeded(intent));
  if (means.card?.later === 'dispute') disputeCharge(account, charge);
  return intent;
}

function process(account: Account, intent: Intent, means: Means): Intent {
  const charge = newCharge(account, intent, means, 'pending');
  intent.status = 'processing';
  intent.latest_charge = charge.id;
  account.tell(events.chargePending(charge));
  account.tell(events.intentProcessing(intent));
  return intent;
}

function fail(account: Account, intent: Intent, means: Means, reason: Decline): Intent {
  const charge = newCharge(account, intent, means, 'failed', reason);
  intent.latest_charge = charge.id;
  account.tell(events.chargeFailed(charge));
  return giveUp(account, intent, reason, charge.id);
}

/** The intent waits for another try. */
function giveUp(account: Account, intent: Intent, reason: Decline, charge?: string): Intent {
  const method =
    typeof intent.payment_method === 'string' ? account.methods.get(intent.payment_method) : undefined;
  intent.status = 'requires_payment_method';
  intent.payment_method = null;
  intent.last_payment_error = {
    ...reason,
    // A bank's answer about a card; everything else is a request that did not work out.
    type: reason.decline_code === undefined ? 'invalid_request_error' : 'card_error',
    doc_url: `https://stripe.com/docs/error-codes/${reason.code.replaceAll('_', '-')}`,
    ...(charge === undefined ? {} : { charge }),
    ...(method === undefined ? {} : { payment_method: method }),
  };
  account.tell(events.intentFailed(intent));
  return intent;
}

function decline(account: Account, intent: Intent, means: Means, reason: Decline): StripeFault {
  fail(account, intent, means, reason);
  return new StripeFault(402, {
    type: 'card_error',
    ...reason,
    ...(typeof intent.latest_charge === 'string' ? { charge: intent.latest_charge } : {}),
    payment_intent: structuredClone(intent),
  });
}
