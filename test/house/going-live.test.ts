import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import Stripe from 'stripe';
import { stripeProblemCode } from '@leb-renew/core/stripe';
import { least } from '../../packages/server/src/payments/stripe/minimum.ts';
import { methodsFor } from '../../packages/server/src/payments/stripe/methods.ts';
import { keyRules } from '../../packages/server/src/payments/stripe/options.ts';
import { apiVersion } from '../../packages/server/src/payments/stripe/client.ts';
import { neededEvents } from '../../packages/server/src/payments/stripe/start.ts';
import { cardNumbered } from '../fakes/stripe/api/test-cards.ts';
import { root } from './root.ts';
import { setUp } from './stripe-setup.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const flat = (text: string): string => text.replaceAll(/^[ \t]+/gm, '').trim();
const guide = read('docs/going-live.md');

const sectionOf = (heading: string): string => guide.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
const samplesIn = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\n\`\`\``, 'gs'))].map(([, sample = '']) => sample);

/** The rows of the tables of a section, without their heads. */
const rowsIn = (heading: string): string[][] =>
  sectionOf(heading)
    .split('\n')
    .filter(
      (line, index, lines) =>
        line.startsWith('|') && !/^\| -|^$/.test(line) && !/^\| -/.test(lines[index + 1] ?? ''),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** Takes whatever Stripe's library asks and answers with little. */
async function openRecorder(t: TestContext) {
  const asked: { readonly path: string; readonly params: URLSearchParams }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      asked.push({ path: request.url ?? '', params: new URLSearchParams(body) });
      response.end(JSON.stringify({ object: 'webhook_endpoint', secret: 'whsec_new' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const stripe = new Stripe('sk_test_recorder', {
    protocol: 'http',
    host: '127.0.0.1',
    port,
    telemetry: false,
  });
  return { asked, stripe };
}

/** The sources of a policy, each with its directive. */
const sourcesIn = (policy: string): string[] =>
  policy.split(/;\s*/).flatMap((directive) => {
    const [name = '', ...sources] = directive.split(' ');
    return sources.map((source) => `${name} ${source}`);
  });

const beyond = (more: readonly string[], than: readonly string[]): string[] =>
  more.filter((source) => !than.includes(source)).toSorted();

const countries =
  'AE AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IN IS IT JP LI LT LU LV MT MX MY NL NO NZ PL PT RO SE SG SI SK TH US'.split(
    ' ',
  );
const currencies =
  'AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF INR JPY MXN MYR NOK NZD PLN RON SEK SGD THB USD'.split(
    ' ',
  );
const called = { card: 'card', paypal: 'PayPal', alipay: 'Alipay', wechat_pay: 'WeChat Pay' } as const;

describe('docs/going-live.md', () => {
  test('makes the end-point and registers the domain by code that is run', async (t) => {
    const samples = samplesIn(guide, 'ts');
    assert.equal(samples.length, 2);
    const source = flat(read('test/house/stripe-setup.ts'));
    for (const sample of samples) assert.ok(source.includes(flat(sample)), sample);

    const { asked, stripe } = await openRecorder(t);
    assert.equal(await setUp(stripe), 'whsec_new');
    const [endpoint, domain] = asked;
    assert.deepEqual([endpoint?.path, domain?.path], ['/v1/webhook_endpoints', '/v1/payment_method_domains']);
    assert.equal(endpoint?.params.get('api_version'), apiVersion);
    assert.match(endpoint.params.get('url') ?? '', /\/notices\/stripe$/);
    const events = [...endpoint.params]
      .filter(([name]) => name.startsWith('enabled_events'))
      .map(([, event]) => event);
    assert.deepEqual(events, neededEvents);
  });

  test('names the variables that the server reads, with keys of the form that it takes', () => {
    const named = [...sectionOf('Your account and its keys').matchAll(/^\| `(STRIPE_\w+)`/gm)].map(
      ([, name]) => name,
    );
    const known = [...read('packages/server/src/bin/settings.ts').matchAll(/\bSTRIPE_\w+/g)].map(
      ([name]) => name,
    );
    assert.deepEqual(
      named.toSorted(),
      [...new Set(known)].filter((name) => name !== 'STRIPE_API_BASE').toSorted(),
    );
    assert.match('rk_test_1', keyRules.secretKey.form);
  });

  test('starts the demo shop with its variables, where it listens', () => {
    const [commands = ''] = samplesIn(sectionOf('Trying it'), 'sh');
    const shop = read('examples/shop/stripe-keys.ts');
    for (const [name] of commands.matchAll(/STRIPE_\w+(?==)/g)) assert.ok(shop.includes(`'${name}'`), name);
    const [, port = ''] = /localhost:(\d+)\/renewal\/notices\/stripe/.exec(commands) ?? [];
    assert.ok(read('examples/shop/start.ts').includes(`'${port}'`), port);
  });

  test('case 37: says in which countries and currencies each method can appear, as the server has it', () => {
    const rows = rowsIn('Which methods appear').filter(
      ([first = '']) => first !== '' && !/^[A-Z]{2}$/.test(first),
    );
    for (const method of ['paypal', 'alipay', 'wechat_pay'] as const) {
      const pairs = countries.flatMap((country) =>
        currencies
          .filter((currency) => methodsFor(country, currency).includes(method))
          .map((currency) => [country, currency]),
      );
      const some = (part: 0 | 1) => [...new Set(pairs.map((pair) => pair[part]))].toSorted().join(' ');
      const isAny = pairs.length === some(0).split(' ').length * some(1).split(' ').length;
      const row = rows.find(([name]) => name === called[method]);
      assert.deepEqual(row, [
        called[method],
        some(0),
        some(1),
        isAny ? 'any' : 'the currency of the account’s country, CNY',
      ]);
    }
  });

  test('case 37: gives examples that are true', () => {
    const examples = rowsIn('Which methods appear').filter(([first = '']) => /^[A-Z]{2}$/.test(first));
    assert.ok(examples.length > 5);
    for (const [country = '', currency = '', methods] of examples)
      assert.equal(
        methodsFor(country, currency)
          .map((method) => called[method])
          .join(', '),
        methods,
        `${country} ${currency}`,
      );
  });

  test('case 36: has the least that can be paid in each currency, as the server refuses less', () => {
    const told = Object.fromEntries(
      rowsIn('The least that can be paid').flatMap(([amount = '', all = '']) =>
        all
          .split(', ')
          .map((currency) => [currency, Math.round(Number(amount) * (currency === 'JPY' ? 1 : 100))]),
      ),
    );
    assert.deepEqual(told, least);
  });

  test('has the policy of docs/embedding.md with what Stripe needs, as the demo shop has it', async () => {
    const [page, payPage] = [read('docs/embedding.md'), guide].map((text) =>
      sourcesIn((samplesIn(text, 'http')[0] ?? '').replace(/^[\w-]+: /, '')),
    );
    assert.ok(page && payPage);
    const { contentPolicy } = (await import(
      new URL('../../examples/shop/content-policy.ts', import.meta.url).href
    )) as { contentPolicy(page: { withStripe: boolean }): string };
    const [shop, payShop] = [false, true].map((withStripe) => sourcesIn(contentPolicy({ withStripe })));
    assert.ok(shop && payShop);

    assert.deepEqual(beyond(page, payPage), [], 'nothing is taken away');
    const stripes = ['script-src', 'frame-src'].flatMap((name) =>
      ['https://js.stripe.com', 'https://*.js.stripe.com'].map((source) => `${name} ${source}`),
    );
    const needed = [
      ...stripes,
      'frame-src https://hooks.stripe.com',
      'connect-src https://api.stripe.com',
      'trusted-types default',
    ].toSorted();
    assert.deepEqual(beyond(payPage, page), needed);
    assert.deepEqual(beyond(payShop, shop), needed);
  });

  test('lets Trusted Types take the address of Stripe.js, and no other', () => {
    const [sample = ''] = samplesIn(sectionOf('The policy of your page'), 'js');
    let taken: (address: string) => string | null = () => null;
    const trustedTypes = {
      createPolicy(name: string, { createScriptURL }: { readonly createScriptURL: typeof taken }) {
        assert.equal(name, 'default');
        taken = createScriptURL;
      },
    };
    // oxlint-disable-next-line typescript/no-implied-eval -- The sample, as it is printed.
    const make = new Function('trustedTypes', sample) as (page: typeof trustedTypes) => void;
    make(trustedTypes);
    const stripes = 'https://js.stripe.com/endive/stripe.js';
    assert.equal(taken(stripes), stripes);
    for (const other of [
      'https://js.stripe.com.evil.example/x.js',
      'http://js.stripe.com/x.js',
      'https://evil.example/',
    ])
      assert.equal(taken(other), null, other);
  });

  test('makes the hash for `integrity` by a command that is run, and says where the version is', (t) => {
    const [command = ''] = samplesIn(sectionOf('PCI'), 'sh');
    const folder = mkdtempSync(join(tmpdir(), 'leb-integrity-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const script = 'console.log("the elements");\n';
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/renewal.js'), script);
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.equal(stdout, createHash('sha384').update(script).digest('base64'));

    const [, name = ''] = /`node_modules\/(@[^`]+)\/package\.json`/.exec(sectionOf('PCI')) ?? [];
    const { version } = JSON.parse(read(`node_modules/${name}/package.json`)) as { version: string };
    assert.match(version, /^\d+\.\d+\.\d+$/);
  });

  test('has the test cards, with what becomes of them', () => {
    const meanings: Readonly<Record<string, RegExp>> = {
      paid: /^paid$/,
      'authentication-asked': /3-D Secure/,
      'insufficient-funds': /not enough money/,
      'expired-card': /expired/,
      'card-details': /CVC/,
      'bank-unreachable': /could not answer/,
      'payment-declined': /without a reason|the same/,
    };
    const cards = rowsIn('Trying it');
    assert.equal(cards.length, 9);
    for (const [number = '', what = ''] of cards) {
      const card = cardNumbered(number);
      assert.ok(card, number);
      const { asks, decline } = card;
      const meaning =
        decline === null ? (asks ? 'authentication-asked' : 'paid') : stripeProblemCode(decline);
      assert.match(what, meanings[meaning] ?? /^$/, `${number}: ${meaning}`);
    }
  });

  test('names the warnings that the server gives at its start', () => {
    const given = [...read('packages/server/src/payments/stripe/start.ts').matchAll(/'(stripe\.[\w-]+)'/g)];
    const named = [...sectionOf('The first days').matchAll(/`(stripe\.[\w-]+)`/g)];
    const sorted = (found: RegExpMatchArray[]) => [...new Set(found.map(([, event]) => event))].toSorted();
    assert.deepEqual(sorted(named), sorted(given));
  });
});
