import type { Renewal } from '@leb-renew/core/contract';
import type { StripeHandoffData } from '@leb-renew/core/stripe';
import type { LogEntry } from '@leb-renew/server';
import { stripeGateway } from '@leb-renew/server/stripe';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import { openStripeDouble, type StripeDouble } from '../fakes/stripe/api/open-stripe-double.ts';
import { enough, run } from './bin/command.ts';
import { filledDatabase } from './bin/filled-database.ts';
import { createCaller } from './shop/caller.ts';
import { query } from './shop/cluster.ts';
import { openShop, type Shop, type ShopChanges } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const person = { by: 'Ana', why: 'the customer called' };

/** A shop that takes payments through the double, whose supplier refuses until it is told otherwise. */
async function setup(
  t: TestContext,
  { aroundPayments = (gateway) => gateway, ...changes }: ShopChanges = {},
) {
  const stripe = await openStripeDouble(t, { country: 'DE' });
  const entries: LogEntry[] = [];
  let refuses = true;
  const shop = await openShop(t, {
    options: { payments: aroundPayments(gatewayTo(stripe)) },
    log: (entry) => void entries.push(entry),
    supplier: { mishap: () => (refuses ? 'refuse' : 'none') },
    ...changes,
  });
  stripe.notices.url = `${shop.url}/notices/stripe`;
  return { stripe, shop, entries, supplierIsWell: () => void (refuses = false) };
}

const gatewayTo = ({ secretKey, publishableKey, webhookSecret, apiBase }: StripeDouble) =>
  stripeGateway({ secretKey, publishableKey, webhookSecrets: [webhookSecret], apiBase });

const liveGatewayTo = ({ liveSecretKey, livePublishableKey, webhookSecret, apiBase }: StripeDouble) =>
  stripeGateway({
    secretKey: liveSecretKey,
    publishableKey: livePublishableKey,
    webhookSecrets: [webhookSecret],
    apiBase,
  });

const begin = async (shop: Shop, label = 'LEB Global card'): Promise<Renewal> => {
  const token = await shop.signIn();
  return shop.begin(token, (await shop.quote(token, { label, currency: 'EUR' })).quoteId);
};
const refOf = (begun: Renewal): string =>
  begun.status === 'awaiting-payment'
    ? ((begun.handoff.data as StripeHandoffData).clientSecret.split('_secret_')[0] ?? '')
    : assert.fail(`it is ${begun.status}`);
const waiting = async (shop: Shop) =>
  (await shop.server.admin.desk.list()).map(({ kind, why }) => `${kind}: ${why}`);
const saidByStripe = async (shop: Shop, { reference }: Renewal) => {
  const story = await shop.server.admin.desk.show(reference);
  const { refunded, refunding, refundFailed } = (story.ok && story.value.provider) || assert.fail('not told');
  return { refunded, refunding, refundFailed };
};
const extensions = async (shop: Shop) =>
  (await query(shop.databaseUrl, 'select 1 from leb_local_supplier.extensions')).length;

describe('A refund that takes its time', () => {
  test('case 38: and fails comes back to a person with the reason, and is never shown as refunded', async (t) => {
    const { stripe, shop, entries } = await setup(t);
    const begun = await begin(shop);
    const ref = refOf(begun);
    stripe.pay(ref, 'wechat_pay');
    stripe.decide(ref, 'authorize');
    await shop.reaches(begun, 'review');
    const { desk } = shop.server.admin;
    assert.ok((await desk.refund(begun.reference, person)).ok);
    const refunding = await shop.reaches(begun, 'refunding');
    const { total } = begun.quote;
    assert.deepEqual(await saidByStripe(shop, begun), {
      refunded: null,
      refunding: total,
      refundFailed: null,
    });
    const [first] = stripe.refundsOf(ref);
    stripe.settleRefund(first?.id ?? '', 'fail');
    const again = await shop.reaches(begun, 'review');
    assert.ok(again.seq > refunding.seq);
    assert.deepEqual(await saidByStripe(shop, begun), {
      refunded: null,
      refunding: null,
      refundFailed: 'unknown',
    });
    assert.deepEqual(await waiting(shop), [
      'review: supplier-refused: refused by the local supplier, refund failed: unknown',
    ]);
    assert.deepEqual(
      entries
        .filter(({ event }) => event === 'renewal.refund-failed')
        .map(({ reference, detail }) => [reference, detail]),
      [[begun.reference, 'unknown']],
    );
    const papers = await query(
      shop.databaseUrl,
      'select 1 from leb_renew.receipts where corrects is not null',
    );
    assert.deepEqual(papers, [], 'nothing went back, so nothing is corrected');

    assert.ok((await desk.refund(begun.reference, person)).ok);
    await shop.reaches(begun, 'refunding');
    const second = stripe.refundsOf(ref).find(({ status }) => status === 'pending');
    stripe.settleRefund(second?.id ?? '', 'succeed');
    await shop.reaches(begun, 'refunded');
    assert.deepEqual(await waiting(shop), []);
  });

  test('keeps the card from being extended while the money is on its way back', async (t) => {
    const { stripe, shop } = await setup(t, { supplier: { mishap: () => 'lost-order' } });
    const begun = await begin(shop);
    const ref = refOf(begun);
    stripe.notices.hold();
    stripe.pay(ref, 'wechat_pay');
    stripe.decide(ref, 'authorize');
    stripe.refund(ref);
    await shop.renewal(begun, '?refresh=1');
    await shop.server.admin.sweep();
    await shop.reaches(begun, 'refunding');
    assert.equal(await extensions(shop), 0);
  });
});

