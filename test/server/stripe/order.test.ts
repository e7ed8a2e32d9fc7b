import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byChance } from './by-chance.ts';
import { isLong } from '../shop/long.ts';
import { failures, successes, toldOf, type Deed } from './lives.ts';
import { openStripeShop, type Begun } from './open-stripe-shop.ts';

const payments = 40;
const rounds = isLong ? 5 : 1;

test(`case 15: of ${payments * rounds} tries to pay, the notices come late, twice, as twins and in any order, and each ends as Stripe says`, async (t) => {
  const { shop, double, beginMany, database, settled } = await openStripeShop(t, {
    cards: payments,
    accounts: 8,
  });
  const { notices } = double;
  notices.hold();
  const renewals = await beginMany(payments);
  for (let round = 1; round < rounds; round++) {
    const reasons = await Promise.all(
      renewals.map(async (paid, index) => {
        const chance = byChance(round * payments + index);
        const [why, fail] = chance.pick(Object.entries<Deed>(failures));
        await pay(paid, fail, chance);
        return why;
      }),
    );
    await settled();
    for (const [index, { begun }] of renewals.entries()) {
      const seen = await shop.renewal(begun);
      const why = seen.status === 'awaiting-payment' && seen.lastProblem?.code;
      assert.equal(why, reasons[index], `payment ${index} in round ${round}`);
    }
  }
  await Promise.all(
    renewals.map((paid, index) => {
      const chance = byChance(index);
      return pay(paid, chance.pick(successes), chance);
    }),
  );
  await settled();
  for (const { begun } of renewals) await shop.reaches(begun, 'renewed');
  const [books] = await database.query(`
    select (select count(*)::int from leb_local_supplier.extensions) extensions,
      (select count(distinct iccid)::int from leb_local_supplier.extensions) extended,
      (select count(*)::int from leb_renew.receipts) receipts`);
  assert.deepEqual(books, { extensions: payments, extended: payments, receipts: payments });

  /** And whatever is said about it, old and new, in any order. */
  async function pay({ ref }: Begun, deed: Deed, chance: ReturnType<typeof byChance>): Promise<void> {
    const old = toldOf(double, ref);
    deed(double, ref);
    const news = toldOf(double, ref).slice(old.length);
    // One of before comes only now, or one of now comes again under another name.
    const more = chance.next() < 0.5 ? chance.pick([...old, ...news]) : notices.twinOf(chance.pick(news));
    for (const event of chance.shuffled([...news, more])) assert.equal(await notices.deliver(event), 204);
  }
});
