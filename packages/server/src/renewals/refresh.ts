import type { Context } from './context.ts';
import { settle } from './settle.ts';

const underWay = new WeakMap<Context, Map<string, Promise<void>>>();

/** Asks the provider about a renewal that is unpaid or looked into before it is shown. However many ask at once, the provider is asked once. */
export function refresh(context: Context, renewalId: string): Promise<void> {
  const asked = underWay.get(context) ?? new Map<string, Promise<void>>();
  underWay.set(context, asked);
  const running = asked.get(renewalId);
  if (running !== undefined) return running;
  const started = ask(context, renewalId).finally(() => asked.delete(renewalId));
  asked.set(renewalId, started);
  return started;
}

async function ask(context: Context, renewalId: string): Promise<void> {
  const row = await context.database
    .selectFrom('renewals')
    .select(['payment_ref', 'rank', 'status'])
    .where('renewal_id', '=', renewalId)
    .executeTakeFirst();
  if (row === undefined || row.payment_ref === null) return;
  if (row.rank === 0 || row.status === 'review' || row.status === 'refunding')
    await settle(context, row.payment_ref);
}
