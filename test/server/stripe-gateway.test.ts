import type { Answer, Money } from '@leb-renew/core/contract';
import type { PaymentFact, PaymentGateway } from '@leb-renew/server';
import { stripeGateway } from '@leb-renew/server/stripe';
import fc from '../chance.ts';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, test, type TestContext } from 'node:test';
import { Stripe } from 'stripe';
import { answered } from '../../packages/server/src/payments/stripe/fault.ts';
import { methodsFor } from '../../packages/server/src/payments/stripe/methods.ts';
import { chargeable } from '../../packages/server/src/payments/stripe/minimum.ts';
import { fromStripe, toStripe } from '../../packages/server/src/payments/stripe/minor-units.ts';
import { paidWith } from '../../packages/server/src/payments/stripe/paid-with.ts';
import { openStripeDouble, type StripeDouble } from '../fakes/stripe/api/open-stripe-double.ts';

const euros = (minor: number): Money => ({ minor, currency: 'EUR', exponent: 2 });
const expiresAt = '2026-11-24T10:00:00.000Z';
const wish = {
  renewalId: 'r_one',
  amount: euros(8_400),
  describe: '1 year · LEB Global card',
  receiptEmail: 'mira@example.com',
  methods: ['card' as const],
  expiresAt,
};
const key = 'renewal:r_one:create';

async function setup(t: TestContext, country = 'DE') {
  const stripe = await openStripeDouble(t, { country });
  return { stripe, gateway: gatewayTo(stripe) };
}

const gatewayTo = ({ secretKey, publishableKey, webhookSecret, apiBase }: StripeDouble): PaymentGateway =>
  stripeGateway({ secretKey, publishableKey, webhookSecrets: [webhookSecret], apiBase });

function valueOf<T>(answer: Answer<T>): T {
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}
const made = async (gateway: PaymentGateway, more: Partial<typeof wish> = {}): Promise<string> =>
  valueOf(await gateway.create({ ...wish, ...more }, `renewal:${more.renewalId ?? 'r_one'}:create`)).ref;
const factOf = async (gateway: PaymentGateway, ref: string): Promise<PaymentFact> =>
  valueOf(await gateway.read(ref));
const problemOf = (answer: Answer<unknown>) => (answer.ok ? assert.fail('was not refused') : answer.problem);