describe('A payment that its payer disputes', () => {
  test('is never extended by itself, and by a person once it is won', async (t) => {
    const { stripe, shop, entries, supplierIsWell } = await setup(t);
    const begun = await begin(shop);
    const ref = refOf(begun);
    stripe.pay(ref);
    await shop.reaches(begun, 'review');
    supplierIsWell();
    const { id } = stripe.dispute(ref);
    await until('the desk knows', async () => (await waiting(shop)).includes('dispute: dispute open'));
    const { desk } = shop.server.admin;
    const refused = await desk.fulfil(begun.reference, person);
    assert.equal(refused.ok ? '' : refused.code, 'is-disputed');
    assert.equal(await extensions(shop), 0);
    assert.equal(entries.filter(({ event }) => event === 'renewal.disputed').length, 1);
    stripe.closeDispute(id, 'won');
    await until('the desk knows', async () => !(await waiting(shop)).includes('dispute: dispute open'));
    assert.ok((await desk.fulfil(begun.reference, person)).ok);
    await shop.reaches(begun, 'renewed');
  });

  test('is not forgotten for an answer of Stripe’s from before it', async (t) => {
    let isAsked = false;
    let holds = false;
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { stripe, shop } = await setup(t, {
      aroundPayments: (gateway) => ({
        ...gateway,
        async read(ref) {
          const isEarly = holds && !isAsked;
          isAsked ||= holds;
          const answer = await gateway.read(ref);
          if (isEarly) await held;
          return answer;
        },
      }),
    });
    const begun = await begin(shop);
    stripe.pay(refOf(begun));
    await shop.reaches(begun, 'review');
    const isKnown = async () => (await waiting(shop)).includes('dispute: dispute open');
    stripe.notices.hold();
    holds = true;
    const early = shop.renewal(begun, '?refresh=1');
    await until('Stripe is asked', async () => isAsked);
    await until(
      'Stripe has answered',
      async () => stripe.requestsTo('GET /v1/payment_intents/:id').length > 1,
    );
    stripe.dispute(refOf(begun));
    await stripe.notices.redeliver();
    await until('the desk knows', isKnown);
    release();
    await early;
    assert.ok(await isKnown());
  });

  test('is not extended any more, although it was about to be', async (t) => {
    let disputed = () => {};
    const known = new Promise<void>((resolve) => (disputed = resolve));
    const { stripe, shop } = await setup(t, {
      aroundSupplier: (supplier) => ({
        ...supplier,
        apply: () => known.then(() => ({ outcome: 'unknown', detail: 'the order was lost' })),
      }),
    });
    const begun = await begin(shop);
    stripe.pay(refOf(begun));
    await shop.reaches(begun, 'extending');
    stripe.dispute(refOf(begun));
    await until('the desk knows', async () => (await waiting(shop)).includes('dispute: dispute open'));
    disputed();
    await shop.reaches(begun, 'review');
    assert.ok((await waiting(shop)).includes('review: disputed'));
    assert.equal(await extensions(shop), 0);
  });

  test('is left to a person when the dispute is first to be heard of', async (t) => {
    const { stripe, shop, supplierIsWell } = await setup(t);
    supplierIsWell();
    const begun = await begin(shop);
    stripe.notices.hold();
    stripe.pay(refOf(begun));
    stripe.dispute(refOf(begun));
    await stripe.notices.redeliver();
    await shop.reaches(begun, 'review');
    assert.deepEqual((await waiting(shop)).sort(), ['dispute: dispute open', 'review: disputed']);
    assert.equal(await extensions(shop), 0);
  });

  test('frees the card when it is lost before the card is extended, with a receipt that says so', async (t) => {
    const { stripe, shop } = await setup(t);
    const begun = await begin(shop);
    const ref = refOf(begun);
    stripe.pay(ref);
    await shop.reaches(begun, 'review');
    stripe.closeDispute(stripe.dispute(ref).id, 'lost');
    await shop.reaches(begun, 'refunded');
    assert.deepEqual(await waiting(shop), ['dispute: dispute lost']);
    const papers = await query<{ minor: number }>(
      shop.databaseUrl,
      `select (receipt -> 'total' ->> 'minor')::int as minor from leb_renew.receipts order by corrects nulls first`,
    );
    const { minor } = begun.quote.total;
    assert.deepEqual(papers, [{ minor }, { minor: -minor }]);
    assert.equal((await begin(shop)).status, 'awaiting-payment');
    assert.equal(await extensions(shop), 0);
  });

  test('stays renewed when it was, and on the list until somebody has seen to it, and anew when it is lost', async (t) => {
    const { stripe, shop, supplierIsWell } = await setup(t);
    supplierIsWell();
    const begun = await begin(shop);
    stripe.pay(refOf(begun));
    await shop.reaches(begun, 'renewed');
    const { id } = stripe.dispute(refOf(begun));
    await until('the desk knows', async () => (await waiting(shop)).length === 1);
    await shop.server.admin.desk.note(begun.reference, { by: 'Ana', text: 'sent the evidence' });
    assert.deepEqual(await waiting(shop), []);
    // The notice of the end is lost: the sweep asks every hour.
    stripe.notices.url = null;
    stripe.closeDispute(id, 'lost');
    shop.advance(61 * 60_000);
    await shop.server.admin.sweep();
    assert.deepEqual(await waiting(shop), ['dispute: dispute lost']);
    assert.equal((await shop.renewal(begun)).status, 'renewed');
  });
});

