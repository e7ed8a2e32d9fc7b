import type { Supplier } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShop } from './shop/open-shop.ts';

const label = 'LEB Global card';

test('what the supplier refuses for good is told before the customer pays, with its reason', async (t) => {
  let reason: 'max-stacked' | 'other' = 'max-stacked';
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      preview: () => Promise.resolve({ outcome: 'refused', reason, isFinal: true, detail: 'ten at most' }),
    }),
  });
  const token = await shop.signIn();
  const { cardRef } = await shop.cardCalled(token, label);
  const before = await shop.snapshot();
  const wish = { token, body: { cardRef, planId: 'global-12m', currency: 'USD' } };
  for (const [theirs, ours] of [
    ['max-stacked', 'max-stacked'],
    ['other', 'not-sold'],
  ] as const) {
    reason = theirs;
    const { problem } = await shop.call('quote', wish);
    assert.deepEqual(
      [problem?.code, problem?.reason, problem?.charged],
      ['not-renewable', ours, 'no'],
      'the supplier’s own words are not the customer’s',
    );
  }
  assert.equal(await shop.snapshot(), before, 'nothing was promised');
});

for (const [what, preview] of [
  ['cannot be reached', () => Promise.resolve({ outcome: 'unknown', detail: 'down' })],
  [
    'has no credit',
    () => Promise.resolve({ outcome: 'refused', reason: 'other', isFinal: false, detail: '11' }),
  ],
  ['does not answer', () => new Promise(() => undefined)],
  ['has a slip in its adapter', () => Promise.reject(new Error('a slip'))],
] as const satisfies readonly (readonly [string, () => ReturnType<Supplier['preview']>])[])
  test(`a supplier that ${what} at the moment does not stop a sale`, async (t) => {
    const shop = await openShop(t, {
      aroundSupplier: (supplier) => ({
        ...supplier,
        preview: (order, signal) =>
          order.key.startsWith('quote:') ? preview() : supplier.preview(order, signal),
      }),
    });
    const token = await shop.signIn();
    const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
    await shop.pay(begun, 'approve');
    await shop.reaches(begun, 'renewed');
  });

test('plans that the supplier would not sell are shown and cannot be chosen', async (t) => {
  let looks = 0;
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      listPlans(_, plans) {
        looks += 1;
        return Promise.resolve({
          outcome: 'listed',
          planIds: plans.map(({ planId }) => planId).filter((id) => id !== 'global-12m'),
        });
      },
    }),
  });
  const token = await shop.signIn();
  const { cardRef } = await shop.cardCalled(token, label);
  const plans = await shop.plans(token, cardRef);
  assert.deepEqual(plans.find(({ planId }) => planId === 'global-12m')?.offer, {
    ok: false,
    reason: 'not-sold',
    opensAt: null,
  });
  assert.ok(plans.filter(({ offer }) => offer.ok).length > 1, 'the others can be');
  await shop.plans(token, cardRef);
  assert.equal(looks, 1, 'who looks again is told the same');
  shop.advance(61_000);
  await shop.plans(token, cardRef);
  assert.equal(looks, 2, 'after a minute the supplier is asked again');
});

test('plans are shown as we would sell them while the supplier does not answer', async (t) => {
  let looks = 0;
  const shop = await openShop(t, {
    aroundSupplier: (supplier) => ({
      ...supplier,
      listPlans: () => ((looks += 1), new Promise(() => undefined)),
    }),
  });
  const token = await shop.signIn();
  const { cardRef } = await shop.cardCalled(token, label);
  for (const plans of [await shop.plans(token, cardRef), await shop.plans(token, cardRef)])
    assert.ok(plans.every(({ offer }) => offer.ok));
  assert.equal(looks, 1, 'and nobody waits for it twice');
});
