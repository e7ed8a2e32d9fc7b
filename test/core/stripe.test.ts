import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { ProblemCode } from '@leb-renew/core';
import { readStripeHandoff, stripeProblemCode } from '@leb-renew/core/stripe';
import leftToType from './vectors/stripe-codes.json' with { type: 'json' };

const data = {
  kind: 'payment_intent',
  publishableKey: 'pk_test_51Example',
  clientSecret: 'pi_3Example_secret_4Example',
};
const handoff = {
  provider: 'stripe',
  amount: { minor: 8400, currency: 'EUR', exponent: 2 },
  expiresAt: '2026-11-23T10:00:00Z',
  livemode: false,
  data,
} as const;

describe('what Stripe’s gateway hands over', () => {
  test('is a key, and the secret of one payment', () => {
    assert.deepEqual(readStripeHandoff(handoff), { ok: true, value: data });
  });

  for (const [what, wrong] of [
    ['a key of the other mode', { ...handoff, livemode: true }],
    ['a live key in a test', { ...handoff, data: { ...data, publishableKey: 'pk_live_51Example' } }],
    ['a secret key', { ...handoff, data: { ...data, publishableKey: 'sk_test_51Example' } }],
    ['another kind of payment', { ...handoff, data: { ...data, kind: 'checkout_session' } }],
    ['the secret of something else', { ...handoff, data: { ...data, clientSecret: 'seti_1_secret_2' } }],
    ['another provider’s data', { ...handoff, data: null }],
  ] as const)
    test(`is refused with ${what}, and nothing of it is repeated`, () => {
      const answer = readStripeHandoff(wrong);
      assert.ok(!answer.ok);
      assert.equal(answer.problem.code, 'payment-setup');
      assert.equal(answer.problem.charged, 'no');
      assert.doesNotMatch(JSON.stringify(answer), /Example|secret_/);
    });
});

/** What each means, as Stripe says it in docs.stripe.com/declines/codes and /error-codes. */
const declined = {
  'insufficient-funds': ['insufficient_funds'],
  'expired-card': ['expired_card', 'expired_payment_method'],
  'card-details': [
    'incorrect_cvc',
    'invalid_cvc',
    'incorrect_number',
    'invalid_number',
    'invalid_expiry_month',
    'invalid_expiry_year',
    'incorrect_zip',
    'incorrect_address',
  ],
  'authentication-failed': [
    'authentication_required',
    'payment_intent_authentication_failure',
    'authentication_not_handled',
    'mobile_device_authentication_required',
  ],
  'bank-unreachable': [
    'processing_error',
    'issuer_not_available',
    'reenter_transaction',
    'try_again_later',
    'approve_with_id',
  ],
  'limit-reached': ['card_velocity_exceeded', 'withdrawal_count_limit_exceeded'],
  'method-not-usable': ['card_not_supported', 'currency_not_supported', 'payment_method_currency_mismatch'],
  'duplicate-payment': ['duplicate_transaction'],
  'test-card': ['testmode_decline'],
  'payment-cancelled': ['payment_method_customer_decline'],
  'wallet-failed': [
    'payment_method_provider_decline',
    'payment_method_provider_timeout',
    'payment_method_not_available',
    'payment_intent_payment_attempt_expired',
    'payment_intent_payment_attempt_failed',
  ],
  'payment-declined': [
    'call_issuer',
    'do_not_honor',
    'do_not_try_again',
    'generic_decline',
    'invalid_account',
    'invalid_amount',
    'new_account_information_available',
    'no_action_taken',
    'not_permitted',
    'service_not_allowed',
    'stop_payment_order',
    'transaction_not_allowed',
    'revocation_of_all_authorizations',
    'revocation_of_authorization',
    'incorrect_pin',
    'invalid_pin',
    'offline_pin_required',
    'online_or_offline_pin_required',
    'pin_try_exceeded',
  ],
} as const satisfies { readonly [Code in ProblemCode]?: readonly string[] };

/** The customer must not learn of these. */
const masked = [
  'lost_card',
  'stolen_card',
  'pickup_card',
  'restricted_card',
  'fraudulent',
  'merchant_blacklist',
  'security_violation',
];

/** Codes that say no more than that somebody has said no. */
const plainNo = [
  'account_closed',
  'bank_account_declined',
  'bank_account_restricted',
  'card_declined',
  'debit_not_authorized',
  'refer_to_customer',
];

/** Of Stripe’s own types, at the version that the server is pinned to. */
function codesInTypes(): string[] {
  const url = import.meta.resolve('stripe').replace(/(esm|cjs)\/.*/, 'esm/resources/PaymentIntents.d.ts');
  const [, text = ''] = readFileSync(new URL(url), 'utf8').split('namespace LastPaymentError {');
  const [, union = ''] = /type Code = ([^;]+);/.exec(text) ?? [];
  return [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code!);
}

describe('what Stripe says of a payment', () => {
  const ofBank = (decline_code: string) =>
    stripeProblemCode({ type: 'card_error', code: 'card_declined', decline_code });

  for (const [meaning, codes] of Object.entries(declined))
    for (const code of codes)
      test(`case 21: ${code} means ${meaning}`, () => {
        assert.equal(ofBank(code), meaning);
        assert.equal(stripeProblemCode({ type: 'card_error', code }), meaning);
      });

  test('case 21: a customer does not learn that a card was lost or stolen', () => {
    for (const code of masked) assert.equal(ofBank(code), ofBank('generic_decline'), code);
  });

  test('case 21: every code of Stripe’s types means something, or is left to the type of its error', () => {
    const open = codesInTypes().filter((code) => stripeProblemCode({ code }) === 'payment-declined');
    assert.ok(codesInTypes().length > 200);
    assert.deepEqual(open.sort(), [...leftToType.codes, ...plainNo].sort());
  });

  test('case 21: what only the seller can mend is not called a decline', () => {
    for (const type of ['invalid_request_error', 'authentication_error', 'idempotency_error'])
      for (const code of [...leftToType.codes, undefined])
        assert.equal(stripeProblemCode({ type, code }), 'payment-setup', code);
  });

  test('case 21: a reason of the bank’s goes before the code, and a code before the type', () => {
    const code = 'payment_intent_authentication_failure';
    assert.equal(stripeProblemCode({ type: 'invalid_request_error', code }), 'authentication-failed');
    assert.equal(
      stripeProblemCode({ type: 'card_error', code: 'expired_card', decline_code: 'try_again_later' }),
      'bank-unreachable',
    );
  });

  test('case 21: where Stripe could not answer, nobody has declined', () => {
    for (const type of ['api_error', 'api_connection_error', 'rate_limit_error'])
      assert.equal(stripeProblemCode({ type }), 'provider-down');
    assert.equal(stripeProblemCode({ type: 'invalid_request_error', code: 'rate_limit' }), 'provider-down');
  });

  test('case 21: a code that is not known yet is a plain decline', () => {
    assert.equal(ofBank('invented_tomorrow'), 'payment-declined');
    assert.equal(stripeProblemCode({}), 'payment-declined');
  });
});