describe('Renewals of another provider', () => {
  test('break nothing after a restart, and free their cards', async (t) => {
    const stripe = await openStripeDouble(t, { country: 'DE' });
    const entries: LogEntry[] = [];
    const shop = await openShop(t, { noticesTo: 'nowhere' });
    const [paidThere, openThere] = [await begin(shop), await begin(shop, 'Travel phone')];
    await shop.pay(paidThere, 'approve');
    await shop.renewal(paidThere, '?refresh=1');
    await shop.reaches(paidThere, 'renewed');
    const log = (entry: LogEntry) => void entries.push(entry);
    await shop.stopServer();
    await shop.restartServer({ options: { payments: gatewayTo(stripe) }, log });
    assert.equal((await shop.renewal(paidThere, '?refresh=1')).status, 'renewed');
    const story = await shop.server.admin.desk.show(openThere.reference);
    assert.equal(story.ok && story.value.provider, null);
    await shop.server.admin.sweep();
    assert.equal((await shop.renewal(openThere)).status, 'cancelled', 'test money is waited for by nobody');
    assert.ok(refOf(await begin(shop, 'Travel phone')).startsWith('pi_'));
    assert.deepEqual(
      entries.filter(({ level }) => level === 'error'),
      [],
    );
    assert.deepEqual(
      stripe.requests.filter(({ status }) => status !== 200),
      [],
      'Stripe is asked about none of them',
    );
  });

  test('in test mode free their cards when the live keys come, and Stripe is not asked about them', async (t) => {
    const { stripe, shop } = await setup(t);
    const begun = await begin(shop);
    const entries: LogEntry[] = [];
    await shop.stopServer();
    await shop.restartServer({
      options: { payments: liveGatewayTo(stripe) },
      log: (entry) => void entries.push(entry),
    });
    await shop.server.admin.sweep();
    assert.equal((await shop.renewal(begun, '?refresh=1')).status, 'cancelled');
    const again = await begin(shop);
    assert.ok(again.status === 'awaiting-payment' && again.handoff.livemode);
    assert.deepEqual(
      entries.filter(({ level }) => level === 'error'),
      [],
    );
  });

  test('that were paid with test money are not extended by a server for real money, and hold no card', async (t) => {
    const { stripe, shop } = await setup(t, { supplier: { mishap: () => 'lost-order' } });
    const begun = await begin(shop);
    stripe.pay(refOf(begun));
    await shop.reaches(begun, 'extending');
    await shop.stopServer();
    await shop.restartServer({ options: { payments: liveGatewayTo(stripe) } });
    await shop.reaches(begun, 'review');
    assert.deepEqual(await waiting(shop), ['review: other-mode']);
    const fulfilled = await shop.server.admin.desk.fulfil(begun.reference, person);
    assert.equal(fulfilled.ok ? '' : fulfilled.code, 'test-money');
    assert.equal((await begin(shop)).status, 'awaiting-payment');
    assert.equal(await extensions(shop), 0);
  });

  test('that were paid with real money are extended, whoever takes it now', async (t) => {
    const stripe = await openStripeDouble(t, { country: 'DE' });
    const shop = await openShop(t, { supplier: { mishap: () => 'lost-order' } });
    const begun = await begin(shop);
    await shop.pay(begun, 'approve');
    await shop.reaches(begun, 'extending');
    await shop.stopServer();
    await query(
      shop.databaseUrl,
      `update leb_renew.renewals set handoff = jsonb_set(handoff, '{livemode}', 'true')`,
    );
    await shop.restartServer({ options: { payments: liveGatewayTo(stripe) } });
    await shop.reaches(begun, 'renewed');
    assert.equal(await extensions(shop), 1);
  });

  test('with real money at another account of Stripe’s end an hour after their time to pay', async (t) => {
    const [one, other] = [await openStripeDouble(t), await openStripeDouble(t)];
    const shop = await openShop(t, { options: { payments: liveGatewayTo(one) } });
    const begun = await begin(shop);
    const entries: LogEntry[] = [];
    await shop.stopServer();
    await shop.restartServer({
      options: { payments: liveGatewayTo(other) },
      log: (entry) => void entries.push(entry),
    });
    shop.advance(89 * 60_000);
    await shop.server.admin.sweep();
    assert.equal((await shop.renewal(begun, '?refresh=1')).status, 'awaiting-payment');
    shop.advance(2 * 60_000);
    await shop.server.admin.sweep();
    assert.equal((await shop.renewal(begun)).status, 'cancelled');
    assert.ok(entries.some(({ event, level }) => event === 'payment.not-found' && level === 'warn'));
    assert.equal((await begin(shop)).status, 'awaiting-payment');
  });

  test('are never ended because Stripe does not know the key', async (t) => {
    const { stripe, shop } = await setup(t);
    const begun = await begin(shop);
    const { read, cancel } = gatewayTo({ ...stripe, webhookSecret: 'whsec_1', secretKey: 'sk_test_unknown' });
    await shop.stopServer();
    await shop.restartServer({ options: { payments: { ...gatewayTo(stripe), read, cancel } } });
    shop.advance(3 * 60 * 60_000);
    await shop.server.admin.sweep();
    assert.equal((await shop.renewal(begun)).status, 'awaiting-payment');
  });

  test('with real money are left for an hour to a server that can ask', async (t) => {
    const stripe = await openStripeDouble(t, { country: 'DE' });
    const shop = await openShop(t);
    const [begun, onItsWay] = [await begin(shop), await begin(shop, 'Travel phone')];
    await query(
      shop.databaseUrl,
      `update leb_renew.renewals set handoff = jsonb_set(handoff, '{livemode}', 'true')`,
    );
    await query(
      shop.databaseUrl,
      `update leb_renew.renewals set status = 'processing', seq = seq + 1 where renewal_id = $1`,
      [onItsWay.renewalId],
    );
    await shop.stopServer();
    await shop.restartServer({ options: { payments: gatewayTo(stripe) } });
    const { renewalId, renewalToken: token } = begun;
    assert.equal(await shop.refused('cancel', { path: { renewalId }, token }), 'provider-down');
    shop.advance(89 * 60_000);
    await shop.server.admin.sweep();
    assert.equal((await shop.renewal(begun)).status, 'awaiting-payment');
    shop.advance(2 * 60_000);
    await shop.server.admin.sweep();
    assert.equal((await shop.renewal(begun)).status, 'cancelled');
    assert.equal((await shop.renewal(onItsWay)).status, 'processing');
  });
});

