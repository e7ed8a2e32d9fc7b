import type { LogEntry } from '@leb-renew/server';
import { stripeGateway, type StripeGatewayOptions } from '@leb-renew/server/stripe';
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test, type TestContext } from 'node:test';
import { readSettings } from '../../packages/server/src/bin/read-settings.ts';
import {
  openStripeDouble,
  startStripeDouble,
  type StripeDouble,
} from '../fakes/stripe/api/open-stripe-double.ts';
import { until } from './shop/until.ts';

const keys: StripeGatewayOptions = {
  secretKey: 'sk_test_51ofASeller',
  publishableKey: 'pk_test_51ofASeller',
  webhookSecrets: ['whsec_51ofASeller'],
};
const place = {
  noticesUrl: 'https://shop.example/renewal/notices/stripe',
  pages: ['https://shop.example', 'https://shop.example/cards', 'http://localhost:5173'],
};

/** Starts and tells what was logged. */
async function start(
  options: Partial<StripeGatewayOptions>,
): Promise<{ warnings: string[]; methods: string }> {
  const entries: LogEntry[] = [];
  const gateway = stripeGateway({ ...keys, ...options });
  await gateway.start?.({ ...place, log: (entry) => void entries.push(entry) });
  assert.ok(entries.every(({ level }) => level === 'warn'));
  return {
    warnings: entries.map(({ event }) => event),
    methods: gateway.methods({ minor: 1, currency: 'EUR', exponent: 2 }).join(' '),
  };
}
const keysOf = ({ secretKey, publishableKey, apiBase }: StripeDouble) => ({
  secretKey,
  publishableKey,
  apiBase,
});

