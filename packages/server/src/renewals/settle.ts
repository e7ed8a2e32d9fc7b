import type { Answer } from '@leb-renew/core/contract';
import type { PaymentFact } from '../payments/port.ts';
import { apply } from './apply.ts';
import type { Context } from './context.ts';

/** Asks the provider about a payment and applies what it says. False when the provider did not answer. */
export async function settle(context: Context, ref: string): Promise<boolean> {
  return settleBy(context, ref, () => context.payments.read(ref));
}

/** Has the provider cancel a payment and applies what is true afterwards: money that came first wins. */
export async function settleByCancelling(context: Context, ref: string, renewalId: string): Promise<boolean> {
  return settleBy(context, ref, () => context.payments.cancel(ref, `renewal:${renewalId}:cancel`));
}

async function settleBy(
  context: Context,
  ref: string,
  ask: () => Promise<Answer<PaymentFact>>,
): Promise<boolean> {
  const before = await context.database
    .selectFrom('renewals')
    .select('seq')
    .where('provider', '=', context.payments.provider)
    .where('payment_ref', '=', ref)
    .executeTakeFirst();
  const fact = await ask();
  if (!fact.ok) return false;
  await apply(context, fact.value, before?.seq ?? null);
  return true;
}