describe('A payment that is made', () => {
  test('case 2: asks for what Stripe’s types allow, and leaves the methods to the seller’s settings', async (t) => {
    const { stripe, gateway } = await setup(t);
    await made(gateway);
    const [{ params } = assert.fail('nothing was asked')] = stripe.requestsTo('POST /v1/payment_intents');
    assert.deepEqual(params, {
      amount: '8400',
      currency: 'eur',
      automatic_payment_methods: { enabled: 'true' },
      payment_method_options: { wechat_pay: { client: 'web' } },
      description: '1 year · LEB Global card',
      metadata: { renewal_id: 'r_one', exponent: '2' },
    });
  });

  test('case 3: is asked for in the words of one API version, which is the library’s own', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    stripe.pay(ref);
    await gateway.refund(ref, euros(100), 'renewal:r_one:refund:1');
    await gateway.cancel(ref, 'renewal:r_one:cancel');
    assert.ok(stripe.requests.length > 3);
    for (const { version } of stripe.requests) assert.equal(version, '2026-10-28.endive');
    assert.equal(Stripe.API_VERSION, '2026-10-28.endive');
  });

  test('opens for a browser with two keys and nothing else', async (t) => {
    const { stripe, gateway } = await setup(t);
    const { ref, handoff } = valueOf(await gateway.create(wish, key));
    assert.deepEqual(handoff, {
      provider: 'stripe',
      amount: wish.amount,
      expiresAt,
      livemode: false,
      data: {
        kind: 'payment_intent',
        publishableKey: stripe.publishableKey,
        clientSecret: stripe.intent(ref).client_secret,
      },
    });
  });

  test('is not handed to a browser without the secret that pays it', async (t) => {
    const { stripe, gateway } = await setup(t);
    stripe.mishap('POST /v1/payment_intents', { says: (intent) => ({ ...intent, client_secret: null }) });
    const { code, detail } = problemOf(await gateway.create(wish, key));
    assert.deepEqual(
      [code, detail],
      ['payment-setup', 'Stripe made a payment without a secret to pay it with.'],
    );
  });

  test('is the same one however often it is asked for', async (t) => {
    const { stripe, gateway } = await setup(t);
    const refs = await Promise.all(Array.from({ length: 3 }, () => made(gateway)));
    assert.equal(new Set([...refs, await made(gatewayTo(stripe))]).size, 1);
    assert.equal(stripe.intents.length, 1);
  });

  test('case 5: is refused aloud when the same renewal asks for something else', async (t) => {
    const { stripe, gateway } = await setup(t);
    await made(gateway);
    const { code, detail = '' } = problemOf(await gateway.create({ ...wish, amount: euros(8_500) }, key));
    assert.equal(code, 'payment-setup');
    assert.match(detail, /^Stripe: idempotency_error in req_\w+$/);
    assert.equal(stripe.intents.length, 1);
  });

  test('case 7: is made under the next number once Stripe keeps a breakdown under the last, in every process the same', async (t) => {
    const { stripe, gateway } = await setup(t);
    stripe.mishap('POST /v1/payment_intents', { after: 'server-error' }, 3);
    const ref = await made(gateway);
    const keys = stripe.requestsTo('POST /v1/payment_intents').map(({ idempotencyKey }) => idempotencyKey);
    assert.deepEqual([...new Set(keys)], [`${key}:1`, `${key}:2`, `${key}:3`]);
    assert.equal(await made(gatewayTo(stripe)), ref);
    stripe.pay(ref);
    assert.equal((await factOf(gateway, ref)).state, 'succeeded');
  });

  test('is given up on while Stripe is broken, with its number kept', async (t) => {
    const { stripe, gateway } = await setup(t);
    stripe.mishap('POST /v1/payment_intents', { instead: 'server-error' }, 2);
    const { code, charged } = problemOf(await gateway.create(wish, key));
    assert.deepEqual([code, charged], ['provider-down', 'no']);
    await made(gateway);
    const keys = stripe.requestsTo('POST /v1/payment_intents').map(({ idempotencyKey }) => idempotencyKey);
    assert.deepEqual([...new Set(keys)], [`${key}:1`]);
  });
});