/** Something at Stripe's address that is not the double: what it answers is the test's. */
async function setup(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('The options of the gateway', () => {
  const wrong: Record<string, readonly [Partial<Record<keyof StripeGatewayOptions, unknown>>, RegExp]> = {
    'no secret key': [{ secretKey: '' }, /secretKey must begin with sk_test_/],
    'a publishable key as the secret one': [{ secretKey: 'pk_test_51ofASeller' }, /secretKey must begin/],
    'a secret key with the line break of its file': [
      { secretKey: 'sk_test_51ofASeller\n' },
      /secretKey must have no line break before or behind it \(STRIPE_SECRET_KEY\)/,
    ],
    'a publishable key with a blank before it': [
      { publishableKey: ' pk_test_51ofASeller' },
      /publishableKey must have no blank before or behind it \(STRIPE_PUBLISHABLE_KEY\)/,
    ],
    'a webhook secret with a line break': [
      { webhookSecrets: ['whsec_51ofASeller\r\n'] },
      /webhookSecrets must have no line break .* \(STRIPE_WEBHOOK_SECRET\)/,
    ],
    'a key with a blank': [{ secretKey: 'sk_test_51 ofASeller' }, /secretKey must begin/],
    'a secret key for browsers': [
      { publishableKey: 'sk_test_51ofASeller' },
      /publishableKey must begin with pk_/,
    ],
    'keys of two modes': [
      { publishableKey: 'pk_live_51ofASeller' },
      /publishableKey must be of the same mode/,
    ],
    'no webhook secret': [{ webhookSecrets: [] }, /webhookSecrets must be one secret, or two/],
    'three of them': [{ webhookSecrets: Array(3).fill('whsec_51ofASeller') }, /webhookSecrets must be one/],
    'one as a text': [{ webhookSecrets: 'whsec_51ofASeller' }, /webhookSecrets must be one/],
    'a webhook secret of another kind': [
      { webhookSecrets: ['sk_test_51ofASeller'] },
      /webhookSecrets must begin/,
    ],
    'a country in words': [{ country: 'Germany' }, /country must be two capital letters/],
    'an address with a path': [{ apiBase: 'http://127.0.0.1:1/v1' }, /apiBase must be scheme, host and port/],
    'no address': [{ apiBase: 'api.stripe.com' }, /apiBase must be/],
    ...Object.fromEntries(
      [
        'http://stripe-proxy.shop.example',
        'http://192.168.0.7:12111',
        'http://127.0.0.1.shop.example',
        'http://localhost.shop.example',
        'http://[::2]:12111',
      ].map((apiBase) => [
        `a live key over plain HTTP to ${apiBase}`,
        [
          { secretKey: 'rk_live_51ofASeller', publishableKey: 'pk_live_51ofASeller', apiBase },
          new RegExp(
            `apiBase must be https:// with a live key, except on this machine, and is ${apiBase.replaceAll(/[.[\]]/g, '\\$&')} \\(STRIPE_API_BASE\\)$`,
          ),
        ],
      ]),
    ),
  };
  for (const [what, [options, rule]] of Object.entries(wrong))
    test(`are refused with name and rule: ${what}`, () => {
      assert.throws(
        () => stripeGateway({ ...keys, ...options } as StripeGatewayOptions),
        (error: Error) =>
          error instanceof TypeError &&
          rule.test(error.message) &&
          error.message.startsWith('stripeGateway: ') &&
          !error.message.includes('51'),
      );
    });

  test('may hold a restricted key and two webhook secrets, and say the mode', () => {
    const two = ['whsec_51ofASeller', 'whsec_52ofASeller'];
    assert.equal(stripeGateway({ ...keys, secretKey: 'rk_test_1', webhookSecrets: two }).livemode, false);
    const live = stripeGateway({ ...keys, secretKey: 'sk_live_1', publishableKey: 'pk_live_1' });
    assert.deepEqual([live.provider, live.livemode], ['stripe', true]);
  });

  test('let a live key go to another machine by HTTPS, to this one by HTTP too, and a test key anywhere', () => {
    const live = { ...keys, secretKey: 'sk_live_1', publishableKey: 'pk_live_1' };
    for (const [options, apiBase] of [
      [live, 'https://stripe-proxy.shop.example'],
      [live, 'http://127.0.0.1:12111'],
      [live, 'http://127.8.0.1'],
      [live, 'http://localhost:12111'],
      [live, 'http://[::1]:12111'],
      [keys, 'http://stripe-mock:12111'],
    ] as const)
      assert.equal(stripeGateway({ ...options, apiBase }).livemode, options === live, apiBase);
  });
});

describe('A gateway that starts', () => {
  test('is quiet where everything is in order, and knows the country', async (t) => {
    const stripe = await openStripeDouble(t, {
      country: 'DE',
      domains: ['shop.example'],
      notices: { url: place.noticesUrl },
    });
    assert.deepEqual(await start(keysOf(stripe)), { warnings: [], methods: 'card paypal alipay wechat_pay' });
  });

  test('warns of a webhook end-point that is missing, lacks events or has another version, and of a domain', async (t) => {
    const stripe = await openStripeDouble(t);
    assert.deepEqual((await start(keysOf(stripe))).warnings.sort(), [
      'stripe.domain-not-registered',
      'stripe.no-webhook',
    ]);
    const lacking = await openStripeDouble(t, {
      domains: ['shop.example'],
      notices: { url: place.noticesUrl, enabledEvents: ['payment_intent.succeeded'] },
    });
    assert.deepEqual((await start(keysOf(lacking))).warnings, ['stripe.webhook-lacks-events']);
    const older = await setup(t, (request, response) => {
      const point = {
        url: place.noticesUrl,
        status: 'enabled',
        enabled_events: ['*'],
        api_version: '2023-10-16',
      };
      const isDomains = request.url?.includes('domains') === true;
      const data = [isDomains ? { domain_name: 'shop.example' } : point];
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ object: 'list', country: 'DE', livemode: false, data }));
    });
    assert.deepEqual((await start({ apiBase: older })).warnings, ['stripe.webhook-version']);
  });

  test('finds its own among hundreds of end-points and domains of the same account', async (t) => {
    const others = Array.from({ length: 230 }, (_, index) => `other-${index}.example`);
    const crowded = {
      country: 'DE',
      domains: [...others, 'shop.example'],
      otherEndpoints: others.map((host) => `https://${host}/renewal/notices/stripe`),
    };
    const stripe = await openStripeDouble(t, { ...crowded, notices: { url: place.noticesUrl } });
    assert.deepEqual((await start(keysOf(stripe))).warnings, []);
    const without = await openStripeDouble(t, { ...crowded, domains: others });
    assert.deepEqual((await start(keysOf(without))).warnings.sort(), [
      'stripe.domain-not-registered',
      'stripe.no-webhook',
    ]);
    assert.equal(without.requestsTo('GET /v1/payment_method_domains').length, 3);
  });

  test('says nothing of what it has read half', async (t) => {
    const stripe = await openStripeDouble(t, {
      domains: Array.from({ length: 101 }, (_, index) => `other-${index}.example`),
      notices: { url: place.noticesUrl },
    });
    const route = 'GET /v1/payment_method_domains';
    stripe.mishap(route, { before: () => stripe.mishap(route, { instead: 'server-error' }) });
    assert.deepEqual((await start(keysOf(stripe))).warnings, []);
  });

  test('tells Stripe nothing about how earlier requests went', async (t) => {
    const told: unknown[] = [];
    const apiBase = await setup(t, (request, response) => {
      told.push(request.headers['x-stripe-client-telemetry']);
      response.setHeader('content-type', 'application/json').setHeader('request-id', 'req_1');
      response.end(JSON.stringify({ object: 'list', country: 'DE', livemode: false, data: [] }));
    });
    await start({ apiBase });
    assert.deepEqual(told, [undefined, undefined, undefined, undefined]);
  });

  test('does not start with a key that Stripe does not know, and names the setting', async (t) => {
    const { apiBase } = await openStripeDouble(t);
    await assert.rejects(start({ apiBase }), (error: Error) => {
      assert.match(error.message, /^STRIPE_SECRET_KEY is no key that Stripe knows/);
      return !error.message.includes('51');
    });
  });

  test('does not start with a key that turns out to be of the other mode', async (t) => {
    const apiBase = await setup(t, (_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ country: 'DE', livemode: true }));
    });
    await assert.rejects(start({ apiBase }), /^Error: STRIPE_SECRET_KEY is of another mode/);
  });

  test('asks for the country where a restricted key may not read it, and goes by that', async (t) => {
    const apiBase = await setup(t, (_, response) => {
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { type: 'invalid_request_error', message: 'not permitted' } }));
    });
    await assert.rejects(
      start({ apiBase }),
      /STRIPE_SECRET_KEY must be allowed to read the account, or STRIPE_COUNTRY/,
    );
    assert.deepEqual(await start({ apiBase, country: 'GB' }), { warnings: [], methods: 'card paypal' });
  });

  test('starts with a warning while Stripe is away, and learns the country with the first payment', async (t) => {
    const { apiBase, stop } = await startStripeDouble();
    await stop();
    assert.deepEqual(await start({ apiBase }), { warnings: ['stripe.unreachable'], methods: 'card' });
    const stripe = await openStripeDouble(t, { country: 'DE' });
    const gateway = stripeGateway({ ...keys, ...keysOf(stripe) });
    const amount = { minor: 8_400, currency: 'EUR', exponent: 2 } as const;
    assert.deepEqual(gateway.methods(amount), ['card']);
    const wish = { renewalId: 'r_1', amount, describe: '-', receiptEmail: null, methods: [], expiresAt: '' };
    stripe.mishap('GET /v1/account', { instead: 'server-error' });
    assert.ok((await gateway.create(wish, 'renewal:r_1:create')).ok);
    await until('the country was asked for', async () => stripe.requestsTo('GET /v1/account').length === 1);
    assert.deepEqual(gateway.methods(amount), ['card'], 'Stripe does not say');
    let answer = () => {};
    stripe.mishap('GET /v1/account', { before: () => new Promise<void>((resolve) => (answer = resolve)) });
    assert.ok((await gateway.create(wish, 'renewal:r_1:create')).ok, 'no payment waits for it');
    await until('the country was asked for again', async () => {
      answer();
      return gateway.methods(amount).length === 4;
    });
  });
});

