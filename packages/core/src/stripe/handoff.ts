import { fine, trouble, type Answer, type Handoff } from '../contract/index.ts';
import { members } from '../plain-data.ts';
import { check, object, oneOf, string, type Of } from '../schema/index.ts';

/** `Handoff.data` of the provider named `stripe`. A checkout session would be another kind. */
export const StripeHandoffData = object({
  kind: oneOf('payment_intent'),
  publishableKey: string({ pattern: '^pk_(test|live)_\\w+$' }),
  /** Opens this one payment in a browser. Kept out of addresses, logs and storage. */
  clientSecret: string({ pattern: '^pi_\\w+_secret_\\w+$' }),
});
export type StripeHandoffData = Of<typeof StripeHandoffData>;

/** Checks the part of a handoff that is opaque to everyone but Stripe's adapter. `detail` repeats no secret. */
export function readStripeHandoff(handoff: Handoff): Answer<StripeHandoffData> {
  const { data, livemode } = members('readStripeHandoff: handoff', handoff);
  const checked = check(StripeHandoffData, data);
  if (!checked.ok) return trouble('payment-setup', { detail: 'not a handoff for Stripe' });
  const isLive = checked.value.publishableKey.startsWith('pk_live_');
  return isLive === livemode
    ? fine(checked.value)
    : trouble('payment-setup', {
        detail: `a ${isLive ? 'live' : 'test'} key for a payment of the other mode`,
      });
}
