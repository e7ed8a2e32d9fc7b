import { setTimeout as delay } from 'node:timers/promises';
import { must, NotChecked } from '../must.ts';
import { beginCounted, mustBeExtendedOnce } from '../extended-once.ts';
import { rule } from '../rule.ts';

const pauseMs = 50;

export const declinedThenPaid = rule({
  number: 12,
  sentence:
    'Declined, then paid: between them the status is payable again and says why; after it, one extension.',
  source: 'the contract: a decline is no status, the payment is open again',
  needs: [],
  async check(tools) {
    const { customer, settings } = tools;
    const begun = await beginCounted(tools);
    await customer.pay(begun, 'insufficient-funds');
    await tools.tell(begun);
    const deadline = performance.now() + settings.patienceMs;
    for (;;) {
      const seen = await customer.status(begun.renewal, true);
      must(seen.status === 'awaiting-payment', `after a decline the renewal is ${seen.status}`);
      if (seen.lastProblem !== null) {
        must(
          seen.lastProblem.code === 'insufficient-funds',
          `declined for insufficient funds, and the status says ${seen.lastProblem.code}`,
        );
        break;
      }
      must(performance.now() < deadline, 'declined, and the status gives no reason');
      await delay(pauseMs);
    }
    await customer.pay(begun, 'approve');
    await tools.tell(begun);
    await mustBeExtendedOnce(tools, begun);
  },
});

/** The contract ends an unpaid renewal by `cancel`, as a back end does itself when the time to pay is over. */
export const endedUnpaid = rule({
  number: 14,
  sentence:
    'A renewal that is given up cancels its payment, and a later try to pay fails; money that was faster is honoured.',
  source: 'ARCHITECTURE, a payment that arrives after all still wins',
  needs: [],
  async check(tools) {
    const { customer, provider } = tools;
    const given = await customer.begin();
    const cancelled = await customer.cancel(given.renewal);
    must(cancelled.status === 'cancelled', `a renewal that is given up is ${cancelled.status}`);
    const late = await customer.pay(given, 'approve');
    must(late.state === 'requires_payment_method', `given up, and the payment is ${late.state}`);
    if (provider === null)
      throw new NotChecked('money that is faster than the wish to cancel needs --provider');

    const begun = await beginCounted(tools);
    provider.payBeforeCancel(begun.payment.paymentId);
    const { status } = await customer.cancel(begun.renewal);
    must(status !== 'cancelled', 'the money was faster, and the renewal is cancelled');
    await mustBeExtendedOnce(tools, begun);
  },
});
