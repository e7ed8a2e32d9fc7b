import type { ExtensionOrder, Supplier } from '@leb-renew/server';
import { extend } from '@leb-renew/core/term';
import { esimAccessPolicy, esimAccessSupplier, type EsimAccessOptions } from '@leb-renew/server/esim-access';
import assert from 'node:assert/strict';
import fc from '../chance.ts';
import { randomUUID } from 'node:crypto';
import { describe, test, type TestContext } from 'node:test';
import { fulfil } from './suppliers/as-the-server.ts';
import { esimAccessFake, type EsimAccessFake, type FakeCard } from './suppliers/esim-access-fake.ts';
import { mishaps } from './suppliers/fake-server.ts';
import { portSuite } from './suppliers/port-suite.ts';
import { sellByDays } from './suppliers/sell-by-days.ts';
import { openShop } from './shop/open-shop.ts';

const dayMs = 24 * 3600_000;
const never = new AbortController().signal;
const days30 = { planId: 'asia-30d', name: '30 days', term: { days: 30 } };
const days7 = { planId: 'asia-7d', name: '7 days', term: { days: 7 } };
const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');

function supplierOf(fake: EsimAccessFake, more: Partial<EsimAccessOptions> = {}): Supplier {
  return esimAccessSupplier({
    accessCode: fake.accessCode,
    baseUrl: fake.url,
    packages: {
      'asia-30d': { packageCode: 'TOPUP_JC016' },
      'asia-7d': { packageCode: 'AS_1_7', price: 5_000 },
    },
    requestsPerSecond: 1e6,
    now: () => fake.now,
    ...more,
  });
}

async function setup(
  t: TestContext,
  more: Partial<EsimAccessOptions> & Parameters<typeof esimAccessFake>[1] = {},
) {
  const fake = await esimAccessFake(t, more);
  const supplier = supplierOf(fake, more);
  /** As it is promised with the policy that goes with the supplier. */
  function orderFor(card: FakeCard, plan = days30): ExtensionOrder {
    const promised = promiseOf(card.expiresAt, fake.now, plan.term.days);
    return { key: randomUUID(), iccid: card.iccid, plan, zone: 'UTC', ...promised };
  }
  async function markFor(order: ExtensionOrder) {
    const seen = await supplier.preview(order, never);
    assert.ok(seen.outcome === 'possible', JSON.stringify(seen));
    return seen.mark;
  }
  return { fake, supplier, orderFor, markFor };
}

function promiseOf(expiresAt: number, now: number, days: number) {
  const promised = extend({
    zone: 'UTC',
    expiresAt: iso(expiresAt),
    anchorDay: 1,
    anchorTime: '00:00:00',
    now: iso(now),
    term: { days },
    policy: esimAccessPolicy,
  });
  assert.ok(!('refused' in promised), JSON.stringify(promised));
  return { from: promised.from, to: promised.to };
}

for (const namesTransactions of [true, false])
  portSuite(`eSIM Access${namesTransactions ? '' : ', where it names no transactions'}`, async (t) => {
    const { fake, supplier, orderFor } = await setup(t, { namesTransactions });
    return {
      supplier,
      order: () => orderFor(fake.addCard()),
      behave(as) {
        fake.balance = as === 'refuses' ? 0 : 1e9;
        fake.behave(as);
      },
      extensions: (iccid) => Promise.resolve(fake.topUps(iccid)),
    };
  });

