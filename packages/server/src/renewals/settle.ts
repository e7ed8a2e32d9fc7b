import type { Answer } from '@leb-renew/core/contract';
import type { PaymentFact } from '../payments/port.ts';
import { apply } from './apply.ts';
import type { Context } from './context.ts';

/** `down`: the provider did not answer, about this payment or any other. `refused`: it answered, but with no payment. */
export type Settled = 'settled' | 'down' | 'refused';

/** Asks the provider about a payment and applies what it says. */
export async function settle(context: Context, ref: string): Promise<Settled> {
  return settleBy(context, ref, () => context.payments.read(ref));
}

/** Has the provider cancel a payment and applies what is true afterwards: money that came first wins. */
export async function settleByCancelling(context: Context, ref: string, renewalId: string): Promise<Settled> {
  return settleBy(context, ref, () => context.payments.cancel(ref, `renewal:${renewalId}:cancel`));
}

async function settleBy(
  context: Context,
  ref: string,
  ask: () => Promise<Answer<PaymentFact>>,
): Promise<Settled> {
  const { database, payments } = context;
  const askedAt = new Date(context.now());
  const before = await database
    .selectFrom('renewals')
    .select('seq')
    .where('provider', '=', payments.provider)
    .where('payment_ref', '=', ref)
    .executeTakeFirst();
  const fact = await ask();
  if (!fact.ok) return fact.problem.code === 'provider-down' ? 'down' : 'refused';
  await apply(context, fact.value, before?.seq ?? null);
  // What was announced before the provider was asked is part of what it said.
  await database
    .updateTable('notices')
    .set({ settled_at: new Date(context.now()) })
    .where('provider', '=', payments.provider)
    .where('ref', '=', ref)
    .where('settled_at', 'is', null)
    .where('received_at', '<=', askedAt)
    .execute();
  return 'settled';
}
