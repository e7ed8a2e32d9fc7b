import {
  problem,
  type PaymentMethod,
  type ProblemCode,
  type SandboxConfirmAnswer,
  type SandboxConfirmRequest,
} from '../contract/index.ts';
import type { Clock } from '../ports.ts';
import type { Books } from './books.ts';

const names: Record<PaymentMethod, string> = {
  card: 'Visa •• 4242',
  paypal: 'PayPal',
  alipay: 'Alipay',
  wechat_pay: 'WeChat Pay',
};
/** How long a payment takes that is slow, or not decided at once. */
const decisionMs = 4_000;

const refused = (problemCode: ProblemCode): SandboxConfirmAnswer => ({
  state: 'requires_payment_method',
  problemCode,
});
const processing: SandboxConfirmAnswer = { state: 'processing', problemCode: null };
const succeeded: SandboxConfirmAnswer = { state: 'succeeded', problemCode: null };

/** Plays the payment provider: one payment per renewal, which takes the money once. */
export function createProvider(books: Books, clock: Clock, answerDelayMs: number) {
  const later = (ms: number) => new Promise<void>((resume) => clock.after(ms, resume));
  /** The money may have been taken before, or the renewal may take none any more. */
  const settle = (id: string, method: PaymentMethod) =>
    books.settle(id, names[method]) || books.entry(id)?.payment ? succeeded : refused('quote-expired');

  return async function confirm(
    id: string,
    { clientSecret, method, scenario }: SandboxConfirmRequest,
  ): Promise<SandboxConfirmAnswer> {
    await later(answerDelayMs);
    const entry = books.entry(id);
    if (entry === undefined) throw new TypeError(`sandbox: no renewal ${id}`);
    if (clientSecret !== entry.renewalToken) return refused('payment-setup');
    if (entry.status === 'processing') return processing;
    if (entry.status !== 'awaiting-payment') return settle(id, method);
    switch (scenario) {
      case 'approve':
        return settle(id, method);
      case 'slow':
        await later(decisionMs);
        return settle(id, method);
      case 'processing':
        books.process(id);
        clock.after(decisionMs, () => void books.settle(id, names[method]));
        return processing;
      case 'lost-answer':
        settle(id, method);
        throw new Error('sandbox: the answer was lost');
      default:
        books.decline(id, problem(scenario, { charged: 'no' }));
        return refused(scenario);
    }
  };
}
