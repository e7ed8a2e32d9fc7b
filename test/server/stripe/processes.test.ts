/** Several of our servers, each in a process of its own, on one Postgres and one account at the double of Stripe. */
import type { Renewal } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Stripe from 'stripe';
import type { Process } from '../../../bench/server/processes.ts';
import { createCaller } from '../shop/caller.ts';
import { isLong } from '../shop/long.ts';
import { until } from '../shop/until.ts';
import { byChance } from './by-chance.ts';
import { toldOf, type Deed } from './lives.ts';
import { openStripeServers, refOf, type Begun } from './open-stripe-shop.ts';

const once = { extensions: 1, receipts: 1 };
const payments = isLong ? 40 : 16;

/** One after another, to each payment; what a renewal is to say afterwards. */
const races: readonly (readonly [deed: Deed, isSo: (seen: Renewal) => boolean])[] = [
  [
    (double, ref) => double.pay(ref, 'pm_card_visa_chargeDeclinedInsufficientFunds'),
    (seen) => seen.status === 'awaiting-payment' && seen.lastProblem?.code === 'insufficient-funds',
  ],
  [
    (double, ref) => (double.pay(ref, 'alipay'), double.decide(ref, 'later')),
    (seen) => seen.status === 'processing',
  ],
  [
    (double, ref) => double.settle(ref, 'fail'),
    (seen) => seen.status === 'awaiting-payment' && seen.lastProblem?.code === 'wallet-failed',
  ],
  [
    (double, ref) => (double.pay(ref, 'alipay'), double.decide(ref, 'close')),
    (seen) => seen.status === 'awaiting-payment' && seen.lastProblem?.code === 'payment-cancelled',
  ],
  [(double, ref) => double.pay(ref), ({ status }) => ['paid', 'extending', 'renewed'].includes(status)],
];

test('several servers on one database', async (t) => {
  const shop = await openStripeServers(t, { cards: payments + 10, accounts: 8 });
  const { double, begin, beginMany, customerOf, nextCard, books, database } = shop;
  const { notices } = double;
  const at = ({ url }: Process) => createCaller(url);

  await t.test(
    'case 39: a supplier that acts and does not answer is asked by another server, and extends once',
    async () => {
      const deaf = await shop.start({ supplier: 'mute' });
      const { card, begun } = await paidAt(deaf);
      await until('the supplier acts', async () => (await books(card)).extensions === 1);
      assert.equal((await at(deaf).renewal(begun)).status, 'extending');
      await shop.end(deaf, 'kill');
      await endClaims();
      await at(await shop.start()).reaches(begun, 'renewed');
      assert.deepEqual(await books(card), once);
    },
  );

  await t.test(
    'case 40: a server that is killed between paid and renewed is followed by one that extends once',
    async () => {
      for (const server of shop.servers) await shop.end(server, 'stop');
      const slow = await shop.start({ supplier: 'slow' });
      const { card, begun } = await paidAt(slow);
      await until('the order is on its way', async () => {
        const ordered = await database.query(
          'select 1 from leb_renew.fulfilments where renewal_id = $1 and ordered_at is not null',
          [begun.renewalId],
        );
        return ordered.length === 1;
      });
      assert.equal((await at(slow).renewal(begun)).status, 'extending');
      await shop.end(slow, 'kill');
      await endClaims();
      await at(await shop.start()).reaches(begun, 'renewed');
      assert.deepEqual(await books(card), once);
    },
  );

  const [left] = shop.servers;
  const first = at(left ?? (await shop.start()));
  const second = at(await shop.start());
  const either = [first, second];

  await t.test('case 9: two servers that begin one quote at once make one payment', async () => {
    const card = nextCard();
    const customer = customerOf(card);
    const token = await customer.signIn();
    const { quoteId } = await customer.quote(card.cardRef);
    const begun = await Promise.all(
      Array.from({ length: 10 }, (_, each) => either[each % 2]!.begin(token, quoteId)),
    );
    assert.equal(new Set(begun.map(({ renewalId }) => renewalId)).size, 1);
    assert.equal(new Set(begun.map(refOf)).size, 1);
    const made = double.intents.filter(({ metadata }) => metadata['renewal_id'] === begun[0]?.renewalId);
    assert.equal(made.length, 1);
  });

  await t.test(
    'case 11: of two quotes for one card, begun at once at two servers, one is refused and names the other',
    async () => {
      const card = nextCard();
      const customer = customerOf(card);
      const token = await customer.signIn();
      const quotes = await Promise.all([customer.quote(card.cardRef), customer.quote(card.cardRef)]);
      const answers = await Promise.all(
        quotes.map(({ quoteId }, each) => either[each]!.call('begin', { token, body: { quoteId } })),
      );
      const begun = answers.find(({ status }) => status === 200)?.value as Renewal | undefined;
      const refused = answers.find(({ status }) => status === 409)?.problem;
      assert.equal(refused?.code, 'renewal-open');
      assert.equal(refused.renewalId, begun?.renewalId);
    },
  );

  await t.test(
    'case 14: a notice and its twins, many times at once at two servers, extend once',
    async () => {
      const { card, begun, ref } = await begin();
      double.pay(ref);
      const succeeded = toldOf(double, ref).at(-1);
      assert.ok(succeeded);
      await Promise.all(
        Array.from({ length: 20 }, (_, each) =>
          deliver(each % 3 === 0 ? notices.twinOf(succeeded) : succeeded, each % 2),
        ),
      );
      await first.reaches(begun, 'renewed');
      assert.deepEqual(await books(card), once);
    },
  );

  await t.test(
    `case 16: in ${payments * races.length} races of notices and looks at two servers, each ends as Stripe says`,
    async () => {
      const renewals = await beginMany(payments);
      for (const [round, [deed, isSo]] of races.entries()) {
        await Promise.all(
          renewals.map(({ begun, ref }, index) => {
            const chance = byChance(round * payments + index);
            const old = toldOf(double, ref).length;
            deed(double, ref);
            const news = toldOf(double, ref).slice(old);
            const look = () => chance.pick(either).renewal(begun, '?refresh=1');
            const runners = [
              ...news.map((event) => () => deliver(event, chance.pick([0, 1]))),
              ...(chance.next() < 0.5 ? [look] : [look, look]),
            ];
            return Promise.all(chance.shuffled(runners).map((run) => run()));
          }),
        );
        await shop.settled();
        for (const [index, { begun }] of renewals.entries()) {
          const seen = await either[index % 2]!.renewal(begun);
          assert.ok(isSo(seen), `payment ${index} is ${seen.status} after round ${round}`);
        }
      }
      for (const { begun } of renewals) await first.reaches(begun, 'renewed');
      for (const { card } of renewals) assert.deepEqual(await books(card), once);
    },
  );

  /** Paid, and known to be so. */
  async function paidAt(server: Process): Promise<Begun> {
    const paid = await begin();
    double.pay(paid.ref);
    await at(server).renewal(paid.begun, '?refresh=1');
    return paid;
  }

  /** Nobody waits a minute for a claim of the dead. */
  async function endClaims(): Promise<void> {
    await database.query('update leb_renew.fulfilments set claimed_until = clock_timestamp()');
  }

  async function deliver(event: Stripe.Event, to: number): Promise<void> {
    const url = `${shop.servers[to]?.url ?? ''}/notices/stripe`;
    assert.equal(await notices.deliver(event, { url }), 204);
  }
});
