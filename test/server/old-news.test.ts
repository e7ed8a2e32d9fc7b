import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

test('what the provider said before a payment was on its way does not take it back', async (t) => {
  let reads = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const shop = await openShop(t, {
    aroundPayments: (gateway) => ({
      ...gateway,
      async read(ref) {
        const [nth, answer] = [(reads += 1), await gateway.read(ref)];
        if (nth === 1) await held;
        return answer.ok && nth > 1 ? { ok: true, value: { ...answer.value, state: 'processing' } } : answer;
      },
    }),
  });
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  const early = shop.renewal(begun, '?refresh=1');
  await until('the provider is asked', async () => reads === 1);
  await shop.server.admin.sweep();
  assert.equal((await shop.renewal(begun)).status, 'processing');
  release();
  assert.equal((await early).status, 'processing', 'nobody is asked to pay again');
});
