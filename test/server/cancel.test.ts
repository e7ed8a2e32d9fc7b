import type { Renewal } from '@leb-renew/core/contract';
import type { PaymentFact } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { query } from './shop/cluster.ts';
import { holdQuery } from './shop/hold-query.ts';
import { openShop, type Shop } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const begin = async (shop: Shop, planId = 'global-12m', label = 'LEB Global card'): Promise<Renewal> => {
  const token = await shop.signIn();
  return shop.begin(token, (await shop.quote(token, { label, planId })).quoteId);
};
const cancel = (shop: Shop, { renewalId, renewalToken }: Renewal) =>
  shop.get<Renewal>('cancel', { path: { renewalId }, token: renewalToken });

test('a cancelled renewal cannot be paid, and the card is free for another', async (t) => {
  const shop = await openShop(t);
  const begun = await begin(shop);
  assert.equal((await cancel(shop, begun)).status, 'cancelled');
  assert.deepEqual(await shop.pay(begun, 'approve'), {
    state: 'requires_payment_method',
    problemCode: 'payment-cancelled',
  });
  assert.equal((await shop.renewal(begun, '?refresh=1')).status, 'cancelled');
  assert.equal((await cancel(shop, begun)).status, 'cancelled');
  const next = await begin(shop, 'global-1m');
  await shop.pay(next, 'approve');
  await shop.reaches(next, 'renewed');
});

test('a page that asks once the time to pay is over hears at once what became of it', async (t) => {
  const shop = await openShop(t, { noticesTo: 'nowhere' });
  const [paid, unpaid] = [await begin(shop), await begin(shop, 'global-1m', 'Lena’s tablet')];
  await shop.pay(paid, 'approve');
  shop.advance(31 * 60_000);
  assert.equal((await shop.renewal(unpaid, '?refresh=1')).status, 'cancelled');
  assert.notEqual((await shop.renewal(paid, '?refresh=1')).status, 'cancelled');
  await shop.reaches(paid, 'renewed');
});

test('a payment that was faster than the cancellation wins', async (t) => {
  const shop = await openShop(t, { noticesTo: 'nowhere' });
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  assert.notEqual((await cancel(shop, begun)).status, 'cancelled');
  await shop.reaches(begun, 'renewed');
});

test('paying and cancelling at once ends as one of the two, and as the money says', async (t) => {
  const shop = await openShop(t);
  for (let round = 0; round < 5; round++) {
    const begun = await begin(shop, 'global-1m');
    const [paid] = await Promise.all([shop.pay(begun, 'approve'), cancel(shop, begun)]);
    const end = await until('an end', async () => {
      const { status } = await shop.renewal(begun);
      return (status === 'renewed' || status === 'cancelled') && status;
    });
    assert.equal(end, paid?.state === 'succeeded' ? 'renewed' : 'cancelled');
  }
});

test('who cancels hears that it is cancelled, also where older news comes in between', async (t) => {
  const gate = () => {
    let open = () => {};
    const shut = new Promise<void>((resolve) => (open = resolve));
    return { open, shut };
  };
  const [reading, cancelling] = [gate(), gate()];
  const seen = { reads: 0, cancels: 0 };
  const shop = await openShop(t, {
    noticesTo: 'nowhere',
    aroundPayments: (gateway) => ({
      ...gateway,
      async read(ref) {
        const answer = await gateway.read(ref);
        seen.reads += 1;
        await reading.shut;
        return answer;
      },
      async cancel(ref, key) {
        const answer = await gateway.cancel(ref, key);
        seen.cancels += 1;
        await cancelling.shut;
        return answer;
      },
    }),
  });
  const begun = await begin(shop);
  await shop.pay(begun, 'payment-declined');
  const sweep = shop.server.admin.sweep();
  await until('the sweep knows of the decline', async () => seen.reads === 1);
  const cancelled = cancel(shop, begun);
  await until('the provider has cancelled', async () => seen.cancels === 1);
  reading.open();
  await sweep;
  cancelling.open();
  assert.equal((await cancelled).status, 'cancelled');
  assert.equal(seen.cancels, 1);
});

test('a renewal that is paid cannot be cancelled any more', async (t) => {
  const shop = await openShop(t);
  const begun = await begin(shop);
  await shop.pay(begun, 'approve');
  await shop.reaches(begun, 'renewed');
  assert.equal((await cancel(shop, begun)).status, 'renewed');
});

/** A provider that cancels, and whose money arrives all the same. */
async function shopWithLateMoney(t: Parameters<typeof openShop>[0], wrong: Partial<PaymentFact> = {}) {
  const late = new Set<string>();
  const arrive = (fact: PaymentFact, begun: Renewal): PaymentFact => ({
    ...fact,
    state: 'succeeded',
    received: begun.quote.total,
    paidWith: 'Late Bank',
    paidAt: new Date().toISOString(),
    ...wrong,
  });
  let begun: Renewal | null = null;
  const shop = await openShop(t, {
    aroundPayments: (gateway) => ({
      ...gateway,
      async read(ref) {
        const answer = await gateway.read(ref);
        return answer.ok && begun !== null && late.has(ref)
          ? { ok: true, value: arrive(answer.value, begun) }
          : answer;
      },
    }),
  });
  begun = await begin(shop);
  const [payment] = await query<{ payment_id: string }>(
    shop.databaseUrl,
    'select payment_id from sandbox_provider.payments',
  );
  assert.ok(payment);
  return {
    shop,
    begun,
    /** The money arrives, and the provider says so. */
    async moneyArrives() {
      const { sendNotice } = await import('./shop/notice.ts');
      late.add(payment.payment_id);
      await sendNotice(shop, payment.payment_id);
    },
  };
}

