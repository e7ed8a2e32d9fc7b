import { amount, sameMoney } from '../customer.ts';
import { beginCounted, mustBeExtendedOnce } from '../extended-once.ts';
import { must, NotChecked } from '../must.ts';
import { newNoticeId, type SendNotice } from '../notices.ts';
import { rule, type Tools } from '../rule.ts';
import { shuffled } from '../shuffle.ts';
import { supplies } from '../stage.ts';

/** `fulfilled` is `renewed`; the extension is counted on the card, and at the supplier where it can be asked. */
export const byNotice = rule({
  number: 8,
  sentence:
    'Paid and told by a notice: one extension, status renewed, a receipt over the quoted money, once in the card’s list.',
  source: 'ARCHITECTURE, one extension per payment',
  needs: [],
  async check(tools) {
    if (tools.provider !== null && tools.noticeSecret === null)
      throw new NotChecked(`the provider played here sends no notice: needs ${supplies.noticeSecret}`);
    const begun = await beginCounted(tools);
    await tools.customer.pay(begun, 'approve');
    await tools.tell(begun);
    const renewed = await mustBeExtendedOnce(tools, begun);
    const { total } = begun.quote;
    const receipt = await tools.customer.receipt(renewed);
    must(
      sameMoney(receipt.total, total),
      `the quote says ${amount(total)}, the receipt ${amount(receipt.total)}`,
    );
    must(receipt.number === renewed.receiptNumber, 'the receipt has another number than the renewal says');
    must(receipt.renewalId === renewed.renewalId, 'the receipt is of another renewal');
    const listed = await tools.customer.receipts(begun.quote.cardRef);
    const times = listed?.filter(({ number }) => number === receipt.number).length ?? 1;
    must(times === 1, `the card’s receipts name the receipt ${times} times`);
  },
});

/** Of the two ways that may do it, the refreshing look is checked, because it must work at once. */
export const withoutNotice = rule({
  number: 9,
  sentence: 'Paid without any notice: a refreshing look at the status finds the money at once.',
  source: 'ARCHITECTURE, a lost notice costs minutes',
  needs: ['provider'],
  async check(tools) {
    const { customer } = tools;
    const begun = await beginCounted(tools);
    await customer.pay(begun, 'approve');
    const { status } = await customer.status(begun.renewal, true);
    must(status !== 'awaiting-payment', 'paid, and a refreshing look still says awaiting-payment');
    await mustBeExtendedOnce(tools, begun);
  },
});

export const repeatedNotices = rule({
  number: 10,
  sentence:
    'The notice 1, 2 and 50 times at once, with a twin of another id and 50 looks at the status: one extension.',
  source: 'Standard Webhooks, idempotency',
  needs: ['noticeSecret'],
  async check(tools) {
    for (const times of [1, 2, 50]) await mustBeOnceFor(tools, times, [tools.notices()]);
  },
});

/** Notices and looks are spread over the copies of the back end. */
export async function mustBeOnceFor(
  tools: Tools,
  times: number,
  [send, ...more]: readonly [SendNotice, ...SendNotice[]],
): Promise<void> {
  const { customer } = tools;
  const begun = await beginCounted(tools);
  const { renewal, payment } = begun;
  const { renewalId, renewalToken: token } = renewal;
  const senders = [send, ...more];
  const same = { id: newNoticeId() };
  const to = (index: number): SendNotice => senders[index % senders.length] ?? send;
  await customer.pay(begun, 'approve');
  const answers = await Promise.all([
    ...Array.from({ length: times }, (_, index) => to(index)(payment.paymentId, same)),
    ...senders.map((each) => each(payment.paymentId)),
    ...Array.from({ length: times === 1 ? 0 : 50 }, () =>
      customer.ask('renewal', { path: { renewalId }, token, query: '?refresh=1' }),
    ),
  ]);
  const bad = answers.find(({ status }) => status >= 300);
  must(bad === undefined, `of many at once, one is answered ${bad?.status ?? 0}`);
  await mustBeExtendedOnce(tools, begun);
  const { seq } = await customer.status(renewal);
  for (const each of senders) await each(payment.paymentId, same);
  for (const each of senders) await each(payment.paymentId);
  await tools.calm();
  const after = await customer.status(renewal);
  must(after.seq === seq, `a notice that came after everything made a renewal ${after.status} anew`);
  await mustBeExtendedOnce(tools, begun);
}

const otherKinds = [
  'payment.created',
  'payment.processing',
  'payment.declined',
  'payment.canceled',
  'payment.refunded',
  'payment.disputed',
];

export const shuffledNotices = rule({
  number: 11,
  sentence: 'Every other notice about the payment, in any order, before and after: the end is the same.',
  source: 'ARCHITECTURE, status only rises through bands',
  needs: ['noticeSecret'],
  async check(tools) {
    const { customer, random } = tools;
    const send = tools.notices();
    const begun = await beginCounted(tools);
    const { renewal, payment } = begun;
    await customer.pay(begun, 'approve');
    for (const type of shuffled([...otherKinds, 'payment.succeeded'], random)) {
      const { status } = await send(payment.paymentId, { type });
      must(status < 300, `a notice of ${type} is answered ${status}`);
    }
    await mustBeExtendedOnce(tools, begun);
    for (const type of shuffled(otherKinds, random)) {
      await send(payment.paymentId, { type });
      const { status } = await customer.status(renewal);
      must(status === 'renewed', `a late notice of ${type} made a renewed renewal ${status}`);
    }
    await tools.calm();
    await mustBeExtendedOnce(tools, begun);
  },
});