describe('A payment that is read', () => {
  test('is what the port has words for, from open to paid', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    const open: PaymentFact = {
      ref,
      renewalId: 'r_one',
      state: 'open',
      received: euros(0),
      refunded: null,
      problem: null,
      livemode: false,
      paidWith: null,
      paidAt: null,
    };
    assert.deepEqual(await factOf(gateway, ref), open);
    stripe.pay(ref, 'pm_card_visa_chargeDeclinedInsufficientFunds');
    const { attempt, ...declined } = await factOf(gateway, ref);
    assert.deepEqual(declined, { ...open, problem: 'insufficient-funds' });
    assert.equal((await factOf(gateway, ref)).attempt, attempt);
    stripe.pay(ref, 'pm_card_visa_chargeDeclinedInsufficientFunds');
    assert.notEqual((await factOf(gateway, ref)).attempt, attempt, 'two tries that fail alike');
  });

  test('case 23: tells each time that a wallet was left from the one before', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    const left = async () => {
      stripe.pay(ref, 'paypal');
      assert.equal((await factOf(gateway, ref)).attempt, undefined);
      stripe.decide(ref, 'close');
      const { problem, attempt } = await factOf(gateway, ref);
      assert.equal(problem, 'payment-cancelled');
      return attempt;
    };
    const first = await left();
    assert.ok(first);
    assert.notEqual(await left(), first);
  });

  test('says what it was paid with, and when', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    const before = Date.now() - 1_000;
    stripe.pay(ref);
    const { state, received, paidWith: means, paidAt } = await factOf(gateway, ref);
    assert.deepEqual([state, received, means], ['succeeded', euros(8_400), 'Visa •• 4242']);
    assert.ok(Date.parse(paidAt ?? '') >= before && Date.parse(paidAt ?? '') <= Date.now());
  });

  test('waits with the customer, and then with the wallet', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    stripe.pay(ref, 'paypal');
    assert.equal((await factOf(gateway, ref)).state, 'needs-customer');
    stripe.decide(ref, 'later');
    assert.equal((await factOf(gateway, ref)).state, 'processing');
    stripe.settle(ref, 'succeed');
    assert.deepEqual(pick(await factOf(gateway, ref)), { state: 'succeeded', paidWith: 'PayPal' });
    const { state, paidWith: means } = await factOf(gateway, await made(gateway, { renewalId: 'r_two' }));
    assert.deepEqual([state, means], ['open', null]);
  });

  test('is never guessed: a word of Stripe’s that nobody knows is trouble', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    stripe.intent(ref).status = 'requires_patience';
    assert.equal(problemOf(await gateway.read(ref)).code, 'payment-setup');
    assert.equal(problemOf(await gateway.read('pi_unknown')).code, 'not-found');
  });

  test('names the means in words for a receipt, and no more of a card than four digits', () => {
    const card = (brand: string | null, last4: string | null) =>
      paidWith({ type: 'card', card: { brand, last4, exp_year: 2030, fingerprint: 'f' } } as never);
    assert.deepEqual(
      [card('amex', '0005'), card('visa', null), card(null, '4242'), card('eftpos_au', '1')],
      ['American Express •• 0005', 'Visa', 'Card •• 4242', 'eftpos •• 1'],
    );
    const others = ['paypal', 'alipay', 'wechat_pay', 'revolut_pay', 'link'];
    assert.deepEqual(
      others.map((type) => paidWith({ type })),
      ['PayPal', 'Alipay', 'WeChat Pay', 'Revolut pay', 'Link'],
    );
    assert.equal(paidWith(null), null);
  });
});

describe('A payment that is cancelled', () => {
  test('is over, and stays over when that is asked again', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    const cancel = async () => valueOf(await gateway.cancel(ref, 'renewal:r_one:cancel')).state;
    assert.deepEqual([await cancel(), await cancel()], ['canceled', 'canceled']);
    assert.equal(stripe.intent(ref).status, 'canceled');
  });

  test('is told to have succeeded when the customer was faster', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    stripe.pay(ref);
    const { state, received } = valueOf(await gateway.cancel(ref, 'renewal:r_one:cancel'));
    assert.deepEqual([state, received], ['succeeded', euros(8_400)]);
  });

  test('can be cancelled after it was on its way, although that was refused before', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    stripe.pay(ref, 'paypal');
    stripe.decide(ref, 'later');
    const cancel = async () => valueOf(await gateway.cancel(ref, 'renewal:r_one:cancel')).state;
    assert.equal(await cancel(), 'processing');
    stripe.settle(ref, 'fail');
    assert.equal(await cancel(), 'canceled');
  });
});