test('money that arrives after the cancellation is honoured', async (t) => {
  const { shop, begun, moneyArrives } = await shopWithLateMoney(t);
  assert.equal((await cancel(shop, begun)).status, 'cancelled');
  await moneyArrives();
  await shop.reaches(begun, 'renewed');
});

test('money that arrives after the cancellation, while another renewal is open, is left to a person', async (t) => {
  const { shop, begun, moneyArrives } = await shopWithLateMoney(t);
  await cancel(shop, begun);
  const next = await begin(shop, 'global-1m');
  await moneyArrives();
  await shop.reaches(begun, 'review');
  assert.equal((await shop.renewal(next)).status, 'awaiting-payment');
  assert.equal((await shop.cardCalled(await shop.signIn(), 'LEB Global card')).openRenewal, next.renewalId);
});

test('money that arrives after the cancellation, and after another renewal was paid, is left to a person', async (t) => {
  const { shop, begun, moneyArrives } = await shopWithLateMoney(t);
  await cancel(shop, begun);
  const next = await begin(shop, 'global-1m');
  await shop.pay(next, 'approve');
  const first = await shop.reaches(next, 'renewed');
  await moneyArrives();
  await shop.reaches(begun, 'review');
  const [row] = await query<{ review: string }>(
    shop.databaseUrl,
    `select review from leb_renew.renewals where status = 'review'`,
  );
  assert.equal(row?.review, 'possible-duplicate');
  const card = await shop.cardCalled(await shop.signIn(), 'LEB Global card');
  assert.equal(card.entitlement.expiresAt, first.period.to, 'not extended a second time');
});

const extensions = async (shop: Shop) =>
  (await query(shop.databaseUrl, 'select 1 from leb_local_supplier.extensions')).length;
/** Whether something in the database waits for something else there. */
const somebodyWaits = async (shop: Shop) =>
  (
    await query(
      shop.databaseUrl,
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
  ).length > 0;

test('money that arrives while another renewal is paid and extended is left to a person', async (t) => {
  const { shop, begun, moneyArrives } = await shopWithLateMoney(t);
  await cancel(shop, begun);
  const next = await begin(shop, 'global-1m');
  const firstQuestion = holdQuery(t, /^select .* from "leb_renew"\."renewals" where "card_ref" = \$1 and /);
  await moneyArrives();
  await until('the late money is between its questions', async () => firstQuestion.isHeld());
  await shop.pay(next, 'approve');
  await until(
    'the other renewal is done, or waits',
    async () => (await shop.renewal(next)).status === 'renewed' || somebodyWaits(shop),
  );
  firstQuestion.release();
  await shop.reaches(next, 'renewed');
  const end = await until('the late money is dealt with', async () => {
    const { status } = await shop.renewal(begun);
    return (status === 'renewed' || status === 'review') && status;
  });
  assert.equal(end, 'review');
  const books = await query(
    shop.databaseUrl,
    `select review, holds_card from leb_renew.renewals where renewal_id = '${begun.renewalId}'`,
  );
  assert.deepEqual(books, [{ review: 'possible-duplicate', holds_card: false }]);
  assert.equal(await extensions(shop), 1);
});

test('while late money is being honoured, no other renewal of the card begins', async (t) => {
  const { shop, begun, moneyArrives } = await shopWithLateMoney(t);
  await cancel(shop, begun);
  const token = await shop.signIn();
  const { quoteId } = await shop.quote(token);
  const lastQuestion = holdQuery(t, /"card_ref" = \$1 and "renewal_id" != \$2/);
  await moneyArrives();
  await until('the late money is between its questions', async () => lastQuestion.isHeld());
  let isRefused: boolean | null = null;
  const another = shop.call('begin', { token, body: { quoteId } }).then(async ({ value }) => {
    const next = value as Renewal | null;
    if (next !== null) {
      await shop.pay(next, 'approve');
      await shop.reaches(next, 'renewed');
    }
    isRefused = next === null;
  });
  await until('the other renewal is done, or waits', async () => isRefused !== null || somebodyWaits(shop));
  lastQuestion.release();
  await another;
  await shop.reaches(begun, 'renewed');
  assert.deepEqual([isRefused, await extensions(shop)], [true, 1]);
});

for (const [what, wrong] of Object.entries({
  'of a wrong amount': { received: { minor: 1, currency: 'USD', exponent: 2 } },
  'of another mode': { livemode: true },
} satisfies Record<string, Partial<PaymentFact>>)) {
  test(`late money ${what} is recorded, also while another renewal is open`, async (t) => {
    const { shop, begun, moneyArrives } = await shopWithLateMoney(t, wrong);
    await cancel(shop, begun);
    const next = await begin(shop, 'global-1m');
    await moneyArrives();
    await shop.reaches(begun, 'review');
    const rows = await query(
      shop.databaseUrl,
      'select renewal_id, holds_card from leb_renew.renewals order by created_at',
    );
    assert.deepEqual(rows, [
      { renewal_id: begun.renewalId, holds_card: false },
      { renewal_id: next.renewalId, holds_card: true },
    ]);
    await shop.pay(next, 'approve');
    await shop.reaches(next, 'renewed');
  });
}
