import { askSupplier } from '../cards/ask-supplier.ts';
import type { Applied, ExtensionOrder, Mark, Refusal, Unknown } from '../suppliers/port.ts';
import { announceOrder, type Claim } from './claim.ts';
import type { Context } from './context.ts';

/** One try to have a card extended. */
export interface Attempt {
  readonly claim: Claim;
  readonly order: ExtensionOrder;
  /** Of the first order that went out; null before. */
  readonly mark: Mark;
  /** Whether an order may have gone out before. */
  readonly isRepeated: boolean;
}

/** How long the supplier may take for an answer, ms. Two of them, with time to spare, fit into a claim. */
const patienceMs = 15_000;

/**
 * Orders the extension from the supplier, unless an earlier order was heard: that is asked first, and once more when
 * the answer is lost. Null when somebody else has taken over.
 */
export async function orderExtension(
  { supplier, database }: Context,
  { claim, order, isRepeated, mark: kept }: Attempt,
  signal: AbortSignal,
): Promise<Applied | Refusal | Unknown | null> {
  const ask = <Said>(question: (told: AbortSignal) => Promise<Said>) =>
    askSupplier(patienceMs, signal, question);

  let mark = kept;
  if (isRepeated) {
    const found = await ask((told) => supplier.find(order, mark, told));
    if (found.outcome !== 'absent') return found;
  } else {
    const seen = await ask((told) => supplier.preview(order, told));
    if (seen.outcome !== 'possible') return seen;
    mark = seen.mark;
  }

  const tooLate = performance.now() + patienceMs;
  const lastSentAt = await announceOrder(database, claim, mark);
  if (lastSentAt === null) return null;
  // A process that slept meanwhile may find somebody else at it by now.
  if (performance.now() > tooLate) return { outcome: 'unknown', detail: 'The process was held up.' };
  const sent = { ...order, lastSentAt };
  const answer = await ask((told) => supplier.apply(sent, mark, told));
  if (answer.outcome !== 'unknown') return answer;
  const found = await ask((told) => supplier.find(sent, mark, told));
  return found.outcome === 'applied' ? found : answer;
}
