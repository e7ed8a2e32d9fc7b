import { setTimeout as delay } from 'node:timers/promises';
import { beginCounted, mustBeExtendedOnce } from '../extended-once.ts';
import { rule, type Tools } from '../rule.ts';
import { mustBeOneOfFifty } from './one-payment.ts';
import { mustBeOnceFor } from './renewed-once.ts';

/** The supplier's key cannot be seen from here; what it is for can: the supplier is asked how much it did. */
export const supplierFails = rule({
  number: 15,
  sentence:
    'A supplier that fails thrice, or acts and does not answer, extends once, and the status never goes back below paid.',
  source: 'ARCHITECTURE, one extension per payment',
  needs: ['supplier'],
  async check(tools) {
    for (const mood of ['loses-answer', 'fails-thrice'] as const) {
      const begun = await beginCounted(tools);
      await tools.supplier.set(mood);
      await tools.customer.pay(begun, 'approve');
      await tools.tell(begun);
      await mustBeExtendedOnce(tools, begun);
    }
  },
});

/** No later than this after the payment, ms: an extension is usually over by then. */
const latestKillMs = 400;

export const killed = rule({
  number: 16,
  sentence: 'Killed at random moments after the payment and started again: one extension.',
  source: 'ARCHITECTURE, nothing is lost between paid and renewed',
  needs: ['restart'],
  async check(tools) {
    await mustOutliveKill(tools, 'paid');
    for (let kill = 1; kill < tools.settings.kills; kill++) await mustOutliveKill(tools, 'any time');
  },
});

/** Killed when the back end has said *paid*, and before it said *renewed* where the supplier can be slow; or any time. */
async function mustOutliveKill(tools: Tools, moment: 'paid' | 'any time'): Promise<void> {
  const begun = await beginCounted(tools);
  await tools.supplier?.set('slow');
  await tools.customer.pay(begun, 'approve');
  await tools.tell(begun);
  if (moment === 'any time') await delay(tools.random() * latestKillMs);
  else await tools.customer.isPaid(begun.renewal);
  await tools.revive();
  await tools.supplier?.set('well');
  await mustBeExtendedOnce(tools, begun, true);
}

export const twoCopies = rule({
  number: 17,
  sentence:
    'Two copies of the back end: fifty starts, fifty notices and a kill, spread over both, still count once.',
  source: 'ARCHITECTURE, unique constraints in one database',
  needs: ['second', 'noticeSecret', 'restart'],
  async check(tools) {
    const { customer, provider, second } = tools;
    await mustBeOneOfFifty([customer, tools.customerAt(second, 'same')], provider);
    await customer.tidy();
    await mustBeOnceFor(tools, 50, [tools.notices(), tools.notices(second)]);
    await mustOutliveKill(tools, 'any time');
  },
});
