import type { Answer } from '@leb-renew/core/contract';
import type { PaymentFact, PaymentGateway } from '../payments/port.ts';
import { apply } from './apply.ts';
import type { RenewalRecord } from './change.ts';
import type { Context } from './context.ts';

/**
 * `down`: the provider did not answer, about this payment or any other. `refused`: it answered, but with no payment.
 * `elsewhere`: the payment is with a provider, or in a mode or an account of it, that this server is not set up for.
 * `overtaken`: each time that the provider was asked, the renewal changed before its answer was here.
 */
export type Settled = 'settled' | 'down' | 'refused' | 'elsewhere' | 'overtaken';

/** How often the provider is asked while others keep changing the renewal. */
const mostTries = 3;

/** Asks the provider about a payment and applies what it says. */
export async function settle(context: Context, ref: string): Promise<Settled> {
  return (await settleAndTell(context, ref)).settled;
}

/** As `settle`; and what the provider said, where that was applied. */
export function settleAndTell(context: Context, ref: string): Promise<Told> {
  return settleBy(context, ref, () => context.payments.read(ref), mostTries);
}

/** Has the provider cancel a payment and applies what is true afterwards: money that came first wins. */
export async function settleByCancelling(context: Context, ref: string, renewalId: string): Promise<Settled> {
  const cancel = () => context.payments.cancel(ref, `renewal:${renewalId}:cancel`);
  return (await settleBy(context, ref, cancel, mostTries)).settled;
}

interface Told {
  readonly settled: Settled;
  readonly fact: PaymentFact | null;
}

const untold = (settled: Settled): Told => ({ settled, fact: null });

async function settleBy(
  context: Context,
  ref: string,
  ask: () => Promise<Answer<PaymentFact>>,
  tries: number,
): Promise<Told> {
  const { database, payments } = context;
  const askedAt = new Date(context.now());
  const known = await database
    .selectFrom('renewals')
    .select(['seq', 'provider', 'handoff'])
    .where('payment_ref', '=', ref)
    .execute();
  const before = known.find((row) => !isElsewhere(payments, row));
  if (before === undefined && known.length > 0) return untold('elsewhere');
  const fact = await ask();
  if (!fact.ok) {
    const { code } = fact.problem;
    if (code !== 'not-found') return untold(code === 'provider-down' ? 'down' : 'refused');
    context.log({ level: 'warn', event: 'payment.not-found', detail: ref });
    return untold('elsewhere');
  }
  if (!(await apply(context, fact.value, before?.seq ?? null)))
    // Also after a cancellation: its key would only bring back the same answer.
    return tries > 1 ? settleBy(context, ref, () => payments.read(ref), tries - 1) : untold('overtaken');
  // What was announced before the provider was asked is part of what it said.
  await database
    .updateTable('notices')
    .set({ settled_at: new Date(context.now()) })
    .where('provider', '=', payments.provider)
    .where('ref', '=', ref)
    .where('settled_at', 'is', null)
    .where('received_at', '<=', askedAt)
    .execute();
  return { settled: 'settled', fact: fact.value };
}

/** Test payments are unknown to a provider's live keys, and live ones to its test keys. */
export const isElsewhere = (
  { provider, livemode }: Pick<PaymentGateway, 'provider' | 'livemode'>,
  row: Pick<RenewalRecord, 'provider' | 'handoff'>,
): boolean => row.provider !== provider || isOfOtherMode({ livemode }, row);

/** Whether a payment was begun as a test where the money is real now, or the other way round. */
export const isOfOtherMode = (
  { livemode }: Pick<PaymentGateway, 'livemode'>,
  { handoff }: Pick<RenewalRecord, 'handoff'>,
): boolean => handoff !== null && handoff.livemode !== livemode;
