import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Money } from '@leb-renew/core';
import Stripe from 'stripe';
import { least } from '../../packages/server/src/payments/stripe/minimum.ts';
import type { Asked } from './live-case.ts';
import { keyOf, must, open, pay, refusalOf, requestOf, usd } from './stage.ts';

const money = (minor: number, currency: string, exponent: Money['exponent'] = 2): Money => ({
  minor,
  currency,
  exponent,
});

/** One of each kind of currency; the amount as we write it and as Stripe is told. */
const kinds: readonly (readonly [amount: Money, told: number])[] = [
  [money(1_500, 'USD'), 1_500],
  [money(500_000, 'HUF'), 500_000],
  [money(1_500, 'JPY', 0), 1_500],
  [money(1_500, 'ISK', 0), 150_000],
  [money(40_000, 'UGX', 0), 4_000_000],
  [money(5_000, 'KWD', 3), 5_000],
];

/** Settled in themselves by accounts of many countries. */
/** In others the minimum is that of the currency which an account settles in. */
const withMinimum = ['USD', 'EUR'];

export const payments: readonly Asked[] = [
  {
    number: 1,
    what: 'a payment that our gateway made is paid with pm_card_visa, and read as it was asked for',
    async run(stage) {
      const { ref, renewalId, amount } = await open(stage);
      const { status } = await pay(stage, ref);
      assert.equal(status, 'succeeded');
      const fact = must(await stage.gateway.read(ref));
      assert.deepEqual(
        [fact.state, fact.received, fact.renewalId, fact.livemode, fact.refunded],
        ['succeeded', amount, renewalId, false, null],
      );
      assert.match(fact.paidWith ?? '', /4242/);
      return `${fact.paidWith ?? ''}, ${fact.received.minor} ${fact.received.currency}`;
    },
  },
  {
    number: 1,
    what: 'a decline names its reason, and the same payment is paid after it',
    async run(stage) {
      const { ref } = await open(stage);
      const refusal = await refusalOf(pay(stage, ref, 'pm_card_visa_chargeDeclinedInsufficientFunds'));
      assert.equal(refusal, 'card_declined');
      const declined = must(await stage.gateway.read(ref));
      assert.deepEqual([declined.state, declined.problem], ['open', 'insufficient-funds']);
      await pay(stage, ref);
      assert.equal(must(await stage.gateway.read(ref)).state, 'succeeded');
      return 'insufficient-funds, then succeeded';
    },
  },
  {
    number: 2,
    what: 'a parameter that is gone is refused, as our double refuses it',
    async run({ stripe }) {
      const gone = { amount: 1_500, currency: 'usd', payment_method_types: ['card'] };
      const refusal = await refusalOf(stripe.paymentIntents.create(gone));
      assert.equal(refusal, 'payment_method_types_no_longer_supported');
      return refusal;
    },
  },
  {
    number: 3,
    what: 'Stripe answers in the API version that is pinned',
    async run(stage) {
      const { ref } = await open(stage);
      const { lastResponse } = await stage.stripe.paymentIntents.retrieve(ref);
      assert.equal(lastResponse.apiVersion, Stripe.API_VERSION);
      return Stripe.API_VERSION;
    },
  },
  {
    number: 4,
    what: 'the same key with the same request is the same payment',
    async run({ gateway }) {
      const renewalId = `r_${randomUUID()}`;
      const request = requestOf(renewalId, usd(1_500));
      const [first, again] = [
        must(await gateway.create(request, keyOf(renewalId))),
        must(await gateway.create(request, keyOf(renewalId))),
      ];
      assert.equal(again.ref, first.ref);
      return 'one payment';
    },
  },
  {
    number: 5,
    what: 'the same key with another request is an error that our gateway tells',
    async run({ gateway }) {
      const renewalId = `r_${randomUUID()}`;
      must(await gateway.create(requestOf(renewalId, usd(1_500)), keyOf(renewalId)));
      const other = await gateway.create(requestOf(renewalId, usd(1_600)), keyOf(renewalId));
      assert.equal(other.ok, false, 'it was taken');
      return other.problem.code;
    },
  },
  {
    number: 19,
    what: 'a payment that is paid cannot be cancelled any more, and our gateway says that it is paid',
    async run(stage) {
      const { ref, renewalId } = await open(stage);
      await pay(stage, ref);
      const fact = must(await stage.gateway.cancel(ref, `renewal:${renewalId}:cancel`));
      assert.equal(fact.state, 'succeeded');
      return fact.state;
    },
  },
  {
    number: 19,
    what: 'a payment that is cancelled cannot be paid any more',
    async run(stage) {
      const { ref, renewalId } = await open(stage);
      assert.equal(must(await stage.gateway.cancel(ref, `renewal:${renewalId}:cancel`)).state, 'canceled');
      const refusal = await refusalOf(pay(stage, ref));
      assert.equal(refusal, 'payment_intent_unexpected_state');
      return refusal;
    },
  },
  {
    number: 19,
    what: 'paid and cancelled at once, it is one of the two, and both sides hear the same',
    async run(stage) {
      const { ref, renewalId } = await open(stage);
      const [paid, cancelled] = await Promise.allSettled([
        pay(stage, ref),
        stage.gateway.cancel(ref, `renewal:${renewalId}:cancel`),
      ]);
      const { state } = must(await stage.gateway.read(ref));
      assert.equal(state, paid.status === 'fulfilled' ? 'succeeded' : 'canceled');
      if (cancelled.status === 'fulfilled' && cancelled.value.ok)
        assert.equal(cancelled.value.value.state, state);
      return state;
    },
  },
  {
    number: 36,
    what: 'amounts of every kind of currency arrive as they were meant',
    async run(stage) {
      for (const [amount, told] of kinds) {
        const { ref } = await open(stage, amount);
        const intent = await stage.stripe.paymentIntents.retrieve(ref);
        assert.deepEqual([intent.amount, intent.currency], [told, amount.currency.toLowerCase()]);
      }
      return kinds.map(([{ currency }]) => currency).join(', ');
    },
  },
  {
    number: 36,
    what: 'the least amounts of the guide are taken, and one less is refused',
    async run(stage) {
      for (const currency of withMinimum) {
        const minimum = least[currency] ?? 0;
        await open(stage, money(minimum, currency, 2));
        const less = stage.stripe.paymentIntents.create({
          amount: minimum - 1,
          currency: currency.toLowerCase(),
          automatic_payment_methods: { enabled: true },
        });
        assert.equal(await refusalOf(less), 'amount_too_small', currency);
      }
      return withMinimum.join(', ');
    },
  },
];
