import type { PaymentIntent, PaymentIntentResult, StripeError } from '@stripe/stripe-js';
import { groups, type Group } from './elements.ts';
import { IntegrationError } from './integration-error.ts';
import type { FormValue } from './messages.ts';
import { ask } from './overlay.ts';
import { connectionError } from './http-api.ts';
import type { World } from './world.ts';

interface ConfirmOptions {
  readonly elements?: object;
  readonly clientSecret?: string;
  readonly confirmParams?: Readonly<Record<string, unknown>>;
  readonly redirect?: 'always' | 'if_required';
}

const call = 'stripe.confirmPayment()';

/** Sends the payment, and does with the customer whatever it still takes. */
export async function confirmPayment(world: World, given: ConfirmOptions): Promise<PaymentIntentResult> {
  const { group, returnUrl, value } = demandPayment(world, given);
  group.submitted = null;
  const { api, key } = world;
  const { clientSecret } = group;
  const { paymentIntent: sent, error } = await api.confirm(key, clientSecret, formOf(value, returnUrl));
  const { answer } = world.hooks;
  if (answer === 'never') return never;
  if (answer === 'thrown') throw new TypeError('Failed to fetch');
  if (answer === 'lost') return { error: connectionError };
  if (error) return { error };
  const result =
    sent.status === 'requires_action' ? await finish(world, clientSecret, sent) : { paymentIntent: sent };
  if (given.redirect === 'if_required' || result.error) return result;
  return leave(world, returnTo(returnUrl, result.paymentIntent));
}

/** A page that is being left waits for nothing any more. */
const never = new Promise<never>(() => {});

function demandPayment(
  world: World,
  given: ConfirmOptions,
): { group: Group; returnUrl: string; value: FormValue } {
  const { elements, confirmParams = {}, clientSecret } = given;
  for (const name of Object.keys(given))
    if (!['elements', 'clientSecret', 'confirmParams', 'redirect'].includes(name))
      throw new IntegrationError(
        `Unrecognized ${call} parameter: ${name} is not a recognized parameter. This may cause issues with your integration in the future.`,
      );
  if (given.redirect !== undefined && !['always', 'if_required'].includes(given.redirect))
    throw new IntegrationError(`Invalid value for ${call}: redirect should be one of always, if_required.`);
  const group = elements && groups.get(elements);
  if (!group) throw new IntegrationError(`Invalid value for ${call}: elements should be an Elements object.`);
  if (group.world !== world)
    throw new IntegrationError(
      'Please use the same instance of `Stripe` you used to create this `Element` to confirm the payment.',
    );
  if (clientSecret !== undefined && clientSecret !== group.clientSecret)
    throw new IntegrationError(`Invalid value for ${call}: clientSecret is not the one that elements has.`);
  if (!group.payment?.isMounted)
    throw new IntegrationError(
      `Invalid value for ${call}: elements should have a mounted Payment Element or Express Checkout Element.`,
    );
  if (group.submitted === null)
    throw new IntegrationError(
      `elements.submit() must be called before ${call}. Call elements.submit() as soon as your customer presses pay, prior to any asynchronous work.`,
    );
  world.demand('confirmParams', confirmParams, call);
  const returnUrl = confirmParams['return_url'] as string;
  if (!URL.canParse(returnUrl))
    throw new IntegrationError(
      `Invalid value for ${call}: confirmParams.return_url should be an absolute URL.`,
    );
  return { group, returnUrl, value: group.submitted };
}

/** As Stripe.js puts it on the wire. */
function formOf({ method, card }: FormValue, returnUrl: string): Record<string, string> {
  const [month = '', year = ''] = card.expiry.match(/\d\d/g) ?? [];
  return {
    return_url: returnUrl,
    expected_payment_method_type: method ?? '',
    use_stripe_sdk: 'true',
    'payment_method_data[type]': method ?? '',
    ...(method === 'card' && {
      'payment_method_data[card][number]': card.number.replaceAll(' ', ''),
      'payment_method_data[card][exp_month]': month,
      'payment_method_data[card][exp_year]': year,
      'payment_method_data[card][cvc]': card.cvc,
    }),
    ...(method === 'wechat_pay' && { 'payment_method_options[wechat_pay][client]': 'web' }),
  };
}

/** What the customer has to do elsewhere: at their bank, at the wallet's site, or with their telephone. */
async function finish(
  world: World,
  clientSecret: string,
  intent: PaymentIntent,
): Promise<PaymentIntentResult> {
  const action = intent.next_action;
  const url = action?.redirect_to_url?.url ?? alipayUrl(action);
  if (url) return leave(world, url);
  const choice = await ask(
    world,
    action?.wechat_pay_display_qr_code
      ? { kind: 'wechat-pay', qrCode: action.wechat_pay_display_qr_code.image_data_url }
      : { kind: 'three-d-secure' },
  );
  if (choice === 'close' && action?.wechat_pay_display_qr_code)
    return world.api.retrieve(world.key, clientSecret);
  const { paymentIntent: after, error } = await world.api.authenticate(world.key, clientSecret, choice);
  if (error) return { error };
  if (after.status !== 'requires_payment_method') return { paymentIntent: after };
  return { error: { ...(after.last_payment_error as StripeError), payment_intent: after } };
}

/** Stripe's own types do not know it. */
function alipayUrl(action: object | null): string | undefined {
  const toAlipay: { alipay_handle_redirect?: { url?: string } } | null = action;
  return toAlipay?.alipay_handle_redirect?.url;
}

function leave({ hooks }: World, url: string): Promise<never> {
  if (hooks.leave) hooks.leave(url);
  else location.assign(url);
  return never;
}

/** What Stripe adds to the page's own address. */
function returnTo(returnUrl: string, intent: PaymentIntent): string {
  const url = new URL(returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.client_secret ?? '');
  url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'pending');
  return url.href;
}
