import type { ProviderPayment } from '../../payments/sandbox/wire.ts';
import type { Begun } from '../customer.ts';
import { beginCounted, mustBeExtendedOnce, mustNotBeExtended } from '../extended-once.ts';
import { Broken, must } from '../must.ts';
import type { ProviderDouble } from '../provider-double.ts';
import { rule, type Tools } from '../rule.ts';

type Alter = (begun: Begun) => Partial<ProviderPayment>;

const wrong: Readonly<Record<string, Alter>> = {
  'a minor unit less': ({ quote }) => ({ received: quote.total.minor - 1 }),
  'a minor unit more': ({ quote }) => ({ received: quote.total.minor + 1 }),
  'the same number in another currency': ({ quote: { total } }) => ({
    amount: { ...total, currency: total.currency === 'XAU' ? 'XAG' : 'XAU' },
  }),
  'money for another renewal': () => ({ renewalId: 'r_of_somebody_else' }),
};

/** The sandbox provider's wire has no mode; instead, no test payment may be handed over as a real one. */
export const neverExtended = rule({
  number: 13,
  sentence:
    'Money of another amount, currency or renewal never extends, and the status says that it is looked into.',
  source: 'decision 0006: the server decides',
  needs: ['provider'],
  async check(tools) {
    for (const [what, alter] of Object.entries(wrong)) {
      try {
        await mustBeLookedInto(tools, tools.provider, alter);
      } catch (error) {
        throw error instanceof Broken ? new Broken(`${what}: ${error.message}`) : error;
      }
    }
  },
});

async function mustBeLookedInto(tools: Tools, provider: ProviderDouble, alter: Alter): Promise<void> {
  const { customer } = tools;
  const begun = await beginCounted(tools);
  const { renewal, payment } = begun;
  must(
    renewal.status === 'awaiting-payment' && !renewal.handoff.livemode,
    'a test payment is handed over as a real one',
  );
  provider.alter(payment.paymentId, alter(begun));
  await customer.pay(begun, 'approve');
  await tools.tell(begun);
  await customer.reaches(renewal, 'review', true);
  await tools.calm();
  await mustNotBeExtended(tools, begun);
  // Given back, so that the card is free for the next.
  provider.refund(payment.paymentId);
  await customer.status(renewal, true);
}

/**
 * In this contract `renewed` is final: a refund after it is a correction and no step back. One of money that is looked
 * into shows as `refunding` or `refunded`.
 */
export const refunds = rule({
  number: 20,
  sentence: 'A refund at the provider shows in the status, and nothing is extended after it.',
  source: 'ARCHITECTURE, status only rises through bands',
  needs: ['provider'],
  async check(tools) {
    const { customer, provider } = tools;
    const looked = await beginCounted(tools);
    provider.alter(looked.payment.paymentId, { received: looked.quote.total.minor - 1 });
    await customer.pay(looked, 'approve');
    await tools.tell(looked);
    await customer.reaches(looked.renewal, 'review', true);
    provider.refund(looked.payment.paymentId);
    const { status } = await customer.status(looked.renewal, true);
    must(
      status === 'refunding' || status === 'refunded',
      `all of the money is back, and the renewal is ${status}`,
    );
    await mustNotBeExtended(tools, looked);

    const renewed = await beginCounted(tools);
    await customer.pay(renewed, 'approve');
    await tools.tell(renewed);
    await mustBeExtendedOnce(tools, renewed);
    const { cardRef } = renewed.before;
    const { entitlement } = await customer.card(cardRef);
    provider.refund(renewed.payment.paymentId);
    await tools.tell(renewed);
    await customer.status(renewed.renewal, true);
    await tools.calm();
    const after = await customer.card(cardRef);
    must(
      (after.entitlement.expiresAt ?? '') <= (entitlement.expiresAt ?? ''),
      'a refund extended the card once more',
    );
  },
});
