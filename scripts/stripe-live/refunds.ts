import assert from 'node:assert/strict';
import type { Asked } from './live-case.ts';
import { must, open, pay, usd } from './stage.ts';

export const refunds: readonly Asked[] = [
  {
    number: 38,
    what: 'money goes back in part, then the rest, and then no more',
    async run(stage) {
      const { gateway } = stage;
      const { ref, renewalId } = await open(stage);
      await pay(stage, ref);
      const refund = (amount: number | null, nth: number) =>
        gateway.refund(ref, amount === null ? null : usd(amount), `renewal:${renewalId}:refund:${nth}`);
      const refunded = async () => must(await gateway.read(ref)).refunded?.minor;

      must(await refund(500, 1));
      assert.equal(await refunded(), 500);
      const { ok } = await refund(1_001, 2);
      assert.equal(ok, false, 'more went back than had come');
      must(await refund(null, 3));
      assert.equal(await refunded(), 1_500);
      return '5.00 and 10.00 of 15.00 USD';
    },
  },
  {
    number: 38,
    what: 'the same refund under the same key goes back once',
    async run(stage) {
      const { gateway } = stage;
      const { ref, renewalId } = await open(stage);
      await pay(stage, ref);
      const refund = () => gateway.refund(ref, usd(500), `renewal:${renewalId}:refund`);
      const [first, again] = [must(await refund()), must(await refund())];
      assert.equal(again.refundRef, first.refundRef);
      assert.equal(must(await gateway.read(ref)).refunded?.minor, 500);
      return 'one refund';
    },
  },
];