describe('eSIM Access', () => {
  test('tops up the card itself, under our key, for no other price than agreed', async (t) => {
    const { fake, supplier, orderFor, markFor } = await setup(t);
    const card = fake.addCard();
    const order = orderFor(card, days7);
    const mark = await markFor(order);
    assert.deepEqual(await supplier.apply(order, mark, never), {
      outcome: 'applied',
      from: order.from,
      to: order.to,
      supplierRef: order.key,
    });
    assert.deepEqual(fake.asked.at(-1)?.body, {
      esimTranNo: card.esimTranNo,
      packageCode: 'AS_1_7',
      transactionId: order.key,
      amount: '5000',
    });
    for (const asset of fake.packages) asset.price += 1;
    const next = orderFor(card, days7);
    const refused = await supplier.apply(next, null, never);
    assert.ok(refused.outcome === 'refused' && !refused.isFinal && refused.detail.startsWith('200005'));
    const seen = await supplier.preview(next, never);
    assert.ok(seen.outcome === 'refused' && !seen.isFinal, JSON.stringify(seen));
    assert.equal(fake.topUps(card.iccid), 1);
  });

  const states: readonly [what: string, card: Partial<FakeCard>, said: string][] = [
    ['in use', { status: 'IN_USE' }, 'possible'],
    ['used up', { status: 'USED_UP' }, 'possible'],
    ['new', { status: 'GOT_RESOURCE', smdpStatus: 'RELEASED', activatedAt: null }, 'possible'],
    ['one second before its end', { expiresAt: Date.parse('2026-03-01T00:00:01Z') }, 'possible'],
    ['at its end', { expiresAt: Date.parse('2026-03-01T00:00:00Z') }, 'terminated for good'],
    [
      'ended, as its state does not know yet',
      { expiresAt: Date.parse('2026-03-01T00:00:00Z'), lags: true },
      'terminated for good',
    ],
    ['ended without use', { status: 'UNUSED_EXPIRED' }, 'terminated for good'],
    ['suspended', { status: 'SUSPENDED' }, 'suspended for now'],
    ['revoked', { status: 'REVOKE' }, 'revoked for good'],
    ['revoked, as notices spell it', { status: 'REVOKED' }, 'revoked for good'],
    ['cancelled', { status: 'CANCEL' }, 'revoked for good'],
    ['still being made', { status: 'GETTING_RESOURCE' }, 'other for now'],
    ['in a state of its own', { status: 'RESTING' }, 'unknown'],
    ['topped up nine times', { packages: Array.from({ length: 9 }, () => ({ duration: 1 })) }, 'possible'],
    [
      'topped up ten times',
      { packages: Array.from({ length: 10 }, () => ({ duration: 1 })) },
      'max-stacked for good',
    ],
  ];
  for (const [what, card, said] of states)
    test(`a card that is ${what}: ${said}`, async (t) => {
      const { fake, supplier } = await setup(t);
      const added = fake.addCard(card);
      const promised = { from: '2026-03-02T00:00:00Z', to: '2026-04-01T00:00:00Z' };
      const order = { key: randomUUID(), iccid: added.iccid, plan: days30, zone: 'UTC', ...promised };
      const before = fake.topUps(added.iccid);
      const seen = await supplier.preview(order, never);
      const done = await supplier.apply(order, seen.outcome === 'possible' ? seen.mark : null, never);
      const listed = await supplier.listPlans(added.iccid, [days30], never);
      assert.equal(listed.outcome === 'listed', said === 'possible' && fake.topUps(added.iccid) < 10);
      for (const each of [seen, done])
        assert.equal(
          each.outcome === 'refused'
            ? `${each.reason} ${each.isFinal ? 'for good' : 'for now'}`
            : each.outcome,
          said === 'possible' && each === done ? 'applied' : said,
        );
      assert.equal(fake.topUps(added.iccid) - before, said === 'possible' ? 1 : 0);
    });

  const codes: readonly [said: string, ...codes: string[]][] = [
    ['refused for now', '000101', '000102', '000103', '000104', '000105', '000106', '000107'],
    [
      'refused for now',
      '101001',
      '101002',
      '101003',
      '200005',
      '200006',
      '200007',
      '200008',
      '200010',
      '200011',
    ],
    ['refused for now', '900001'],
    ['refused for good', '200002', '310241', '310243', '310403'],
    ['unknown', '000001', '200009', '310402', '999999', '', 'toString', 'ICCID 89852245280001000001'],
  ];
  for (const [said, ...each] of codes)
    test(`${said}: ${each.join(' ')}`, async (t) => {
      const { fake, supplier, orderFor, markFor } = await setup(t);
      const order = orderFor(fake.addCard());
      const mark = await markFor(order);
      for (const code of each) {
        fake.refusesWith = code;
        const done = await supplier.apply(order, mark, never);
        const words =
          done.outcome === 'refused' ? `refused for ${done.isFinal ? 'good' : 'now'}` : done.outcome;
        assert.equal(words, said, code);
        assert.ok('detail' in done && !done.detail.includes(order.iccid));
      }
    });

  const wrong: readonly [name: string, more: Partial<EsimAccessOptions>][] = [
    ['accessCode', { accessCode: '' }],
    ['secretKey', { secretKey: '' }],
    ['packages', { packages: { a: { packageCode: '' } } }],
    ['packages', { packages: { a: { packageCode: 'b', price: 1.5 } } }],
    ['baseUrl', { baseUrl: 'https://api.esimaccess.com/?key=1' }],
    ['requestsPerSecond', { requestsPerSecond: 0 }],
    ['deadlineMs', { deadlineMs: 0 }],
  ];
  for (const [name, more] of wrong)
    test(`a wrong ${name} is named at once: ${JSON.stringify(more)}`, () => {
      const settings = { accessCode: 'secret', packages: {}, ...more };
      assert.throws(
        () => esimAccessSupplier(settings),
        new RegExp(`^TypeError: esimAccessSupplier: ${name} must`),
      );
    });

  test('a busy supplier is not asked again at once', async (t) => {
    const { fake, supplier, orderFor, markFor } = await setup(t);
    const order = orderFor(fake.addCard());
    const mark = await markFor(order);
    fake.refusesWith = '900001';
    const busy = await supplier.apply(order, mark, never);
    assert.ok(busy.outcome === 'refused' && (busy.retryAfterSeconds ?? 0) > 0);
    fake.refusesWith = null;
    fake.ahead.push('too-many');
    const tooMany = await supplier.apply(order, mark, never);
    assert.ok(tooMany.outcome === 'refused' && !tooMany.isFinal && tooMany.retryAfterSeconds === 1);
  });

  test('what is set wrongly is refused until it is set right', async (t) => {
    const { fake, supplier, orderFor } = await setup(t);
    const order = { ...orderFor(fake.addCard()), plan: { ...days30, planId: 'toString' } };
    const wrongKey = supplierOf(fake, { accessCode: 'another' });
    for (const done of [
      await supplier.preview(order, never),
      await supplier.apply(order, null, never),
      await wrongKey.preview(orderFor(fake.addCard()), never),
    ])
      assert.ok(done.outcome === 'refused' && !done.isFinal, JSON.stringify(done));
    assert.deepEqual(await supplier.listPlans(order.iccid, [order.plan, days7, days30], never), {
      outcome: 'listed',
      planIds: ['asia-7d', 'asia-30d'],
    });
  });

  test('no credit, and a package that is gone, are seen before anybody pays', async (t) => {
    const { fake, supplier, orderFor } = await setup(t);
    const order = orderFor(fake.addCard());
    fake.balance = 14_999;
    const poor = await supplier.preview(order, never);
    assert.ok(poor.outcome === 'refused' && !poor.isFinal, JSON.stringify(poor));
    fake.balance = 15_000;
    assert.equal((await supplier.preview(order, never)).outcome, 'possible');
    fake.packages.shift();
    const gone = await supplier.preview(order, never);
    assert.ok(gone.outcome === 'refused' && gone.isFinal, JSON.stringify(gone));
  });

  test('a card that was never used gets what was promised, and shows no date', async (t) => {
    const { fake, supplier, markFor } = await setup(t);
    const card = fake.addCard({ status: 'GOT_RESOURCE', smdpStatus: 'RELEASED', activatedAt: null });
    const promised = { from: '2026-03-01T00:00:00Z', to: '2026-03-31T00:00:00Z' };
    const order = { key: randomUUID(), iccid: card.iccid, plan: days30, zone: 'UTC', ...promised };
    const mark = await markFor(order);
    const done = await supplier.apply(order, mark, never);
    assert.deepEqual(done, { outcome: 'applied', ...promised, supplierRef: order.key });
    assert.deepEqual(await supplier.find(order, mark, never), done);
    const read = await supplier.readCard(card.iccid, never);
    assert.ok(read.outcome === 'read' && read.expiresAt === null && read.profile === 'released');
  });

  test('a card is read with the age of its news', async (t) => {
    const { fake, supplier } = await setup(t);
    const { iccid, expiresAt } = fake.addCard();
    assert.deepEqual(await supplier.readCard(iccid, never), {
      outcome: 'read',
      expiresAt: iso(expiresAt),
      profile: 'enabled',
      data: { remainingBytes: 3 * 1024 ** 3, totalBytes: 5 * 1024 ** 3, asOf: '2026-02-28T22:00:00Z' },
      suspended: false,
      revoked: false,
      asOf: '2026-03-01T00:00:00Z',
    });
    const daily = await supplier.readCard(fake.addCard({ dataType: 2 }).iccid, never);
    assert.ok(daily.outcome === 'read' && daily.data === null, 'a daily allowance is no rest');
    const flags = await supplier.readCard(
      fake.addCard({ status: 'SUSPENDED', smdpStatus: 'NEW' }).iccid,
      never,
    );
    assert.ok(flags.outcome === 'read' && flags.suspended === true && flags.profile === 'unknown');
    const none = await supplier.readCard('89852245280009999999', never);
    assert.ok(none.outcome === 'refused' && none.isFinal);
  });

  test('a number that was used before is the card that has it now, and two at once are a doubt', async (t) => {
    const { fake, supplier, orderFor, markFor } = await setup(t);
    const { iccid } = fake.addCard({ status: 'CANCEL' });
    const card = fake.addCard({ iccid });
    const order = orderFor(card);
    const done = await supplier.apply(order, await markFor(order), never);
    assert.ok(done.outcome === 'applied' && card.packages.length === 2);
    fake.addCard({ iccid });
    assert.equal((await supplier.readCard(iccid, never)).outcome, 'unknown');
  });

  test('the server hears in time that there is no answer', async (t) => {
    const { fake, supplier } = await setup(t, { deadlineMs: 50 });
    fake.behave('silent');
    assert.equal((await supplier.readCard(fake.addCard().iccid, never)).outcome, 'unknown');
  });

  test('an answer that is not documented is no answer', async (t) => {
    const { fake } = await setup(t);
    const { iccid } = fake.addCard();
    const elsewhere = supplierOf(fake, { baseUrl: `${fake.url}/nowhere` });
    assert.deepEqual(await elsewhere.readCard(iccid, never), { outcome: 'unknown', detail: 'HTTP 404' });
    const strange = fake.addCard({ volume: -1 });
    const read = await supplierOf(fake).readCard(strange.iccid, never);
    assert.ok(read.outcome === 'unknown' && read.detail.includes('totalVolume'), JSON.stringify(read));
  });

  test('without names of transactions, an order is found by the days that were added', async (t) => {
    const { fake, supplier, orderFor, markFor } = await setup(t, { namesTransactions: false });
    const card = fake.addCard();
    const order = orderFor(card);
    assert.equal(
      (await supplier.find(order, null, never)).outcome,
      'unknown',
      'nothing is known of it before',
    );
    assert.equal((await supplier.find(order, 'no mark', never)).outcome, 'unknown');
    const mark = await markFor(order);
    assert.equal((await supplier.find(order, mark, never)).outcome, 'absent');
    fake.ahead.push('lost-answer');
    assert.equal((await supplier.apply(order, mark, never)).outcome, 'unknown');
    assert.equal((await supplier.apply(order, mark, never)).outcome, 'applied');
    assert.equal(fake.topUps(card.iccid), 1);
    assert.equal(
      fake.asked.filter(({ path }) => path.endsWith('/topup')).length,
      1,
      'it is not even asked for again',
    );
  });

  test('with them, a top-up by the seller’s own hand is not taken for the order', async (t) => {
    const { fake, supplier, orderFor, markFor } = await setup(t);
    const card = fake.addCard();
    const order = orderFor(card);
    const mark = await markFor(order);
    fake.byHand(card.iccid);
    assert.deepEqual(await supplier.find(order, mark, never), { outcome: 'absent' });
    assert.equal((await supplier.apply(order, mark, never)).outcome, 'applied');
    assert.equal(fake.topUps(card.iccid), 2);
  });

  test('requests are signed with the secret key', async (t) => {
    const { fake, supplier } = await setup(t, { requiresSignature: true, secretKey: 'the-secret-key' });
    const { iccid } = fake.addCard();
    assert.equal((await supplier.readCard(iccid, never)).outcome, 'read');
    for (const secretKey of [undefined, 'another']) {
      const other = supplierOf(fake, secretKey === undefined ? {} : { secretKey });
      assert.equal((await other.readCard(iccid, never)).outcome, 'refused');
    }
  });

  test('no more requests than the supplier allows, however many are wanted at once', async (t) => {
    const { fake, supplier } = await setup(t, { perSecond: 8, requestsPerSecond: 6 });
    const cards = Array.from({ length: 7 }, () => fake.addCard());
    const reads = await Promise.all(cards.map(({ iccid }) => supplier.readCard(iccid, never)));
    assert.ok(reads.every((read) => read.outcome === 'read' && read.data !== null));
    const stop = new AbortController();
    const waiting = cards.map(({ iccid }) => supplier.readCard(iccid, stop.signal));
    const before = fake.asked.length;
    stop.abort();
    assert.ok((await Promise.all(waiting)).every(({ outcome }) => outcome === 'unknown'));
    assert.ok(fake.asked.length - before <= 1, 'who waits for a turn asks nothing any more');
  });

  const notice = (more: object) => JSON.stringify({ notifyType: 'ESIM_STATUS', content: {}, ...more });
  const notices: readonly [what: string, body: string, said: unknown][] = [
    [
      'a change of state',
      notice({
        notifyId: '83eb2b24',
        eventGenerateTime: '2026-04-22T17:27:44Z',
        content: { iccid: '8910300000059824319', esimStatus: 'IN_USE' },
      }),
      [{ id: '83eb2b24', kind: 'ESIM_STATUS', iccid: '8910300000059824319' }],
    ],
    [
      'an order',
      notice({ notifyType: 'ORDER_STATUS', content: { orderNo: 'B26042217160011' } }),
      [{ id: null, kind: 'ORDER_STATUS', iccid: null }],
    ],
    [
      'a check of the address',
      notice({ notifyType: 'CHECK_HEALTH' }),
      [{ id: null, kind: 'CHECK_HEALTH', iccid: null }],
    ],
    ['no type', notice({ notifyType: 7 }), 'bad-notice'],
    ['no content', notice({ content: null }), 'bad-notice'],
    ['a number that is none', notice({ content: { iccid: "' or 1=1" } }), 'bad-notice'],
    ['no JSON', '{"notifyType":', 'bad-notice'],
  ];
  for (const [what, body, said] of notices)
    test(`a notice: ${what}`, async (t) => {
      const { supplier } = await setup(t);
      const answer = await supplier.parseNotice(new TextEncoder().encode(body), new Headers());
      assert.deepEqual(answer.ok ? answer.value : answer.problem.code, said);
    });

  test('notices are let in by the seller’s own rule', async (t) => {
    const { supplier } = await setup(t, {
      admitsNotice: (headers) => headers.get('x-sender') === '3.1.131.226',
    });
    const body = new TextEncoder().encode(notice({}));
    const stranger = await supplier.parseNotice(body, new Headers({ 'x-sender': '203.0.113.9' }));
    assert.ok(!stranger.ok && stranger.problem.code === 'bad-notice');
    assert.ok((await supplier.parseNotice(body, new Headers({ 'x-sender': '3.1.131.226' }))).ok);
  });

  test('what the policy promises is what the supplier gives, to the second', async (t) => {
    const { fake, supplier } = await setup(t);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3_700, max: 400 * 86_400 }),
        fc.constantFrom(days30, days7),
        async (secondsLeft, plan) => {
          const card = fake.addCard({ expiresAt: fake.now + secondsLeft * 1000 });
          const promised = promiseOf(card.expiresAt, fake.now, plan.term.days);
          const order = { key: randomUUID(), iccid: card.iccid, plan, zone: 'UTC', ...promised };
          const done = await supplier.apply(order, null, never);
          assert.deepEqual(done, { outcome: 'applied', ...promised, supplierRef: order.key });
        },
      ),
      { numRuns: 25 },
    );
  });

  test('the policy sells nothing for a card that has ended, or is about to', () => {
    const card = { zone: 'UTC', expiresAt: '2026-03-01T12:00:00Z', anchorDay: 1, term: { days: 30 } };
    const refusedAt = (now: string) => {
      const said = extend({ ...card, now, policy: esimAccessPolicy });
      return 'refused' in said ? said.refused : null;
    };
    assert.equal(refusedAt('2026-03-01T10:59:59Z'), null);
    assert.equal(refusedAt('2026-03-01T11:00:00Z'), 'closed-until');
    assert.equal(refusedAt('2026-03-01T12:00:00Z'), 'terminated');
  });

  for (const namesTransactions of [true, false])
    test(`whatever is lost on the way, ${namesTransactions ? 'named' : 'unnamed'} orders extend once each`, async (t) => {
      const { fake, supplier, orderFor } = await setup(t, { namesTransactions });
      const mishap = fc.constantFrom(...mishaps, 'late-order' as const);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(mishap, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
          async (orders) => {
            const card = fake.addCard();
            for (const [index, ahead] of orders.entries()) {
              const order = orderFor(card);
              fake.ahead.splice(0, Infinity, ...ahead);
              const done = await fulfil(supplier, order, () => undefined, fake);
              fake.arrive();
              assert.equal(done.to, order.to);
              assert.equal(fake.topUps(card.iccid), index + 1);
            }
          },
        ),
        { numRuns: 25 },
      );
    });

  test('a card is quoted, paid and renewed with the supplier’s dates', async (t) => {
    const { fake, supplier } = await setup(t);
    fake.now = Math.floor(Date.now() / 1000) * 1000;
    const { iccid, expiresAt } = fake.addCard();
    const shop = await openShop(t, { options: { supplier } });
    const signedIn = await sellByDays(shop, {
      ...{ planId: 'asia-30d', policy: esimAccessPolicy, iccid },
      ...{ startsAt: iso(fake.now - 5 * dayMs), expiresAt: iso(expiresAt) },
    });
    const quote = await shop.quote(signedIn, { label: 'Mine', planId: 'asia-30d' });
    const begun = await shop.begin(signedIn, quote.quoteId);
    await shop.pay(begun, 'approve');
    const renewed = await shop.reaches(begun, 'renewed');
    const to = iso(expiresAt + 30 * dayMs);
    assert.deepEqual(renewed.period, { from: iso(expiresAt), to });
    assert.equal(quote.effect.to, to);
    assert.equal((await shop.cardCalled(signedIn, 'Mine')).entitlement.expiresAt, to);
    assert.equal(fake.topUps(iccid), 1);
  });
});
