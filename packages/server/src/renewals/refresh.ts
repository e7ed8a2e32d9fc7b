import { trouble, type Answer, type Renewal } from '@leb-renew/core/contract';
import type { Context } from './context.ts';
import { endUnpaid } from './end-unpaid.ts';
import { settle } from './settle.ts';
import { renewalView } from './view.ts';

/** Questions to the provider about one renewal: the one that runs, and the one after it, if somebody waits for that. */
interface Questions {
  readonly running: Promise<boolean>;
  next?: Promise<boolean>;
}

const underWay = new WeakMap<Context, Map<string, Questions>>();

/**
 * A renewal as the customer may see it, after the provider was asked about one that is unpaid or looked into, and one
 * whose time to pay is over was ended.
 *
 * A decline that nobody could ask about is not told: whoever comes back from a wallet would take it for the end of a
 * payment that was made since and may have gone through. No `renewalId` is in that refusal: it says of a renewal that
 * it never had a payment.
 */
export async function refresh(context: Context, renewalId: string): Promise<Answer<Renewal>> {
  const isKnown = await look(context, renewalId);
  const view = await renewalView(context, renewalId);
  const isOld =
    !isKnown && view.ok && view.value.status === 'awaiting-payment' && view.value.lastProblem !== null;
  return isOld ? trouble('provider-down', { charged: 'unknown' }) : view;
}

/**
 * False when the provider could not be asked. However many look at once, the provider is asked once at a time: those who
 * come while it is being asked wait for the next answer, because this one may be from before what they come for.
 */
function look(context: Context, renewalId: string): Promise<boolean> {
  const asked = underWay.get(context) ?? new Map<string, Questions>();
  underWay.set(context, asked);
  const known = asked.get(renewalId);
  if (known !== undefined) {
    const again = () => look(context, renewalId);
    return (known.next ??= known.running.then(again, again));
  }
  const running = ask(context, renewalId).finally(() => asked.delete(renewalId));
  asked.set(renewalId, { running });
  return running;
}

async function ask(context: Context, renewalId: string): Promise<boolean> {
  const row = await context.database
    .selectFrom('renewals')
    .select(['payment_ref', 'rank', 'status'])
    .where('renewal_id', '=', renewalId)
    .executeTakeFirst();
  if (row === undefined || row.payment_ref === null) return true;
  const isOpen = row.rank === 0 || row.status === 'review' || row.status === 'refunding';
  const settled = isOpen ? await settle(context, row.payment_ref) : 'settled';
  if (row.rank === 0) await endUnpaid(context, renewalId);
  return settled === 'settled';
}
