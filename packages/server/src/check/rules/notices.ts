import { must } from '../must.ts';
import { newNoticeId, type Peculiarity } from '../notices.ts';
import { beginCounted, mustBeExtendedOnce } from '../extended-once.ts';
import { rule } from '../rule.ts';

const minutes = 60;

/** Standard Webhooks allows five minutes to either side. */
const forged: Readonly<Record<string, Peculiarity>> = {
  'an unsigned notice': { signature: null },
  'an empty signature': { signature: '' },
  'a signature that is none': { signature: 'v1,AAAA' },
  'a notice signed by another': { secret: 'another secret than the one of the provider' },
  'an edited notice': { body: '{"type":"payment.succeeded","paymentId":"pay_other"}' },
  'a stale notice': { seconds: -10 * minutes },
  'a notice of the future': { seconds: 10 * minutes },
};

export const forgedNotices = rule({
  number: 7,
  sentence:
    'Forged, edited, stale and future notices get 4xx and change nothing; signed ones of unknown types and with unknown members get 2xx.',
  source: 'Standard Webhooks, verifying signatures',
  needs: ['noticeSecret'],
  async check(tools) {
    const { customer } = tools;
    const send = tools.notices();
    const begun = await beginCounted(tools);
    const { renewal, payment } = begun;
    for (const [what, peculiarity] of Object.entries(forged)) {
      const { status } = await send(payment.paymentId, peculiarity);
      must(status >= 400 && status < 500, `${what} is answered ${status}`);
    }
    const { status: unknown } = await send(payment.paymentId, { type: 'payment.dreamt' });
    must(unknown < 300, `a signed notice of an unknown type is answered ${unknown}`);
    await tools.calm();
    const seen = await customer.status(renewal);
    must(seen.seq === renewal.seq, `notices of nothing made a renewal ${seen.status}`);
    await customer.pay(begun, 'approve');
    const { status } = await send(payment.paymentId, { more: { since: 'later', list: [1] } });
    must(status < 300, `a signed notice with unknown members is answered ${status}`);
    await mustBeExtendedOnce(tools, begun);
  },
});

/** The limit that is named in the sentence, ms. */
const limitMs = 2_000;

export const quickAnswers = rule({
  number: 19,
  sentence: 'A notice is answered in under two seconds, also while the supplier is slow.',
  source: 'Standard Webhooks: answer first, process later',
  needs: ['noticeSecret', 'supplier'],
  async check(tools) {
    const send = tools.notices();
    const begun = await beginCounted(tools);
    await tools.supplier.set('slow');
    await tools.customer.pay(begun, 'approve');
    for (const id of [newNoticeId(), newNoticeId()]) {
      const { status, ms } = await send(begun.payment.paymentId, { id });
      must(status < 300, `a notice is answered ${status}`);
      must(ms < limitMs, `a notice is answered after ${Math.round(ms / 100) / 10} s`);
    }
    await mustBeExtendedOnce(tools, begun);
  },
});
