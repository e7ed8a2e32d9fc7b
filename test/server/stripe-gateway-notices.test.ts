import type { Answer } from '@leb-renew/core/contract';
import type { PaymentNotice } from '@leb-renew/server';
import { stripeGateway } from '@leb-renew/server/stripe';
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, test } from 'node:test';
import { Stripe } from 'stripe';

const secret = 'whsec_0123456789abcdef';
const older = 'whsec_fedcba9876543210';

/** Keys of nobody: a notice is checked without asking Stripe. */
const gatewayWith = (...webhookSecrets: string[]) =>
  stripeGateway({ secretKey: 'sk_test_1', publishableKey: 'pk_test_1', webhookSecrets });

const event = (object: object, more: object = {}): string =>
  JSON.stringify(
    { id: 'evt_1', object: 'event', type: 'payment_intent.succeeded', data: { object }, ...more },
    null,
    2,
  );
const intent = { object: 'payment_intent', id: 'pi_1', metadata: { renewal_id: 'r_1' } };
const good = event(intent);
const hint: Answer<readonly PaymentNotice[]> = {
  ok: true,
  value: [{ id: 'evt_1', kind: 'payment_intent.succeeded', ref: 'pi_1' }],
};

/** As Stripe signs, by its own library. */
const signed = (payload: string, seconds = 0, by = secret): string =>
  Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: by,
    timestamp: Math.floor(Date.now() / 1000) + seconds,
  });
const read = (body: string, signature: string | null, gateway = gatewayWith(secret)) =>
  gateway.readNotice(
    new TextEncoder().encode(body),
    new Headers(signature === null ? {} : { 'stripe-signature': signature }),
  );
const codeOf = (answer: Answer<unknown>): string => (answer.ok ? 'taken' : answer.problem.code);

describe('A notice of Stripe', () => {
  test('case 12: is taken as it was signed, byte for byte', async () => {
    assert.deepEqual(await read(good, signed(good)), hint);
    const by = `${Math.floor(Date.now() / 1000)}`;
    const ours = createHmac('sha256', secret).update(`${by}.${good}`).digest('hex');
    assert.deepEqual(
      await read(good, `t=${by},v1=${ours}`),
      hint,
      'signed by hand, after the text of the docs',
    );
  });

  test('case 12: is refused where it was forged, edited, written anew, unsigned, or signed in another scheme', async () => {
    const signature = signed(good);
    const wrong: Record<string, readonly [string, string | null]> = {
      forged: [good, signed(good, 0, 'whsec_somebody')],
      edited: [good.replace('pi_1', 'pi_2'), signature],
      'written anew': [JSON.stringify(JSON.parse(good)), signature],
      unsigned: [good, null],
      'signed with nothing': [good, ''],
      'v0 only': [good, signature.replace('v1=', 'v0=')],
      'without a time': [good, signature.replace(/t=\d+,/, '')],
      empty: ['', signed('')],
      'no JSON': ['{', signed('{')],
      'no event': ['[]', signed('[]')],
    };
    for (const [what, [body, header]] of Object.entries(wrong))
      assert.equal(codeOf(await read(body, header)), 'bad-notice', what);
  });

  test('case 12: is refused when it is old, to the second', async () => {
    assert.equal(codeOf(await read(good, signed(good, -290))), 'taken');
    assert.equal(codeOf(await read(good, signed(good, -310))), 'bad-notice');
  });

  test('case 12: is taken by either of two secrets while one is being replaced, and by the last alone after', async () => {
    const both = gatewayWith(secret, older);
    for (const by of [secret, older]) assert.deepEqual(await read(good, signed(good, 0, by), both), hint);
    const [at, ofOlder] = signed(good, 0, older).split(',');
    const twice = `${at ?? ''},${ofOlder ?? ''},${signed(good).split(',')[1] ?? ''}`;
    assert.deepEqual(await read(good, twice), hint, 'Stripe signs with both meanwhile');
    assert.equal(codeOf(await read(good, signed(good, 0, older))), 'bad-notice');
  });

  test('case 13: is refused when it comes from the future, which Stripe’s library would take', async () => {
    assert.equal(codeOf(await read(good, signed(good, 290))), 'taken');
    const early = signed(good, 310);
    assert.ok(await Stripe.webhooks.constructEventAsync(good, early, secret), 'its library takes it');
    assert.equal(codeOf(await read(good, early)), 'bad-notice');
    assert.equal(codeOf(await read(good, signed(good, 86_400))), 'bad-notice');
    assert.equal(codeOf(await read(good, `t=${Math.floor(Date.now() / 1000)},${early}`)), 'bad-notice');
  });

  test('leads to the intent, of whatever of its things it tells', async () => {
    const refs = async (object: object) => {
      const answer = await read(event(object), signed(event(object)));
      return answer.ok ? answer.value.map(({ ref }) => ref) : answer.problem.code;
    };
    assert.deepEqual(await refs({ object: 'charge', id: 'ch_1', payment_intent: 'pi_2' }), ['pi_2']);
    assert.deepEqual(await refs({ object: 'refund', id: 're_1', payment_intent: 'pi_3' }), ['pi_3']);
    assert.deepEqual(await refs({ object: 'dispute', id: 'du_1', payment_intent: 'pi_4' }), ['pi_4']);
    assert.deepEqual(await refs({ object: 'charge', id: 'ch_1', payment_intent: null }), []);
    assert.deepEqual(await refs({ object: 'payout', id: 'po_1' }), []);
    assert.deepEqual(await refs({ ...intent, metadata: {} }), [], 'of another shop on the same account');
    assert.deepEqual(await refs({ ...intent, charges: [{ unknown: true }] }), ['pi_1']);
  });

  test('of a kind that nobody knows, or without content, is taken and says nothing', async () => {
    const strange = event({ object: 'moon', phase: 'new' }, { type: 'moon.risen' });
    assert.deepEqual(await read(strange, signed(strange)), { ok: true, value: [] });
    const thin = JSON.stringify({
      id: 'evt_1',
      object: 'v2.core.event',
      type: 'v1.payment_intent.succeeded',
    });
    assert.deepEqual(await read(thin, signed(thin)), { ok: true, value: [] });
    assert.equal(codeOf(await read(thin, signed(good))), 'bad-notice');
  });
});