test('case 41: no answer and no log has a secret, whatever goes wrong', async (t) => {
  const { stripe, shop, entries, supplierIsWell } = await setup(t);
  supplierIsWell();
  const said: string[] = [];
  const token = await shop.signIn();
  const quote = await shop.quote(token, { currency: 'EUR' });
  said.push(JSON.stringify(quote));
  stripe.mishap('POST /v1/payment_intents', { instead: 'server-error' }, 2);
  said.push(JSON.stringify(await shop.call('begin', { token, body: { quoteId: quote.quoteId } })));
  const begun = await shop.begin(token, quote.quoteId);
  const { clientSecret, ...shown } = (begun as Extract<Renewal, { status: 'awaiting-payment' }>).handoff
    .data as StripeHandoffData;
  assert.deepEqual(shown, { kind: 'payment_intent', publishableKey: stripe.publishableKey });
  stripe.intent(refOf(begun)).status = `requires_${clientSecret}`;
  said.push(JSON.stringify(await shop.renewal(begun, '?refresh=1')).replaceAll(clientSecret, ''));
  await shop.server.admin.sweep();
  stripe.intent(refOf(begun)).status = 'requires_payment_method';
  stripe.pay(refOf(begun), 'pm_card_visa_chargeDeclinedInsufficientFunds');
  stripe.pay(refOf(begun));
  const renewed = await shop.reaches(begun, 'renewed');
  said.push(JSON.stringify(renewed));
  const { renewalId } = begun;
  said.push(JSON.stringify(await shop.call('receipt', { token, path: { renewalId } })));
  said.push(JSON.stringify(await shop.server.admin.desk.show(begun.reference)));
  const forged = await fetch(`${shop.url}/notices/stripe`, { method: 'POST', body: '{}' });
  assert.equal(forged.status, 400);
  said.push(await forged.text(), JSON.stringify(entries));
  assert.ok(entries.length > 0);
  for (const text of said)
    for (const secret of [stripe.secretKey, stripe.webhookSecret, clientSecret, 'sk_test', 'whsec_'])
      assert.ok(!text.includes(secret), text);
});

