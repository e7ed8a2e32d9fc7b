import { problem } from '@leb-renew/core';
import type { ProblemCode, Renewal } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openShop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

/** A renewal that the server knows to be declined, and a provider that tells of nothing by itself. */
async function setup(t: TestContext) {
  let trouble: ProblemCode | null = null;
  let held: Promise<void> | null = null;
  let reads = 0;
  const shop = await openShop(t, {
    noticesTo: 'nowhere',
    aroundPayments: (gateway) => ({
      ...gateway,
      async read(ref) {
        if (trouble !== null) return { ok: false, problem: problem(trouble) };
        const answer = await gateway.read(ref);
        reads += 1;
        await held;
        return answer;
      },
    }),
  });
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  const { renewalId, renewalToken } = begun;
  const declined = async () => {
    await shop.pay(begun, 'payment-declined');
    const open = await shop.renewal(begun, '?refresh=1');
    assert.equal(open.status === 'awaiting-payment' && open.lastProblem?.code, 'payment-declined');
  };
  return {
    shop,
    begun,
    declined,
    ask: () => shop.call('renewal', { path: { renewalId }, token: renewalToken, query: '?refresh=1' }),
    failWith: (code: ProblemCode | null) => void (trouble = code),
    reads: () => reads,
    hold() {
      let release = () => {};
      held = new Promise<void>((resolve) => (release = resolve));
      return () => ((held = null), release());
    },
  };
}

for (const code of ['provider-down', 'payment-setup', 'not-found'] as const)
  test(`a decline is not told while the provider cannot be asked (${code}): what was paid since may have gone through`, async (t) => {
    const { shop, begun, declined, ask, failWith } = await setup(t);
    await declined();
    failWith(code);
    await shop.pay(begun, 'approve', 'paypal');
    const { value, problem: refused } = await ask();
    assert.equal(refused?.code, 'provider-down', JSON.stringify(value));
    assert.equal(refused.charged, 'unknown');
    assert.equal(refused.renewalId, undefined, 'it has a payment, and its ticket is kept');
    failWith(null);
    await ask();
    await shop.reaches(begun, 'renewed');
  });

test('a renewal that nobody has tried to pay is shown while the provider is down', async (t) => {
  const { ask, failWith } = await setup(t);
  failWith('provider-down');
  assert.equal(((await ask()).value as Renewal).status, 'awaiting-payment');
});

test('who asks while the provider is being asked is told what it says to a later question', async (t) => {
  const { shop, begun, declined, ask, hold, reads } = await setup(t);
  await declined();
  const before = reads();
  const release = hold();
  const early = ask();
  await until('the provider has answered', async () => reads() === before + 1);
  await shop.pay(begun, 'approve', 'paypal');
  const late = [ask(), ask()];
  await shop.renewal(begun);
  release();
  assert.equal(((await early).value as Renewal).status, 'awaiting-payment');
  for (const each of await Promise.all(late))
    assert.notEqual((each.value as Renewal).status, 'awaiting-payment');
});

test('each try that is declined is told of, also for the same reason, and no try twice', async (t) => {
  const { begun, shop, declined } = await setup(t);
  const seq = async () => (await shop.renewal(begun, '?refresh=1')).seq;
  await declined();
  const first = await seq();
  assert.equal(await seq(), first);
  await declined();
  assert.equal(await seq(), first + 1);
  assert.equal(await seq(), first + 1);
});
