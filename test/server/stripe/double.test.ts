/** Our double of Stripe, asked through Stripe's own SDK: what it is strict about, and what becomes of payments in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, suite, test } from 'node:test';
import Stripe from 'stripe';
import { sha256, typesOfStripe } from '../../../scripts/stripe-schemas/types.ts';
import madeFrom from '../../fakes/stripe/schemas/made-from.json' with { type: 'json' };
import {
  openStripeDouble,
  startStripeDouble,
  type StripeDouble,
} from '../../fakes/stripe/api/open-stripe-double.ts';

const returnUrl = 'https://shop.example/renew?renewal=r_1';
const double = await startStripeDouble({ country: 'GB' });
after(() => double.stop());
const stripe = stripeFor(double);

function stripeFor({ apiBase, secretKey }: Pick<StripeDouble, 'apiBase' | 'secretKey'>): Stripe {
  const { hostname: host, port } = new URL(apiBase);
  return new Stripe(secretKey, { protocol: 'http', host, port, telemetry: false, maxNetworkRetries: 0 });
}

const wish = {
  amount: 1500,
  currency: 'gbp',
  automatic_payment_methods: { enabled: true },
  metadata: { renewal_id: 'r_1' },
} satisfies Stripe.PaymentIntentCreateParams;

/** @param more also what Stripe's types would not let through */
const begin = (more: object = {}) => stripe.paymentIntents.create({ ...wish, ...more });

/** What Stripe's SDK makes of a refusal; fails if there is none. */
async function refusal(asked: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await asked;
  } catch (error) {
    assert.ok(error instanceof Stripe.errors.StripeError, String(error));
    return error;
  }
  assert.fail('It was not refused.');
}

