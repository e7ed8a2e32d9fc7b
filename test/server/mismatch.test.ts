import type { PaymentFact } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from './shop/cluster.ts';
import { openShop } from './shop/open-shop.ts';

const wrong: Record<string, (fact: PaymentFact) => PaymentFact> = {
  'a cent less': (fact) => ({ ...fact, received: { ...fact.received, minor: fact.received.minor - 1 } }),
  'a cent more': (fact) => ({ ...fact, received: { ...fact.received, minor: fact.received.minor + 1 } }),
  'the same number in another currency': (fact) => ({
    ...fact,
    received: { ...fact.received, currency: 'CNY' },
  }),
  'money of another mode': (fact) => ({ ...fact, livemode: true }),
  'money for another renewal': (fact) => ({ ...fact, renewalId: 'r_other' }),
};

test('a payment that is not what was asked for never extends a card and is left to a person', async (t) => {
  let change = (fact: PaymentFact) => fact;
  const shop = await openShop(t, {
    aroundPayments: (gateway) => ({
      ...gateway,
      async read(ref) {
        const answer = await gateway.read(ref);
        return answer.ok && answer.value.state === 'succeeded'
          ? { ok: true, value: change(answer.value) }
          : answer;
      },
    }),
  });
  const labels = {
    mira: ['LEB Global card', 'Lena’s tablet', 'Travel phone', 'Spare watch'],
    tom: ['Old laptop'],
  } as const;
  const cases = Object.entries(wrong);
  for (const who of ['mira', 'tom'] as const) {
    const token = await shop.signIn(who);
    for (const label of labels[who]) {
      const [what, how] = cases.shift() ?? assert.fail('more cards than cases');
      change = how;
      const before = await shop.cardCalled(token, label);
      const begun = await shop.begin(token, (await shop.quote(token, { label })).quoteId);
      await shop.pay(begun, 'approve');
      await shop.reaches(begun, 'review');
      shop.advance(60_000);
      await shop.server.admin.sweep();
      assert.equal((await shop.renewal(begun, '?refresh=1')).status, 'review', what);
      assert.deepEqual((await shop.cardCalled(token, label)).entitlement, before.entitlement, what);
      const { problem } = await shop.call('receipt', { token, path: { renewalId: begun.renewalId } });
      assert.deepEqual([problem?.code, problem?.charged], ['not-paid-yet', 'yes'], what);
    }
  }
  assert.deepEqual(cases, [], 'more cases than cards');
  assert.deepEqual(await query(shop.databaseUrl, 'select * from leb_local_supplier.extensions'), []);
});
