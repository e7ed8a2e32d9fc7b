import {
  problem,
  SandboxConfirmRequest,
  sandboxMethods,
  type ProblemCode,
  type RenewalStatus,
  type SandboxConfirmAnswer,
  type SandboxMethod,
} from '../contract/index.ts';
import type { Clock } from '../ports.ts';
import { check } from '../schema/index.ts';
import type { Books, Entry } from './books.ts';

/** How long a payment takes that is slow, or not decided at once. */
const decisionMs = 4_000;

const refused = (problemCode: ProblemCode): SandboxConfirmAnswer => ({
  state: 'requires_payment_method',
  problemCode,
});
const processing: SandboxConfirmAnswer = { state: 'processing', problemCode: null };
const paid: ReadonlySet<RenewalStatus> = new Set(['paid', 'extending', 'renewed']);
const succeeded: SandboxConfirmAnswer = { state: 'succeeded', problemCode: null };

/** Plays the payment provider: one payment per renewal, which takes the money once. */
export function createProvider(books: Books, clock: Clock, answerDelayMs: number) {
  const later = (ms: number) => new Promise<void>((resume) => clock.after(ms, resume));
  /** The money may have been taken before, or the renewal may take none any more. */
  const settle = ({ renewalId, status }: Entry, method: SandboxMethod) =>
    books.settle(renewalId, sandboxMethods[method].paidWith) || paid.has(status)
      ? succeeded
      : refused('quote-expired');

  return async function confirm(id: string, request: SandboxConfirmRequest): Promise<SandboxConfirmAnswer> {
    await later(answerDelayMs);
    const entry = books.entry(id);
    const asked = check(SandboxConfirmRequest, request);
    if (!asked.ok || asked.value.clientSecret !== entry?.renewalToken) return refused('payment-setup');
    const { method, scenario } = asked.value;
    if (entry.status === 'processing') return processing;
    if (entry.status !== 'awaiting-payment') return settle(entry, method);
    switch (scenario) {
      case 'approve':
        return settle(entry, method);
      case 'slow':
        await later(decisionMs);
        return settle(entry, method);
      case 'processing':
        books.process(entry);
        clock.after(decisionMs, () => void books.settle(id, sandboxMethods[method].paidWith));
        return processing;
      case 'processing-fails': {
        const sent = books.process(entry);
        clock.after(decisionMs, () => void books.decline(sent, problem('payment-declined')));
        return processing;
      }
      case 'lost-answer':
        settle(entry, method);
        throw new Error('sandbox: the answer was lost');
      default:
        books.decline(entry, problem(scenario, { charged: 'no' }));
        return refused(scenario);
    }
  };
}
