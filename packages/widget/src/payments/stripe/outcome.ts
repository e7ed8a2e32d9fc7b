import { problem, type PaymentOutcome, type Problem } from '@leb-renew/core';
import { stripeProblemCode } from '@leb-renew/core/stripe';
import type { StripeError } from '@stripe/stripe-js';
import { said } from './told.ts';

/** What became of a payment that was sent, as far as Stripe tells the page. Only the server knows whether it is paid. */
export function outcomeOf(fault: StripeError | undefined): PaymentOutcome {
  if (fault === undefined) return { kind: 'ask-server' };
  const { type, code, decline_code, payment_intent } = fault;
  if ([code, decline_code, payment_intent?.status].some((each) => decided.has(each)))
    return { kind: 'ask-server' };
  if (type === 'validation_error') return { kind: 'invalid', problem: problemOf(fault) };
  return refused.has(type) ? { kind: 'declined', problem: problemOf(fault) } : lost([type, code].join(' '));
}

/** The answer of a payment that was sent did not arrive. */
export const lost = (why: unknown): PaymentOutcome => ({
  kind: 'unknown',
  problem: problem('offline', { charged: 'unknown', detail: said(why) }),
});

/**
 * What a fault is for a person. Stripe's own words are not shown: the elements have theirs in every language, and those for
 * a lost card must be the same as for any other that is declined.
 */
export function problemOf(fault: StripeError): Problem {
  const code = stripeProblemCode(fault);
  return code === 'payment-setup'
    ? problem(code, {
        detail: `Stripe refuses this payment: ${[fault.type, fault.code, fault.param].join(' ')}`,
      })
    : problem(code);
}

/** Nothing was charged. After any other error, it may have been. */
const refused = new Set(['card_error', 'invalid_request_error', 'authentication_error', 'rate_limit_error']);

/** Another tab, or an attempt before this one, has got further: no reason to offer the payment again. */
const decided: ReadonlySet<string | undefined> = new Set([
  'payment_intent_unexpected_state',
  'duplicate_transaction',
  'lock_timeout',
  'processing',
  'succeeded',
]);
