import type { ProblemCode } from '../contract/index.ts';
import { members } from '../plain-data.ts';

/** An error as Stripe reports it, to a browser or to a server. */
export interface StripeFault {
  readonly type?: string | undefined;
  readonly code?: string | undefined;
  readonly decline_code?: string | undefined;
}

/**
 * What a fault means for the customer: the bank's own reason first, then the code, then the type, because a failed
 * 3-D Secure is an `invalid_request_error`. A card that was lost, stolen or looks like fraud reads like any other decline.
 *
 * @see https://docs.stripe.com/declines/codes
 * @see https://docs.stripe.com/error-codes
 */
export function stripeProblemCode(fault: StripeFault): ProblemCode {
  const { type = '', code = '', decline_code = '' } = members('stripeProblemCode: fault', fault);
  return meanings.get(decline_code) ?? meanings.get(code) ?? meanings.get(type) ?? 'payment-declined';
}

/**
 * Codes and types. A bank that gives no reason, or one that the customer must not learn of, is not here: that is *declined*.
 */
const namesByMeaning: { readonly [Code in ProblemCode]?: string } = {
  'insufficient-funds': 'insufficient_funds balance_insufficient',
  'expired-card': 'expired_card expired_payment_method',
  'card-details':
    'validation_error incorrect_cvc invalid_cvc incorrect_number invalid_number invalid_expiry_month ' +
    'invalid_expiry_year incorrect_address incorrect_zip incorrect_postal_code postal_code_invalid',
  'authentication-failed':
    'authentication_required authentication_failure authentication_not_handled payment_intent_authentication_failure ' +
    'mobile_device_authentication_required three_d_secure_authentication_not_supported ' +
    'three_d_secure_authentication_upstream_error',
  'bank-unreachable':
    'processing_error issuer_not_available reenter_transaction try_again_later approve_with_id',
  'limit-reached': 'card_velocity_exceeded withdrawal_count_limit_exceeded card_decline_rate_limit_exceeded',
  'method-not-usable':
    'card_not_supported currency_not_supported payment_method_currency_mismatch payment_method_restricted ' +
    'payment_intent_incompatible_payment_method test_mode_live_card',
  'duplicate-payment': 'duplicate_transaction',
  'test-card': 'testmode_decline',
  'payment-cancelled': 'payment_method_customer_decline',
  'wallet-failed':
    'payment_method_provider_decline payment_method_provider_timeout payment_method_not_available ' +
    'payment_intent_payment_attempt_expired payment_intent_payment_attempt_failed',
  'payment-setup': 'invalid_request_error authentication_error idempotency_error',
  'provider-down':
    'api_error api_connection_error rate_limit_error rate_limit lock_timeout idempotency_key_in_use ' +
    'payment_intent_rate_limit_exceeded',
};

const meanings: ReadonlyMap<string, ProblemCode> = new Map(
  Object.entries(namesByMeaning).flatMap(([meaning, names]) =>
    names.split(' ').map((name) => [name, meaning as ProblemCode] as const),
  ),
);
