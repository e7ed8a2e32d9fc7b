import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { openShop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

test('orders that a supplier takes long for keep no other customer waiting, and end as they should', async (t) => {
  const patience = new AbortController();
  const isOver = once(patience.signal, 'abort');
  const slow = new Set<string>();
  let givenUp = 0;
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      async apply(...order) {
        const [{ key }] = order;
        if (slow.size < 2) slow.add(key);
        const [, , signal] = order;
        signal.addEventListener('abort', () => (givenUp += 1));
        if (slow.has(key)) await isOver;
        return supplier.apply(...order);
      },
    }),
  });
  const token = await shop.signIn();
  const pay = async (label: string) => {
    const begun = await shop.begin(token, (await shop.quote(token, { label })).quoteId);
    await shop.pay(begun, 'approve');
    return begun;
  };
  const waiting = [await pay('LEB Global card'), await pay('Lena’s tablet')];
  await until('two orders are under way', async () => slow.size === 2);
  const quick = await pay('Travel phone');
  await shop.reaches(quick, 'renewed');
  assert.equal(givenUp, 0, 'it came through while both were still waited for');
  for (const each of waiting) assert.equal((await shop.renewal(each)).status, 'extending');
  patience.abort();
  for (const each of waiting) await shop.reaches(each, 'renewed');
});