describe('The settings of leb-renew-server for Stripe', () => {
  const environment = {
    SECRET: 'a secret of the shop that has enough characters',
    SELLER_NAME: 'Shop',
    SELLER_ADDRESS: '1 Street',
    SELLER_SUPPORT: 'mailto:help@shop.example',
  };
  const stripe = {
    STRIPE_SECRET_KEY: 'sk_test_51ofASeller',
    STRIPE_PUBLISHABLE_KEY: 'pk_test_51ofASeller',
    STRIPE_WEBHOOK_SECRET: 'whsec_51ofASeller, whsec_52ofASeller',
  };
  const faultsOf = (more: Record<string, string>) => {
    const read = readSettings({ ...environment, ...more });
    return read.ok ? [] : read.faults;
  };

  test('are three keys, one or two of them for the webhook', () => {
    const read = readSettings({ ...environment, ...stripe, STRIPE_API_BASE: 'http://127.0.0.1:12111' });
    assert.deepEqual(read.ok && read.value.stripe, {
      secretKey: 'sk_test_51ofASeller',
      publishableKey: 'pk_test_51ofASeller',
      webhookSecrets: ['whsec_51ofASeller', 'whsec_52ofASeller'],
      apiBase: 'http://127.0.0.1:12111',
    });
    const none = readSettings(environment);
    assert.equal(none.ok && none.value.stripe, null, 'the sandbox');
  });

  test('are all of them or none, of one mode, and none is repeated', () => {
    assert.deepEqual(faultsOf({ STRIPE_PUBLISHABLE_KEY: stripe.STRIPE_PUBLISHABLE_KEY }), [
      'STRIPE_SECRET_KEY must be set, because STRIPE_PUBLISHABLE_KEY is.',
      'STRIPE_WEBHOOK_SECRET must be set, because STRIPE_PUBLISHABLE_KEY is.',
    ]);
    assert.deepEqual(faultsOf({ ...stripe, STRIPE_SECRET_KEY: 'sk_live_51ofASeller' }), [
      'STRIPE_PUBLISHABLE_KEY must be of the same mode as STRIPE_SECRET_KEY.',
    ]);
    const live = { STRIPE_SECRET_KEY: 'sk_live_51ofASeller', STRIPE_PUBLISHABLE_KEY: 'pk_live_51ofASeller' };
    assert.deepEqual(faultsOf({ ...stripe, ...live, STRIPE_API_BASE: 'http://stripe-proxy:12111' }), [
      'STRIPE_API_BASE must be https:// with a live key, except on this machine.',
    ]);
    assert.deepEqual(faultsOf({ ...stripe, ...live, STRIPE_API_BASE: 'http://127.0.0.1:12111' }), []);
    assert.deepEqual(faultsOf({ ...stripe, ...live, STRIPE_API_BASE: 'no address' }), [
      'STRIPE_API_BASE must be scheme, host and port of a web address.',
    ]);
    assert.deepEqual(faultsOf({ ...stripe, STRIPE_WEBHOOK_SECRET: 'whsec_a,whsec_b,whsec_c' }), [
      'STRIPE_WEBHOOK_SECRET must be one or two that begin with whsec_, with a comma between.',
    ]);
  });
});