test('Stripe is told of a customer what docs/going-live.md says, and nothing else', async (t) => {
  const { stripe, shop } = await setup(t);
  const begun = await begin(shop);
  stripe.pay(refOf(begun));
  await shop.reaches(begun, 'review');
  assert.ok((await shop.server.admin.desk.refund(begun.reference, person)).ok);
  await shop.reaches(begun, 'refunded');
  const [{ params } = assert.fail('no payment was asked for')] =
    stripe.requestsTo('POST /v1/payment_intents');
  const { plan, card, total } = begun.quote;
  assert.deepEqual(params, {
    amount: String(total.minor),
    currency: 'eur',
    description: `${plan.name} · ${card.label}`,
    metadata: { renewal_id: begun.renewalId, exponent: '2' },
    automatic_payment_methods: { enabled: 'true' },
    payment_method_options: { wechat_pay: { client: 'web' } },
  });
  const guide = readFileSync(new URL('../../docs/going-live.md', import.meta.url), 'utf8');
  const [, told, untold] =
    /We send Stripe: (.*?)\. We do not send: (.*?)\./.exec(guide.replaceAll(/\s+/g, ' ')) ?? [];
  assert.equal(
    told,
    'the amount, the name of the plan and the card’s label as description, and the id of the renewal',
  );
  const ofCustomer: Readonly<Record<string, RegExp>> = {
    'an e-mail address': /@|mail|receipt/i,
    'a name': /Mira|Lindqvist|"(?:customer|name|billing)/,
    'a postal address': /"(?:address|shipping|line1|city)/,
    'an ICCID': /8985990\d+/,
  };
  assert.deepEqual(untold?.split(', '), Object.keys(ofCustomer));
  const posted = stripe.requests.filter(({ method }) => method === 'POST');
  assert.deepEqual(posted.map(({ path }) => path).sort(), ['/v1/payment_intents', '/v1/refunds']);
  for (const [what, pattern] of Object.entries(ofCustomer))
    for (const { path, params: sent } of posted)
      assert.doesNotMatch(JSON.stringify(sent), pattern, `${what} to ${path}`);
});

test('leb-renew-server takes payments through Stripe with its three keys', async (t) => {
  const stripe = await openStripeDouble(t);
  const databaseUrl = await filledDatabase();
  const { url, said } = run(t, {
    ...enough,
    DATABASE_URL: databaseUrl,
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_PUBLISHABLE_KEY: stripe.publishableKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    STRIPE_API_BASE: stripe.apiBase,
  });
  const at = await url;
  assert.equal((await fetch(`${at}/readyz`)).status, 200);
  const shop = createCaller(at);
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  const ref = refOf(begun);
  stripe.notices.url = `${at}/notices/stripe`;
  stripe.pay(ref);
  await shop.reaches(begun, 'renewed');
  const { out, err } = said();
  assert.match(err, /PAYMENTS ARE TESTS: Stripe has test keys/);
  assert.doesNotMatch(err, /SANDBOX/);
  assert.match(err, /stripe\.no-webhook/);
  for (const secret of [stripe.secretKey, stripe.webhookSecret]) assert.ok(!(out + err).includes(secret));
  assert.equal((await fetch(`${at}/sandbox-pay/payments`, { method: 'POST' })).status, 404);
});
