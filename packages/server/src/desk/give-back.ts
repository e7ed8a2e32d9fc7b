import { askSupplier } from '../cards/ask-supplier.ts';
import { cardOf } from '../cards/find-cards.ts';
import { change, lockRenewal, type RenewalRecord } from '../renewals/change.ts';
import { closeFulfilment, endClaim, lockFulfilment, takeClaim, type Claim } from '../renewals/claim.ts';
import type { Context } from '../renewals/context.ts';
import { orderFor } from '../renewals/order.ts';
import { refund } from '../renewals/refund.ts';
import { settle } from '../renewals/settle.ts';
import { quoteOf } from '../renewals/view.ts';
import type { DatabaseTransaction } from '../store/database.ts';
import { audit, checkPerson, type Person } from './audit.ts';
import type { Moved } from './extend.ts';
import { findRenewal } from './find-renewal.ts';
import { done, refused, type DeskAnswer, type RefusalCode } from './refusals.ts';

export interface RefundAct extends Person {
  /** Also where the supplier extended the card, or cannot tell whether it did. @default false */
  readonly althoughExtended?: boolean;
}

const patienceMs = 15_000;

/**
 * Gives back all that arrived for a renewal that is paid and not renewed. Nobody extends the card from then on; the
 * key for the provider is stored before it is asked, and the sweep goes on where this ends.
 */
export async function giveBack(context: Context, name: string, act: RefundAct): Promise<DeskAnswer<Moved>> {
  checkPerson('refund', act);
  const { database } = context;
  const seen = await findRenewal(database, name);
  if (seen === null) return refused('unknown-renewal');
  const { renewal_id: renewalId, reference, payment_ref: ref } = seen;
  const early = obstacle(seen);
  if (early !== null) return refused(early);
  if (ref === null || (await settle(context, ref)) !== 'settled') return refused('provider-unknown');

  const claimed = await claim(context, seen);
  if (!claimed.ok) return claimed;
  const extended = act.althoughExtended === true ? null : await whatSupplierDid(context, seen);
  if (extended !== null) {
    if (claimed.value !== null) await endClaim(database, claimed.value, 0, 'looked at by a person');
    context.jobs.wake('fulfil');
    return refused(extended);
  }
  const decided = await decide(context, seen, act, claimed.value);
  if (!decided.ok) return decided;
  await refund(context, renewalId);
  const after = await findRenewal(database, renewalId);
  return done({ renewalId, reference, status: after?.status ?? 'review' });
}

function obstacle({ status, rank, refund_key }: RenewalRecord): RefusalCode | null {
  if (status === 'renewed') return 'is-renewed';
  if (status === 'refunded') return 'is-refunded';
  if (status === 'refunding' || refund_key !== null) return 'refund-asked';
  return rank === 0 ? 'not-paid' : null;
}

/** Keeps the supplier from being asked to extend the card meanwhile; null where that is over anyway. */
function claim(
  { database }: Context,
  { renewal_id: renewalId, status }: RenewalRecord,
): Promise<DeskAnswer<Claim | null>> {
  return database.transaction().execute(async (transaction) => {
    const open = await lockFulfilment(transaction, renewalId);
    if ((open === null) !== (status === 'review')) return refused('changed-meanwhile');
    if (open === null) return done(null);
    const isAtIt = open.claimed_by !== null && open.seconds_to_wait > 0;
    return isAtIt ? refused('being-extended') : done(await takeClaim(transaction, renewalId));
  });
}

/** Null when no order went out, or when it never arrived. */
async function whatSupplierDid(context: Context, row: RenewalRecord): Promise<RefusalCode | null> {
  const { database, supplier } = context;
  const fulfilment = await database
    .selectFrom('fulfilments')
    .selectAll()
    .where('renewal_id', '=', row.renewal_id)
    .executeTakeFirst();
  if (fulfilment === undefined || fulfilment.ordered_at === null) return null;
  const record = await cardOf(database, row.account_id, row.card_ref);
  if (record === null || fulfilment.target === null) return 'supplier-unknown';
  const { plan } = await quoteOf(database, row.quote_id);
  const order = orderFor({
    renewalId: row.renewal_id,
    card: record.card,
    plan,
    target: fulfilment.target,
    orderedAt: fulfilment.ordered_at,
  });
  const found = await askSupplier(patienceMs, new AbortController().signal, (told) =>
    supplier.find(order, fulfilment.mark, told),
  );
  if (found.outcome === 'absent') return null;
  return found.outcome === 'applied' ? 'is-extended' : 'supplier-unknown';
}

/** From here on the card is not extended, and the provider is asked until it answers. */
function decide(
  context: Context,
  seen: RenewalRecord,
  act: RefundAct,
  claimed: Claim | null,
): Promise<DeskAnswer<null>> {
  const { renewal_id: renewalId } = seen;
  return context.database.transaction().execute(async (transaction) => {
    const open = await lockFulfilment(transaction, renewalId);
    const row = await lockRenewal(transaction, renewalId);
    // Asked of the renewal too: a fulfilment that is being opened again is not seen as open yet.
    const isOurs =
      claimed === null ? row?.status === 'review' && open === null : open?.claimed_by === claimed.by;
    if (row === null || !isOurs || obstacle(row) !== null) return refused('changed-meanwhile');
    await closeFulfilment(context, transaction, renewalId);
    await change(context, transaction, renewalId, 'review', {
      review: row.review ?? 'refund',
      refund_key: `renewal:${renewalId}:refund:${await countRefunds(transaction, renewalId)}`,
      refund_refused: null,
    });
    await audit(context, transaction, {
      by: act.by,
      why: act.why,
      act: 'refund',
      renewalId,
      before: row.status,
      after: 'review',
    });
    return done(null);
  });
}

/** A refused refund is asked for again under another key: a provider would repeat what it said under the old one. */
async function countRefunds(transaction: DatabaseTransaction, renewalId: string): Promise<number> {
  const { count } = await transaction
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('renewal_id', '=', renewalId)
    .where('act', '=', 'refund')
    .executeTakeFirstOrThrow();
  return count + 1;
}
