import { trouble, type Answer, type ProblemCode, type Renewal } from '@leb-renew/core/contract';
import type { Context } from './context.ts';
import { endUnpaid } from './end-unpaid.ts';
import { settleAndTell } from './settle.ts';
import { renewalView } from './view.ts';

/** Questions to the provider about one renewal: the one that runs, and the one after it, if somebody waits for that. */
interface Questions {
  readonly running: Promise<ProblemCode | null>;
  next?: Promise<ProblemCode | null>;
}

const underWay = new WeakMap<Context, Map<string, Questions>>();

/**
 * A renewal as the customer may see it, after the provider was asked about one that is unpaid or looked into, and one
 * whose time to pay is over was ended.
 *
 * A decline is told only when the provider has just said it: whoever comes back from a wallet would take an old one for
 * the end of a payment that was made since and may have gone through. No `renewalId` is in that refusal: it says of a
 * renewal that it never had a payment.
 */
export async function refresh(context: Context, renewalId: string): Promise<Answer<Renewal>> {
  const said = await look(context, renewalId);
  const view = await renewalView(context, renewalId);
  const declined = view.ok && view.value.status === 'awaiting-payment' ? view.value.lastProblem : null;
  return declined === null || declined.code === said
    ? view
    : trouble('provider-down', { charged: 'unknown' });
}

/**
 * Why the last try did not go through, as the provider says now; null when it says nothing of the kind. However many look
 * at once, it is asked once at a time: those who come while it is being asked wait for the next answer, because this one
 * may be from before what they come for.
 */
function look(context: Context, renewalId: string): Promise<ProblemCode | null> {
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

async function ask(context: Context, renewalId: string): Promise<ProblemCode | null> {
  const row = await context.database
    .selectFrom('renewals')
    .select(['payment_ref', 'rank', 'status'])
    .where('renewal_id', '=', renewalId)
    .executeTakeFirst();
  if (row === undefined || row.payment_ref === null) return null;
  const isOpen = row.rank === 0 || row.status === 'review' || row.status === 'refunding';
  const fact = isOpen ? (await settleAndTell(context, row.payment_ref)).fact : null;
  if (row.rank === 0) await endUnpaid(context, renewalId);
  return fact?.state === 'open' || fact?.state === 'needs-customer' ? fact.problem : null;
}
