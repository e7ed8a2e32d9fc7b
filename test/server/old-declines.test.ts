import { problem } from '@leb-renew/core';
import type { ProblemCode, Renewal, SandboxHandoffData } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { query } from './shop/cluster.ts';
import { holdQuery } from './shop/hold-query.ts';
import { sendNotice } from './shop/notice.ts';
import { openShop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

/** A renewal that the server knows to be declined, and a provider that tells of nothing by itself. */
async function setup(t: TestContext) {
  let trouble: ProblemCode | null = null;
  let held: Promise<void> | null = null;
  let reads = 0;
  let onRead = async (): Promise<unknown> => null;
  const shop = await openShop(t, {
    noticesTo: 'nowhere',
    aroundPayments: (gateway) => ({
      ...gateway,
      async read(ref) {
        if (trouble !== null) return { ok: false, problem: problem(trouble) };
        const answer = await gateway.read(ref);
        reads += 1;
        await onRead();
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
    afterEachRead: (act: typeof onRead) => void (onRead = act),
    payment: begun.status === 'awaiting-payment' ? (begun.handoff.data as SandboxHandoffData).paymentId : '',
    /** What the provider says from now on. */
    provider: (change: string) => query(shop.databaseUrl, `update sandbox_provider.payments set ${change}`),
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

const processing = `status = 'processing', problem_code = null`;
const insufficient = `status = 'requires_payment_method', problem_code = 'insufficient-funds', declines = declines + 1`;

test('who is led back from a payment hears of it, also where older news comes in between', async (t) => {
  const { shop, ask, hold, reads, provider } = await setup(t);
  const before = reads();
  await provider(insufficient);
  const older = hold();
  const sweep = shop.server.admin.sweep();
  await until('the sweep knows of the decline', async () => reads() === before + 1);
  await provider(processing);
  const own = hold();
  const asked = ask();
  await until('the payment is seen', async () => reads() === before + 2);
  older();
  await sweep;
  own();
  assert.equal(((await asked).value as Renewal).status, 'processing');
});

test('older news after a look that brought nothing new is not told as if it was the last', async (t) => {
  const { shop, begun, ask, hold, reads, provider } = await setup(t);
  await provider(processing);
  await ask();
  const before = reads();
  await provider(insufficient);
  const older = hold();
  const sweep = shop.server.admin.sweep();
  await until('the sweep knows of the decline', async () => reads() === before + 1);
  await provider(processing);
  hold()();
  const asked = holdQuery(t, /^select \* from "leb_renew"\."renewals" where "renewal_id" = \$1$/);
  const answer = ask();
  await until('the provider was asked', async () => asked.isHeld());
  older();
  await sweep;
  assert.equal((await shop.renewal(begun)).status, 'awaiting-payment');
  asked.release();
  const { problem: refused, value } = await answer;
  assert.equal(refused?.code, 'provider-down', JSON.stringify(value));
  assert.equal(refused.charged, 'unknown');
  assert.equal(((await ask()).value as Renewal).status, 'processing');
});

test('a renewal that changes whenever the provider is asked is not asked about for ever', async (t) => {
  const { shop, begun, declined, ask, reads, provider, afterEachRead, payment } = await setup(t);
  await declined();
  await provider(processing);
  afterEachRead(() => query(shop.databaseUrl, 'update leb_renew.renewals set seq = seq + 1'));
  const before = reads();
  const { problem: refused, value } = await ask();
  assert.equal(refused?.code, 'provider-down', JSON.stringify(value));
  assert.equal(reads() - before, 3);
  await shop.server.admin.sweep();
  assert.equal(reads() - before, 6);

  await sendNotice(shop, payment);
  const open = 'select 1 from leb_renew.notices where settled_at is null';
  await until('the notice is looked into', async () => reads() - before >= 9);
  assert.equal((await query(shop.databaseUrl, open)).length, 1, 'and is not done with');
  afterEachRead(async () => null);
  await shop.reaches(begun, 'processing');
  await until('it is done with', async () => (await query(shop.databaseUrl, open)).length === 0);
});