describe('Money that goes back', () => {
  const back = ({ refunded, refunding, refundFailed }: PaymentFact) => ({
    refunded: refunded?.minor ?? 0,
    refunding: refunding?.minor ?? 0,
    failed: refundFailed ?? null,
  });

  test('case 38: in part, then all of what is left, and never more than arrived', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    assert.equal(problemOf(await gateway.refund(ref, null, 'k0')).code, 'payment-setup', 'it is not paid');
    stripe.pay(ref);
    assert.equal(problemOf(await gateway.refund(ref, euros(8_401), 'k1')).code, 'payment-setup');
    const { refundRef } = valueOf(await gateway.refund(ref, euros(400), 'k2'));
    assert.equal(valueOf(await gateway.refund(ref, euros(400), 'k2')).refundRef, refundRef, 'the same again');
    assert.deepEqual(back(await factOf(gateway, ref)), { refunded: 400, refunding: 0, failed: null });
    valueOf(await gateway.refund(ref, null, 'k3'));
    assert.deepEqual(back(await factOf(gateway, ref)), { refunded: 8_400, refunding: 0, failed: null });
    assert.match(problemOf(await gateway.refund(ref, null, 'k4')).detail ?? '', /charge_already_refunded/);
  });

  test('case 38: through WeChat Pay it is on its way first, and may fail to arrive', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    stripe.pay(ref, 'wechat_pay');
    stripe.decide(ref, 'authorize');
    const first = valueOf(await gateway.refund(ref, null, 'k1')).refundRef;
    assert.deepEqual(back(await factOf(gateway, ref)), { refunded: 0, refunding: 8_400, failed: null });
    stripe.settleRefund(first, 'fail');
    assert.deepEqual(back(await factOf(gateway, ref)), { refunded: 0, refunding: 0, failed: 'unknown' });
    const second = valueOf(await gateway.refund(ref, null, 'k2')).refundRef;
    assert.deepEqual(back(await factOf(gateway, ref)), { refunded: 0, refunding: 8_400, failed: null });
    stripe.settleRefund(second, 'succeed');
    assert.deepEqual(back(await factOf(gateway, ref)), { refunded: 8_400, refunding: 0, failed: null });
  });

  test('case 38: in more parts than Stripe shows at once is counted to the last', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    stripe.pay(ref);
    for (let part = 0; part < 12; part += 1) stripe.refund(ref, 100);
    assert.deepEqual(back(await factOf(gateway, ref)), { refunded: 1_200, refunding: 0, failed: null });
  });

  test('is not sent twice when Stripe breaks down after it went', async (t) => {
    const { stripe, gateway } = await setup(t);
    const ref = await made(gateway);
    stripe.pay(ref);
    stripe.mishap('POST /v1/refunds', { after: 'server-error' });
    const { refundRef } = valueOf(await gateway.refund(ref, euros(400), 'k1'));
    assert.deepEqual(
      stripe.refundsOf(ref).map(({ id, amount }) => [id, amount]),
      [[refundRef, 400]],
    );
  });

  test('may be taken by the payer’s bank, for the time of the dispute or for good', async (t) => {
    const { stripe, gateway } = await setup(t);
    const seen: (string | undefined)[] = [];
    for (const end of ['won', 'lost'] as const) {
      const ref = await made(gateway, { renewalId: `r_${end}` });
      stripe.pay(ref);
      const { id } = stripe.dispute(ref);
      seen.push((await factOf(gateway, ref)).dispute);
      assert.equal((await factOf(gateway, ref)).refunded, null);
      stripe.closeDispute(id, end);
      const { dispute, refunded } = await factOf(gateway, ref);
      seen.push(dispute);
      assert.deepEqual(refunded, end === 'lost' ? euros(8_400) : null);
    }
    assert.deepEqual(seen, ['open', undefined, 'open', 'lost']);
  });
});

