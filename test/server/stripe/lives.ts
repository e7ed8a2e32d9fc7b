import type Stripe from 'stripe';
import type { StripeDouble } from '../../fakes/stripe/api/open-stripe-double.ts';

/** Something that a customer, a bank or a wallet does with a payment. */
export type Deed = (double: StripeDouble, ref: string) => unknown;

/** What leaves a payment open, with a reason that customers are told. */
export const failures = {
  'payment-declined': (double, ref) => double.pay(ref, 'pm_card_visa_chargeDeclined'),
  'authentication-failed': (double, ref) => (
    double.pay(ref, 'pm_card_authenticationRequired'),
    double.decide(ref, 'fail')
  ),
  'payment-cancelled': (double, ref) => (double.pay(ref, 'alipay'), double.decide(ref, 'close')),
  'wallet-failed': (double, ref) => (
    double.pay(ref, 'alipay'),
    double.decide(ref, 'later'),
    double.settle(ref, 'fail')
  ),
} as const satisfies Record<string, Deed>;

export const successes: readonly Deed[] = [
  (double, ref) => double.pay(ref),
  (double, ref) => (double.pay(ref, 'pm_card_authenticationRequired'), double.decide(ref, 'authorize')),
  (double, ref) => (double.pay(ref, 'alipay'), double.decide(ref, 'later'), double.settle(ref, 'succeed')),
];

/** What the shop has asked to be told about a payment, the oldest first. */
export const toldOf = ({ notices }: StripeDouble, ref: string): readonly Stripe.Event[] =>
  notices.events.filter(
    ({ type, data }) => notices.enabledEvents.includes(type) && (data.object as { id?: string }).id === ref,
  );
