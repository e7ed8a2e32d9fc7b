/** Whole renewals, paid at the double of Stripe through Stripe's own SDK. */
import type { Renewal } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Stripe from 'stripe';
import type { Params } from '../../fakes/stripe/api/form.ts';
import { until } from '../shop/until.ts';
import { openStripeShop, refOf, type Begun } from './open-stripe-shop.ts';

const minute = 60_000;
const creations = 'POST /v1/payment_intents';

test('renewals paid through Stripe', async (t) => {
  const stripeShop = await openStripeShop(t, { cards: 40 });
  const { shop, double, begin, nextCard, customerOf, books } = stripeShop;
  const { notices } = double;

  const once = { extensions: 1, receipts: 1 };
  const refresh = ({ begun }: Begun): Promise<Renewal> => shop.renewal(begun, '?refresh=1');
  const isPaidOnce = async (of: Begun) => {
    await shop.reaches(of.begun, 'renewed');
    assert.deepEqual(await books(of.card), once);
  };
  const asked = (renewalId: string) =>
    double
      .requestsTo(creations)
      .filter(({ params }) => (params['metadata'] as Params)['renewal_id'] === renewalId);
  const ofPayment = (ref: string) => double.intents.filter(({ id }) => id === ref);
  /** Events about a payment that its end-point asked for. */
  const told = (ref: string) =>
    notices.events.filter(
      ({ type, data }) => notices.enabledEvents.includes(type) && JSON.stringify(data.object).includes(ref),
    );

  await t.test(
    'case 1: a card is paid with, and the renewal is renewed with a receipt that says so',
    async () => {
      const paid = await begin();
      assert.equal(double.intent(paid.ref).amount, paid.begun.quote.total.minor);
      assert.equal(double.intent(paid.ref).currency, 'usd');
      assert.equal(double.intent(paid.ref).metadata['renewal_id'], paid.begun.renewalId);
      double.pay(paid.ref);
      const renewed = await shop.reaches(paid.begun, 'renewed');
      const receipt = await customerOf(paid.card).receipt(renewed);
      assert.equal(receipt.paidWith, 'Visa •• 4242');
      assert.deepEqual(receipt.total, paid.begun.quote.total);
      assert.deepEqual(await books(paid.card), once);
    },
  );

  await t.test('case 3: every request speaks the pinned version of the API', () => {
    const versions = new Set(double.requests.map(({ version }) => version));
    assert.deepEqual([...versions], [Stripe.API_VERSION]);
  });

  await t.test(
    'case 4: a renewal that is begun again asks with the same key and gets the same payment',
    async () => {
      const card = nextCard();
      const customer = customerOf(card);
      const quote = await customer.quote(card.cardRef);
      // Both tries of the SDK break, so nobody here hears of the payment that was made.
      double.mishap(creations, { after: 'cut' });
      double.mishap(creations, { instead: 'server-error' });
      const token = await customer.signIn();
      assert.equal(await shop.refused('begin', { token, body: { quoteId: quote.quoteId } }), 'provider-down');
      const begun = await customer.begin(quote);
      const requests = asked(begun.renewalId);
      assert.equal(new Set(requests.map(({ idempotencyKey }) => idempotencyKey)).size, 1);
      assert.equal(requests.at(-1)?.replayed, true);
      assert.deepEqual(
        double.intents.flatMap(({ id, metadata }) => (metadata['renewal_id'] === begun.renewalId ? id : [])),
        [refOf(begun)],
      );
    },
  );

  await t.test(
    'case 6: a connection cut after Stripe acted leaves one payment, asked for with one key',
    async () => {
      double.mishap(creations, { after: 'cut' });
      const { begun, ref } = await begin();
      const requests = asked(begun.renewalId);
      assert.deepEqual(
        requests.map(({ replayed }) => replayed),
        [false, true],
      );
      assert.equal(requests[0]?.idempotencyKey, requests[1]?.idempotencyKey);
      assert.equal(
        double.intents.filter(({ metadata }) => metadata['renewal_id'] === begun.renewalId).length,
        1,
      );
      assert.equal(ofPayment(ref).length, 1);
    },
  );

  await t.test(
    'case 7: a failure that Stripe keeps under a key costs a number, and one payment can be paid',
    async () => {
      double.mishap(creations, { after: 'server-error' });
      const paid = await begin();
      const keys = asked(paid.begun.renewalId).map(({ idempotencyKey }) => idempotencyKey);
      assert.equal(new Set(keys).size, 2);
      double.pay(paid.ref);
      await isPaidOnce(paid);
    },
  );

  await t.test('case 8: ten starts at once of one quote are one renewal and one payment', async () => {
    const card = nextCard();
    const customer = customerOf(card);
    const quote = await customer.quote(card.cardRef);
    const begun = await Promise.all(Array.from({ length: 10 }, () => customer.begin(quote)));
    assert.equal(new Set(begun.map(({ renewalId }) => renewalId)).size, 1);
    assert.equal(new Set(begun.map(refOf)).size, 1);
    const renewalId = begun[0]?.renewalId;
    assert.equal(double.intents.filter(({ metadata }) => metadata['renewal_id'] === renewalId).length, 1);
  });

  await t.test('case 11: of two quotes for one card the second is refused and names the first', async () => {
    const card = nextCard();
    const customer = customerOf(card);
    const [one, two] = [await customer.quote(card.cardRef), await customer.quote(card.cardRef)];
    const first = await customer.begin(one);
    const before = double.intents.length;
    const { problem } = await shop.call('begin', {
      token: await customer.signIn(),
      body: { quoteId: two.quoteId },
    });
    assert.deepEqual(
      [problem?.code, problem?.status, problem?.renewalId],
      ['renewal-open', 409, first.renewalId],
    );
    assert.equal(double.intents.length, before);
  });

  await t.test('case 14: a notice twenty times at once and its twin extend once', async () => {
    const paid = await begin();
    double.pay(paid.ref);
    const [succeeded] = told(paid.ref);
    assert.equal(succeeded?.type, 'payment_intent.succeeded');
    const copies = [...Array.from({ length: 20 }, () => succeeded), notices.twinOf(succeeded)];
    const statuses = await Promise.all(copies.map((event) => notices.deliver(event)));
    assert.deepEqual([...new Set(statuses)], [204]);
    await isPaidOnce(paid);
    await notices.deliver(notices.twinOf(succeeded));
    await isPaidOnce(paid);
  });

  await t.test('a notice that was signed with another secret, or long ago, changes nothing', async () => {
    const paid = await begin();
    notices.hold();
    double.pay(paid.ref);
    notices.resume();
    const [succeeded] = told(paid.ref);
    assert.ok(succeeded);
    assert.equal(await notices.deliver(succeeded, { secret: 'whsec_of_somebody_else' }), 400);
    assert.equal(await notices.deliver(succeeded, { seconds: -301 }), 400);
    assert.equal((await shop.renewal(paid.begun)).status, 'awaiting-payment');
    assert.equal(await notices.deliver(succeeded), 204);
    await isPaidOnce(paid);
  });

  await t.test('case 17: without any notice, a look finds the money, and so does the sweep', async () => {
    notices.hold();
    const [seen, swept] = [await begin(), await begin()];
    for (const { ref } of [seen, swept]) double.pay(ref);
    assert.equal((await shop.renewal(seen.begun)).status, 'awaiting-payment');
    await refresh(seen);
    await isPaidOnce(seen);
    assert.equal((await shop.renewal(swept.begun)).status, 'awaiting-payment');
    await shop.server.admin.sweep();
    await isPaidOnce(swept);
    notices.resume();
  });

  for (const [what, change, why] of [
    ['a cent less', { amount_received: 8399 }, 'other-amount'],
    ['another currency', { currency: 'eur' }, 'other-currency'],
    ['another renewal', { metadata: { renewal_id: 'r_other', exponent: '2' } }, 'other-renewal'],
    ['another mode', { livemode: true }, 'other-mode'],
  ] as const)
    await t.test(
      `case 18: money of ${what} than agreed is looked at by a person and extends nothing`,
      async () => {
        const paid = await begin();
        notices.hold();
        double.pay(paid.ref);
        const [succeeded] = told(paid.ref);
        assert.ok(succeeded);
        notices.resume();
        double.mishap('GET /v1/payment_intents/:id', {
          about: paid.ref,
          says: (intent) => ({ ...intent, ...change }),
        });
        await notices.deliver(succeeded);
        const reviewed = await shop.reaches(paid.begun, 'review');
        const [row] = await stripeShop.database.query<{ review: string }>(
          'select review from leb_renew.renewals where renewal_id = $1',
          [reviewed.renewalId],
        );
        assert.equal(row?.review, why);
        assert.equal((await refresh(paid)).status, 'review');
        assert.deepEqual(await books(paid.card), { extensions: 0, receipts: 1 });
      },
    );

  await t.test(
    'case 20: a payment that takes days and fails can be paid again, with the reason told',
    async () => {
      const paid = await begin();
      double.pay(paid.ref, 'alipay');
      double.decide(paid.ref, 'later');
      await shop.reaches(paid.begun, 'processing');
      double.settle(paid.ref, 'fail');
      const open = await shop.reaches(paid.begun, 'awaiting-payment');
      assert.equal(open.lastProblem?.code, 'wallet-failed');
      assert.equal(refOf(open), paid.ref, 'the same payment');
      double.pay(paid.ref);
      await isPaidOnce(paid);
    },
  );

  await t.test(
    'a declined card leaves the payment open with the reason, and another card pays it',
    async () => {
      const paid = await begin();
      double.pay(paid.ref, 'pm_card_visa_chargeDeclinedInsufficientFunds');
      await until('the reason is told', async () => {
        const seen = await shop.renewal(paid.begun);
        return seen.status === 'awaiting-payment' && seen.lastProblem?.code === 'insufficient-funds';
      });
      double.pay(paid.ref);
      await isPaidOnce(paid);
    },
  );

  // These come last: they move the clock.
  await t.test(
    'case 19: when the time to pay ends, the payment is cancelled and takes no money',
    async () => {
      const late = await begin();
      shop.advance(31 * minute);
      await shop.server.admin.sweep();
      assert.equal((await shop.renewal(late.begun)).status, 'cancelled');
      assert.equal(double.intent(late.ref).status, 'canceled');
      assert.throws(() => double.pay(late.ref), /status of canceled/);
      assert.deepEqual(await books(late.card), { extensions: 0, receipts: 0 });
    },
  );

  await t.test(
    'case 19: money that came just before the time ended is honoured, though nobody told of it',
    async () => {
      notices.hold();
      const paid = await begin();
      double.pay(paid.ref);
      shop.advance(31 * minute);
      await shop.server.admin.sweep();
      await isPaidOnce(paid);
      notices.resume();
    },
  );

  await t.test('case 19: money that comes while the cancellation is on its way wins', async () => {
    notices.hold();
    const paid = await begin();
    double.mishap('POST /v1/payment_intents/:id/cancel', {
      about: paid.ref,
      before: () => double.pay(paid.ref),
    });
    shop.advance(31 * minute);
    await shop.server.admin.sweep();
    assert.notEqual((await shop.renewal(paid.begun)).status, 'awaiting-payment', 'the same sweep sees it');
    await isPaidOnce(paid);
    const cancellation = double.requestsTo('POST /v1/payment_intents/:id/cancel').at(-1);
    assert.equal(cancellation?.status, 400);
    notices.resume();
  });

  await t.test(
    'case 19: a customer who cancels while the money is under way is told to wait for it',
    async () => {
      const paid = await begin();
      double.pay(paid.ref, 'alipay');
      double.decide(paid.ref, 'later');
      const { renewalId, renewalToken: token } = paid.begun;
      const answer = await shop.get<Renewal>('cancel', { path: { renewalId }, token });
      assert.equal(answer.status, 'processing');
      double.settle(paid.ref, 'succeed');
      await isPaidOnce(paid);
    },
  );

  await t.test('case 20: a payment that takes days succeeds in the end', async () => {
    const paid = await begin();
    double.pay(paid.ref, 'alipay');
    double.decide(paid.ref, 'later');
    await shop.reaches(paid.begun, 'processing');
    shop.advance(3 * 24 * 60 * minute);
    await shop.server.admin.sweep();
    assert.equal((await refresh(paid)).status, 'processing');
    double.settle(paid.ref, 'succeed');
    await isPaidOnce(paid);
  });
});