describe('Amounts', () => {
  const known: readonly (readonly [Money, number])[] = [
    [{ minor: 1_234, currency: 'USD', exponent: 2 }, 1_234],
    [{ minor: 500, currency: 'JPY', exponent: 0 }, 500],
    [{ minor: 50_000, currency: 'JPY', exponent: 2 }, 500],
    [{ minor: 500, currency: 'ISK', exponent: 0 }, 50_000],
    [{ minor: 50_000, currency: 'ISK', exponent: 2 }, 50_000],
    [{ minor: 7, currency: 'UGX', exponent: 0 }, 700],
    [{ minor: 1_230, currency: 'KWD', exponent: 3 }, 1_230],
    [{ minor: 2_500, currency: 'HUF', exponent: 0 }, 250_000],
    [{ minor: 250_000, currency: 'HUF', exponent: 2 }, 250_000],
  ];

  test('case 36: are counted as Stripe counts each currency, and as the seller does on the way back', () => {
    for (const [money, amount] of known) {
      assert.equal(toStripe(money), amount, JSON.stringify(money));
      assert.deepEqual(fromStripe(amount, money.currency.toLowerCase(), money.exponent), money);
    }
  });

  test('case 36: that Stripe cannot take to the unit are not rounded', () => {
    const odd: readonly Money[] = [
      { minor: 50_050, currency: 'ISK', exponent: 2 },
      { minor: 150, currency: 'JPY', exponent: 2 },
      { minor: 1_231, currency: 'KWD', exponent: 3 },
      { minor: 12_345, currency: 'USD', exponent: 4 },
      { minor: Number.MAX_SAFE_INTEGER, currency: 'UGX', exponent: 0 },
    ];
    for (const money of odd) assert.equal(toStripe(money), null, JSON.stringify(money));
    // A refund of so little can be seen, though it could not be charged.
    assert.deepEqual(fromStripe(50, 'isk', 0), { minor: 50, currency: 'ISK', exponent: 2 });
    assert.deepEqual(fromStripe(50, 'usd', null), { minor: 50, currency: 'USD', exponent: 2 });
  });

  test('case 36: come back to the unit, whatever they are', () => {
    const currencies = fc.constantFrom('USD', 'EUR', 'JPY', 'ISK', 'UGX', 'KWD', 'HUF', 'TWD', 'CLP', 'BHD');
    const exponents = fc.constantFrom(0 as const, 2 as const, 3 as const, 4 as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        currencies,
        exponents,
        (minor, currency, exponent) => {
          const money: Money = { minor, currency, exponent };
          const asked = toStripe(money);
          if (asked === null) return;
          assert.ok(Number.isSafeInteger(asked));
          assert.deepEqual(fromStripe(asked, currency.toLowerCase(), exponent), money);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('case 36: below the least that Stripe charges are refused before it is asked', async (t) => {
    const { stripe, gateway } = await setup(t);
    const least = { USD: 50, GBP: 30, HKD: 400, JPY: 50, MXN: 1_000, HUF: 17_500, SEK: 300 };
    for (const [currency, minor] of Object.entries(least)) {
      const exponent = currency === 'JPY' ? 0 : 2;
      assert.equal(valueOf(chargeable({ minor, currency, exponent })), minor, currency);
      const { code, detail } = problemOf(
        await gateway.create({ ...wish, amount: { minor: minor - 1, currency, exponent } }, key),
      );
      assert.equal(code, 'payment-setup');
      assert.match(
        detail ?? '',
        new RegExp(`as small as ${minor - 1} .* ${currency}: the least is ${minor},`),
      );
    }
    const { detail } = problemOf(
      await gateway.create({ ...wish, amount: { minor: 50_050, currency: 'ISK', exponent: 2 } }, key),
    );
    assert.match(detail ?? '', /cannot charge 50050 .* ISK to the unit/);
    assert.deepEqual(stripe.requests, []);
  });

  test('case 36: of every kind are charged and read back as they were asked for', async (t) => {
    const { stripe, gateway } = await setup(t);
    for (const [index, [amount, sent]] of known.entries()) {
      const ref = await made(gateway, {
        renewalId: `r_${index}`,
        amount: { ...amount, minor: amount.minor * 100 },
      });
      assert.equal(stripe.intent(ref).amount, sent * 100);
      stripe.pay(ref);
      assert.deepEqual((await factOf(gateway, ref)).received, { ...amount, minor: amount.minor * 100 });
    }
  });
});

describe('Methods', () => {
  test('case 37: are those that can appear for the account’s country and the currency', () => {
    const seen = (country: string | null, ...currencies: string[]) =>
      currencies.map((currency) => methodsFor(country, currency).join(' '));
    const all = 'card paypal alipay wechat_pay';
    assert.deepEqual(seen('DE', 'EUR', 'USD', 'CNY', 'JPY', 'BRL'), [
      all,
      'card paypal',
      'card alipay wechat_pay',
      'card',
      'card',
    ]);
    assert.deepEqual(seen('GB', 'GBP', 'EUR'), [all, 'card paypal']);
    assert.deepEqual(seen('US', 'USD', 'EUR', 'CNY'), [
      'card alipay wechat_pay',
      'card',
      'card alipay wechat_pay',
    ]);
    assert.deepEqual(seen('HK', 'HKD', 'USD'), ['card alipay wechat_pay', 'card']);
    assert.deepEqual(seen('NZ', 'NZD'), ['card alipay']);
    assert.deepEqual(seen('SE', 'SEK', 'EUR'), ['card paypal wechat_pay', all]);
    assert.deepEqual(seen('BR', 'BRL', 'USD'), ['card', 'card']);
    assert.deepEqual(seen(null, 'EUR', 'CNY'), ['card', 'card'], 'nobody knows the country');
  });

  test('case 37: are never fewer than what Stripe then offers', async (t) => {
    for (const country of ['DE', 'GB', 'US', 'HK', 'SE']) {
      const { stripe, gateway } = await setup(t, country);
      await gateway.start?.({ noticesUrl: 'https://shop.example/n', pages: [], log: () => undefined });
      for (const currency of ['EUR', 'USD', 'GBP', 'CNY', 'HKD', 'SEK']) {
        const amount = { minor: 9_900, currency, exponent: 2 as const };
        const ref = await made(gateway, { renewalId: `r_${country}${currency}`, amount });
        const expected = gateway.methods(amount);
        assert.deepEqual(stripe.intent(ref).payment_method_types, expected, `${country} ${currency}`);
      }
    }
  });
});

describe('Errors', () => {
  test('are told apart by their type, whichever module format they come from', async () => {
    const OfCommonJs = createRequire(import.meta.url)('stripe') as typeof Stripe;
    const foreign = OfCommonJs.errors.StripeError.generate({
      statusCode: 402,
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      message: 'No money for mira@example.com',
    } as never);
    assert.ok(!(foreign instanceof Stripe.errors.StripeError), 'another class');
    const { code, detail } = problemOf(
      await answered(() => {
        // oxlint-disable-next-line typescript/only-throw-error -- an error of the other module format
        throw foreign;
      }),
    );
    assert.deepEqual([code, detail], ['insufficient-funds', 'Stripe: card_error card_declined']);
  });

  test('say whose fault it is, and repeat nothing that was sent', async () => {
    const seen = async (raw: object) =>
      problemOf(await answered(() => Promise.reject(Stripe.errors.StripeError.generate(raw as never)))).code;
    assert.equal(await seen({ statusCode: 401, type: 'invalid_request_error' }), 'payment-setup');
    assert.equal(await seen({ statusCode: 403, type: 'invalid_request_error' }), 'payment-setup');
    assert.equal(
      await seen({ statusCode: 429, type: 'invalid_request_error', code: 'lock_timeout' }),
      'provider-down',
    );
    assert.equal(await seen({ statusCode: 409, code: 'idempotency_key_in_use' }), 'provider-down');
    assert.equal(await seen({ statusCode: 400, type: 'idempotency_error' }), 'payment-setup');
    assert.equal(await seen({ statusCode: 500, type: 'api_error' }), 'provider-down');
    assert.equal(
      await seen({ statusCode: 400, type: 'invalid_request_error', code: 'email_invalid' }),
      'payment-setup',
    );
  });

  test('of our own are not taken for Stripe’s', async () => {
    await assert.rejects(
      answered(() => Promise.reject(new TypeError('a slip'))),
      /a slip/,
    );
  });
});

const pick = ({ state, paidWith: means }: PaymentFact) => ({ state, paidWith: means });