/** As Stripe.js asks. */
async function browser(path: string, form: Record<string, string>, key = double.publishableKey) {
  const response = await fetch(`${double.apiBase}/v1/payment_intents/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: new URLSearchParams(form),
  });
  return (await response.json()) as Stripe.PaymentIntent & { error?: Stripe.StripeRawError };
}

const cardForm = (intent: Stripe.PaymentIntent, number: string) => ({
  client_secret: intent.client_secret ?? '',
  return_url: returnUrl,
  use_stripe_sdk: 'true',
  'payment_method_data[type]': 'card',
  'payment_method_data[card][number]': number,
  'payment_method_data[card][exp_month]': '12',
  'payment_method_data[card][exp_year]': '34',
  'payment_method_data[card][cvc]': '123',
});
const walletForm = (intent: Stripe.PaymentIntent, type: string) => ({
  client_secret: intent.client_secret ?? '',
  return_url: returnUrl,
  use_stripe_sdk: 'true',
  'payment_method_data[type]': type,
});

suite('the double of Stripe', { concurrency: true }, () => {
  test('case 3: the schemas were made from the version of `stripe` that is installed, and nobody has edited them', () => {
    const { requestsSha256, ...types } = madeFrom;
    const remedy = 'run `npm run stripe-schemas` and read what has changed';
    assert.deepEqual(typesOfStripe().madeFrom, types, remedy);
    const requests = readFileSync(
      new URL('../../fakes/stripe/schemas/requests.json', import.meta.url),
      'utf8',
    );
    assert.equal(sha256(requests), requestsSha256, remedy);
  });

  for (const [what, more, code, param] of [
    [
      'a parameter that is gone',
      { payment_method_types: ['card'] },
      'payment_method_types_no_longer_supported',
      'payment_method_types',
    ],
    ['a parameter that never was', { colour: 'red' }, 'parameter_unknown', 'colour'],
    [
      'a misspelt method',
      { automatic_payment_methods: undefined, allowed_payment_method_types: ['wechatpay'] },
      undefined,
      'allowed_payment_method_types[0]',
    ],
    [
      'a word that is none of the list',
      { automatic_payment_methods: { enabled: true, allow_redirects: 'sometimes' } },
      undefined,
      'automatic_payment_methods[allow_redirects]',
    ],
    ['an amount that is text', { amount: 'much' }, undefined, 'amount'],
    ['part of a cent', { amount: 1.5 }, 'parameter_invalid_integer', 'amount'],
    ['less than the least', { amount: 29 }, 'amount_too_small', 'amount'],
    ['more than eight digits', { amount: 100_000_000 }, 'amount_too_large', 'amount'],
    ['no such currency', { currency: 'zzz' }, undefined, 'currency'],
    ['a currency in capitals', { currency: 'GBP' }, undefined, 'currency'],
    ['a third decimal that is not nought', { currency: 'kwd', amount: 1_501 }, 'invalid_amount', 'amount'],
    ['cents where there are none', { currency: 'isk', amount: 15_050 }, 'invalid_amount', 'amount'],
    [
      'two ways to choose methods',
      { allowed_payment_method_types: ['card'] },
      'parameters_exclusive',
      undefined,
    ],
    ['an address that is none', { receipt_email: 'nobody' }, 'email_invalid', 'receipt_email'],
    ['an empty text', { description: '' }, 'parameter_invalid_empty', 'description'],
  ] as const)
    test(`case 2: a payment with ${what} is refused`, async () => {
      const error = await refusal(begin(more));
      assert.deepEqual([error.type, error.statusCode], ['StripeInvalidRequestError', 400]);
      assert.deepEqual([error.code, error.param], [code, param]);
    });

  test('every kind of key is asked for what it may', async () => {
    const intent = await begin();
    const asWith = (secretKey: string) => stripeFor({ apiBase: double.apiBase, secretKey });
    const unknown = await refusal(asWith('sk_test_unknown').paymentIntents.retrieve(intent.id));
    assert.deepEqual([unknown.type, unknown.statusCode], ['StripeAuthenticationError', 401]);
    const browserKey = await refusal(asWith(double.publishableKey).paymentIntents.create(wish));
    assert.deepEqual(
      [browserKey.type, browserKey.code],
      ['StripeAuthenticationError', 'secret_key_required'],
    );
    const otherMode = await refusal(asWith(double.liveSecretKey).paymentIntents.retrieve(intent.id));
    assert.deepEqual([otherMode.code, otherMode.statusCode], ['resource_missing', 404]);
    assert.match(otherMode.message, /similar object exists in test mode/);
    assert.equal((await asWith(double.liveSecretKey).paymentIntents.create(wish)).livemode, true);
    assert.equal((await asWith(double.restrictedKey).paymentIntents.retrieve(intent.id)).livemode, false);
  });

  test('a version that is not the pinned one, and an end-point that is not there, are refused', async () => {
    const old = await refusal(stripe.paymentIntents.create(wish, { apiVersion: '2023-10-16' }));
    assert.match(old.message, /2023-10-16/);
    const nowhere = await refusal(stripe.customers.create({}));
    assert.deepEqual([nowhere.statusCode, nowhere.type], [404, 'StripeInvalidRequestError']);
  });

  test('case 4: the same key gives the first answer again, and is told from a second', async () => {
    const idempotencyKey = 'renewal:r_4:create:1';
    const first = await stripe.paymentIntents.create(wish, { idempotencyKey });
    const again = await stripe.paymentIntents.create(wish, { idempotencyKey });
    assert.equal(again.id, first.id);
    assert.equal(again.lastResponse.headers['idempotent-replayed'], 'true');
    const other = await refusal(stripe.paymentIntents.create({ ...wish, amount: 1600 }, { idempotencyKey }));
    assert.deepEqual([other.type, other.rawType], ['StripeIdempotencyError', 'idempotency_error']);
    const long = await refusal(stripe.paymentIntents.create(wish, { idempotencyKey: 'k'.repeat(256) }));
    assert.equal(long.statusCode, 400);
  });

  test('a key is kept by a decline, and stays free after a request that was never acted upon', async () => {
    const intent = await begin();
    const pay = (method: string, idempotencyKey: string) =>
      stripe.paymentIntents.confirm(
        intent.id,
        { payment_method: method, return_url: returnUrl },
        { idempotencyKey },
      );
    const declined = await refusal(pay('pm_card_visa_chargeDeclined', 'pay'));
    assert.deepEqual(
      [declined.type, declined.statusCode, declined.code],
      ['StripeCardError', 402, 'card_declined'],
    );
    const repeated = await refusal(pay('pm_card_visa_chargeDeclined', 'pay'));
    assert.equal(repeated.headers?.['idempotent-replayed'], 'true');
    await refusal(stripe.paymentIntents.create({ ...wish, amount: 1 }, { idempotencyKey: 'small' }));
    const enough = await stripe.paymentIntents.create(wish, { idempotencyKey: 'small' });
    assert.equal(enough.status, 'requires_payment_method');
  });

  test('a 3-D Secure question is passed, or failed and asked again', async () => {
    const intent = await begin();
    const asked = await browser(`${intent.id}/confirm`, cardForm(intent, '4000 0027 6000 3184'));
    assert.deepEqual([asked.status, asked.next_action?.type], ['requires_action', 'use_stripe_sdk']);
    const choose = (choice: string) =>
      browser(`${intent.id}/authenticate`, { client_secret: intent.client_secret ?? '', choice });
    const failed = await choose('fail');
    assert.equal(failed.status, 'requires_payment_method');
    assert.equal(failed.last_payment_error?.code, 'payment_intent_authentication_failure');
    assert.equal(failed.last_payment_error.type, 'invalid_request_error');
    await browser(`${intent.id}/confirm`, cardForm(intent, '4000002760003184'));
    assert.equal((await choose('authorize')).status, 'succeeded');
  });

  test('a browser is shown no more than its part of a payment, and only with the client secret', async () => {
    const intent = await begin();
    const paid = await browser(`${intent.id}/confirm`, cardForm(intent, '4242424242424242'));
    assert.equal(paid.status, 'succeeded');
    for (const hidden of ['metadata', 'latest_charge', 'customer']) assert.ok(!(hidden in paid), hidden);
    const guessed = await browser(`${intent.id}/confirm`, { client_secret: `${intent.id}_secret_guess` });
    assert.equal(guessed.error?.code, 'resource_missing');
    const again = await browser(`${intent.id}/confirm`, cardForm(intent, '4242424242424242'));
    assert.equal(again.error?.code, 'payment_intent_unexpected_state');
    assert.ok(again.error.payment_intent && !('metadata' in again.error.payment_intent));
  });

  for (const [choice, status, code, redirect] of [
    ['authorize', 'succeeded', undefined, 'succeeded'],
    ['later', 'processing', undefined, 'pending'],
    ['fail', 'requires_payment_method', 'payment_method_provider_decline', 'failed'],
    ['close', 'requires_payment_method', 'payment_method_customer_decline', 'failed'],
  ] as const)
    test(`a wallet's page answers ${choice} and sends the customer back`, async () => {
      const intent = await begin();
      const asked = await browser(`${intent.id}/confirm`, walletForm(intent, 'paypal'));
      const page = asked.next_action?.redirect_to_url?.url ?? '';
      assert.match(await (await fetch(page)).text(), /Authorize test payment/);
      const left = await fetch(page, {
        method: 'POST',
        body: new URLSearchParams({ choice }),
        redirect: 'manual',
      });
      const back = new URL(left.headers.get('location') ?? '');
      assert.deepEqual(Object.fromEntries(back.searchParams), {
        renewal: 'r_1',
        payment_intent: intent.id,
        payment_intent_client_secret: intent.client_secret,
        redirect_status: redirect,
      });
      const after = await stripe.paymentIntents.retrieve(intent.id);
      assert.deepEqual([after.status, after.last_payment_error?.code], [status, code]);
    });

  test('a payment is cancelled while it is open, and not when it is paid', async () => {
    const [open, paid] = [await begin(), await begin()];
    const over = await stripe.paymentIntents.cancel(open.id, { cancellation_reason: 'abandoned' });
    assert.deepEqual([over.status, over.cancellation_reason], ['canceled', 'abandoned']);
    double.pay(paid.id);
    const error = await refusal(stripe.paymentIntents.cancel(paid.id));
    assert.deepEqual(
      [error.code, error.payment_intent?.status],
      ['payment_intent_unexpected_state', 'succeeded'],
    );
  });

  test('money goes back in part and no further than it came', async () => {
    const intent = await begin();
    double.pay(intent.id);
    const part = await stripe.refunds.create({ payment_intent: intent.id, amount: 1000 });
    assert.equal(part.status, 'succeeded');
    const tooMuch = await refusal(stripe.refunds.create({ payment_intent: intent.id, amount: 501 }));
    assert.equal(tooMuch.param, 'amount');
    await stripe.refunds.create({ payment_intent: intent.id });
    const again = await refusal(stripe.refunds.create({ payment_intent: intent.id }));
    assert.equal(again.code, 'charge_already_refunded');
    const seen = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge.refunds'] });
    const charge = seen.latest_charge as Stripe.Charge;
    assert.deepEqual([charge.amount_refunded, charge.refunded, charge.refunds?.data.length], [1500, true, 2]);
  });

  test('money of WeChat Pay goes back later, or stays', async () => {
    const intent = await begin();
    double.pay(intent.id, 'wechat_pay');
    assert.equal(intent.payment_method_types.includes('wechat_pay'), true);
    assert.equal(double.intent(intent.id).next_action?.type, 'wechat_pay_display_qr_code');
    double.decide(intent.id, 'authorize');
    const refund = await stripe.refunds.create({ payment_intent: intent.id });
    assert.equal(refund.status, 'pending');
    double.settleRefund(refund.id, 'fail');
    const [seen] = (await stripe.refunds.list({ payment_intent: intent.id })).data;
    assert.deepEqual([seen?.status, seen?.failure_reason], ['failed', 'unknown']);
    const told = double.notices.events.flatMap((event) =>
      (event.data.object as { id?: string }).id === refund.id ? event.type : [],
    );
    assert.deepEqual(told, ['refund.created', 'refund.updated', 'refund.failed']);
  });

  test('a list comes by the page, from a thing that is in it', async (t) => {
    const many = await openStripeDouble(t, { domains: ['a.example', 'b.example', 'c.example'] });
    const { paymentMethodDomains: domains } = stripeFor(many);
    const page = async (params: Stripe.PaymentMethodDomainListParams) => {
      const { data, has_more: hasMore } = await domains.list(params);
      return {
        ids: data.map(({ id }) => id),
        names: data.map(({ domain_name: [name] }) => name).join(''),
        hasMore,
      };
    };
    const first = await page({ limit: 2 });
    assert.deepEqual([first.names, first.hasMore], ['ab', true]);
    const second = await page({ limit: 2, starting_after: first.ids[1] ?? '' });
    assert.deepEqual([second.names, second.hasMore], ['c', false]);
    const back = await page({ limit: 1, ending_before: second.ids[0] ?? '' });
    assert.deepEqual([back.names, back.hasMore], ['b', true]);
    assert.deepEqual((await page({ domain_name: 'c.example' })).names, 'c');
    assert.deepEqual((await page({ enabled: false })).names, '');
    for (const [params, code, param] of [
      [{ starting_after: 'pmd_unknown' }, 'resource_missing', 'starting_after'],
      [{ limit: 101 }, 'parameter_invalid_integer', 'limit'],
      [{ limit: 0 }, 'parameter_invalid_integer', 'limit'],
      [{ starting_after: first.ids[0] ?? '', ending_before: first.ids[1] ?? '' }, undefined, undefined],
    ] as const) {
      const error = await refusal(domains.list(params));
      assert.deepEqual([error.statusCode, error.code, error.param], [400, code, param]);
    }
  });

  test('what breaks is as Stripe says: stored, free, refused in a hurry, cut', async (t) => {
    const broken = await openStripeDouble(t);
    const asked = stripeFor(broken);
    const create = (idempotencyKey: string) =>
      asked.paymentIntents.create({ ...wish, currency: 'usd' }, { idempotencyKey });
    broken.mishap('POST /v1/payment_intents', { after: 'server-error' });
    assert.equal((await refusal(create('stored'))).statusCode, 500);
    const stored = await refusal(create('stored'));
    assert.deepEqual([stored.statusCode, stored.headers?.['idempotent-replayed']], [500, 'true']);
    broken.mishap('POST /v1/payment_intents', { instead: 'server-error' });
    assert.equal((await refusal(create('free'))).statusCode, 500);
    assert.equal((await create('free')).status, 'requires_payment_method');
    broken.mishap('POST /v1/payment_intents', { instead: 'rate-limit' });
    assert.equal((await refusal(create('hurry'))).type, 'StripeRateLimitError');
    broken.mishap('POST /v1/payment_intents', { after: 'cut' });
    const saved = await create('cut');
    assert.equal(saved.lastResponse.headers['idempotent-replayed'], 'true', 'asked again by the SDK itself');
    broken.mishap('POST /v1/payment_intents', { before: () => refusal(create('busy')) });
    await create('busy');
    const busy = broken.requestsTo('POST /v1/payment_intents').find(({ status }) => status === 409);
    assert.equal(busy?.idempotencyKey, 'busy');
  });

  test('notices are signed over their very bytes, by each secret that is good', async (t) => {
    const heard: { body: string; signature: string }[] = [];
    const told = await openStripeDouble(t);
    told.mount('/hears', async (request) => {
      heard.push({ body: await request.text(), signature: request.headers.get('stripe-signature') ?? '' });
      return new Response(null, { status: heard.length === 1 ? 500 : 200 });
    });
    told.notices.url = `${told.apiBase}/hears`;
    const intent = await stripeFor(told).paymentIntents.create({ ...wish, currency: 'usd' });
    const [before, after] = [told.webhookSecret, told.notices.rotate()];
    told.pay(intent.id);
    await told.notices.settled();
    assert.deepEqual(
      told.notices.undelivered.map(({ type }) => type),
      ['payment_intent.succeeded'],
    );
    await told.notices.redeliver();
    assert.deepEqual(told.notices.undelivered, []);
    for (const { body, signature } of heard)
      for (const secret of [before, after]) {
        const event = Stripe.webhooks.constructEvent(body, signature, secret);
        assert.deepEqual([event.type, event.api_version], ['payment_intent.succeeded', Stripe.API_VERSION]);
      }
    assert.equal(heard.length, 2);
  });

  test('pages may ask from anywhere, and Stripe.js is served beside the API', async () => {
    const asked = await fetch(`${double.apiBase}/v1/payment_intents`, { method: 'OPTIONS' });
    assert.equal(asked.headers.get('access-control-allow-origin'), '*');
    assert.equal((await fetch(`${double.apiBase}/js/nothing.js`)).status, 404);
  });
});
