import { fine, trouble, type Answer } from '@leb-renew/core/contract';
import { check, nullable, object, optional, string, type Of } from '@leb-renew/core/schema';
import { Stripe } from 'stripe';
import type { PaymentNotice } from '../port.ts';
import { faultIn } from './fault.ts';

/** What an event says, of a kind from the future too: it is Stripe who is asked what has happened. */
const Event = object({
  id: string({ pattern: '^evt_\\w+$' }),
  type: string({ minLength: 1, maxLength: 100 }),
  data: object({
    object: object({
      object: string(),
      id: optional(string()),
      payment_intent: optional(nullable(string())),
      metadata: optional(nullable(object({ renewal_id: optional(string()) }))),
    }),
  }),
});

/** Either way from now, seconds. Stripe's library asks only whether a notice is too old. */
const tolerance = 300;

/**
 * Reads an event that Stripe has signed with one of the secrets. It is a hint which payment to read: what it says of that
 * payment, and when it was made, decides nothing.
 *
 * @see https://docs.stripe.com/webhooks#verify-events
 */
export async function readNotice(
  raw: Uint8Array,
  headers: Headers,
  secrets: readonly string[],
): Promise<Answer<readonly PaymentNotice[]>> {
  const signature = headers.get('stripe-signature') ?? '';
  if (!isFromNow(signature)) return trouble('bad-notice');
  for (const secret of secrets) {
    const event = await eventIn(Buffer.from(raw), signature, secret);
    if (event !== 'forged') return event;
  }
  return trouble('bad-notice');
}

async function eventIn(
  body: Buffer,
  signature: string,
  secret: string,
): Promise<Answer<readonly PaymentNotice[]> | 'forged'> {
  try {
    return hintOf(await Stripe.webhooks.constructEventAsync(body, signature, secret, tolerance));
  } catch (error) {
    if (faultIn(error)?.type === 'StripeSignatureVerificationError') return 'forged';
    // Signed, and nothing that the library takes for an event. A thin one is sent where nobody asked for it.
    return isThin(body) ? fine([]) : trouble('bad-notice');
  }
}

/** What is signed and about no payment of ours is taken, so that Stripe does not send it again. */
function hintOf(signed: unknown): Answer<readonly PaymentNotice[]> {
  const event = check(Event, signed);
  if (!event.ok) return trouble('bad-notice');
  const { id, type: kind, data } = event.value;
  const ref = refIn(data.object);
  return fine(ref?.startsWith('pi_') === true ? [{ id, kind, ref }] : []);
}

/** Null also for an intent of another shop on the same account. Of a charge, refund or dispute, only Stripe knows whose it is. */
function refIn({
  object: kind,
  id,
  payment_intent: intent,
  metadata,
}: Of<typeof Event>['data']['object']): string | null {
  if (kind !== 'payment_intent') return intent ?? null;
  return metadata?.renewal_id === undefined ? null : (id ?? null);
}

/** The time that the library goes by: the last one in the header. */
function isFromNow(signature: string): boolean {
  const at = signature.split(',').findLast((part) => part.startsWith('t='));
  return Math.abs(Date.now() / 1000 - Number(at?.slice(2))) <= tolerance;
}

function isThin(body: Buffer): boolean {
  try {
    const said = JSON.parse(body.toString()) as { object?: unknown } | null;
    return said?.object === 'v2.core.event';
  } catch {
    return false;
  }
}
