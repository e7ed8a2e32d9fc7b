import { extend } from '@leb-renew/core/term';
import type { ExtensionOrder, Supplier } from '@leb-renew/server';
import { airaloPolicy, airaloSupplier, type AiraloSupplierOptions } from '@leb-renew/server/airalo';
import fc from '../chance.ts';
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { describe, test, type TestContext } from 'node:test';
import { openShop } from './shop/open-shop.ts';
import {
  airaloFake,
  clientId,
  clientSecret,
  type AiraloFake,
  type Answer,
  type FakeRules,
  type Mishap,
} from './suppliers/airalo-fake.ts';
import { portSuite } from './suppliers/port-suite.ts';
import { sellByDays } from './suppliers/sell-by-days.ts';

const never = new AbortController().signal;
const minute = 60_000;
const day = 86_400_000;
const order = 'POST /v2/orders/topups';
const list = 'GET /v2/orders';
const history = 'GET /v2/sims/:iccid/packages';
const usage = 'GET /v2/sims/:iccid/usage';
const monthly = { planId: 'bonbon-30', name: '30 days', term: { days: 30 } };
const weekly = { planId: 'bonbon-7', name: '7 days', term: { days: 7 } };
const packages = {
  'bonbon-30': 'bonbon-30days-3gb-topup',
  'bonbon-7': 'bonbon-7days-1gb-topup',
  gone: 'not-sold-any-more',
};

interface Stand {
  readonly airalo: AiraloFake;
  readonly supplier: Supplier;
  /** One more process of the shop. */
  another(): Supplier;
  /** A card whose service has ended, and an order for it as the shop promises it. */
  asked(): ExtensionOrder;
}

async function setup(
  t: TestContext,
  { rules = {}, options = {} }: { rules?: FakeRules; options?: Partial<AiraloSupplierOptions> } = {},
): Promise<Stand> {
  const airalo = await airaloFake(t, rules);
  const another = () =>
    airaloSupplier({ clientId, clientSecret, packages, baseUrl: airalo.url, now: airalo.now, ...options });
  let cards = 0;
  return {
    airalo,
    supplier: another(),
    another,
    asked() {
      const iccid = `89340000000000${String(cards++).padStart(5, '0')}`;
      airalo.addCard(iccid, airalo.now() - 8 * day);
      return {
        key: `renewal:${randomUUID()}`,
        iccid,
        plan: monthly,
        zone: 'UTC',
        ...promiseAt(airalo.now()),
      };
    },
  };
}

const promiseAt = (now: number) => ({
  from: new Date(now).toISOString(),
  to: new Date(now + 30 * day).toISOString(),
});

async function marked(supplier: Supplier, asked: ExtensionOrder) {
  const seen = await supplier.preview(asked, never);
  assert.ok(seen.outcome === 'possible', JSON.stringify(seen));
  return seen.mark;
}

portSuite('Airalo', async (t) => {
  const { airalo, supplier, asked } = await setup(t);
  return {
    supplier,
    order: asked,
    behave(as) {
      // What was sent has settled when the next question is asked.
      airalo.advance(31 * minute);
      const orders = (what: string, mishap: Mishap) => (what === order ? mishap : null);
      airalo.always((what) => {
        switch (as) {
          case 'well':
            return null;
          case 'refuses':
            return orders(what, { status: 422, body: { code: 11, reason: 'Insufficient Airalo Credit: 0' } });
          case 'loses-orders':
            return orders(what, 'lost');
          case 'loses-answers':
            return orders(what, 'unheard');
          case 'silent':
            return 'silent';
          case 'away':
            return 'lost';
        }
      });
    },
    extensions: (iccid) => Promise.resolve(airalo.extensions(iccid)),
  };
});

describe('An answer to an order', () => {
  const coded = (code: number, status = 422): Answer => ({
    status,
    body: { code, reason: 'The eSIM with iccid 8934000000000000000 and more.' },
  });
  const invalid = (data: object): Answer => ({
    status: 422,
    body: { data, meta: { message: 'the parameter is invalid' } },
  });
  const refusals: readonly (readonly [what: string, Answer, isFinal: boolean, detail: string])[] = [
    ['11, no credit', coded(11), false, '11 insufficient credit'],
    ['13, maintenance', coded(13), false, '13 the operator is under maintenance'],
    ['14, checksum', coded(14), true, '14 invalid checksum'],
    ['23, disabled', coded(23), true, '23 the operator has disabled this top-up'],
    ['33, stock', coded(33), false, '33 not enough stock'],
    ['34, package', coded(34), false, '34 package invalid or out of stock'],
    ['43, bad request', coded(43), true, '43 bad request'],
    ['89, another address', coded(89, 403), false, '89 this address is not on the IP allowlist'],
    [
      'a limit of purchases',
      invalid({ package_id: 'validation.order_exceed_limit' }),
      false,
      '422 purchase limit exceeded',
    ],
    ['no such package', invalid({ package_id: 'invalid topup package' }), true, '422 invalid: package_id'],
    ['no number', invalid({ iccid: 'The iccid field is required.' }), true, '422 invalid: iccid'],
    [
      'too many requests',
      { status: 429, body: { message: 'Too Many Attempts.' } },
      false,
      '429 too many attempts',
    ],
  ];
  for (const [what, answer, isFinal, detail] of refusals)
    test(`that says ${what} is a refusal${isFinal ? ' for good' : ' for now'}`, async (t) => {
      const { airalo, supplier, asked } = await setup(t);
      const wish = asked();
      const mark = await marked(supplier, wish);
      airalo.next(order, answer);
      assert.deepEqual(await supplier.apply(wish, mark, never), {
        outcome: 'refused',
        reason: 'other',
        isFinal,
        detail,
      });
    });

  test('that says the card was recycled ends it', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const wish = asked();
    const mark = await marked(supplier, wish);
    airalo.recycle(wish.iccid);
    const refused = {
      outcome: 'refused',
      reason: 'terminated',
      isFinal: true,
      detail: '73 the eSIM has been recycled',
    } as const;
    assert.deepEqual(await supplier.apply(wish, mark, never), refused);
    assert.deepEqual(await supplier.preview(wish, never), refused);
    assert.deepEqual(await supplier.listPlans(wish.iccid, [monthly], never), refused);
  });

  test('that names a time to wait hands it on', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const wish = asked();
    const mark = await marked(supplier, wish);
    airalo.next(order, { status: 429, body: {}, headers: { 'retry-after': '42' } });
    const answer = await supplier.apply(wish, mark, never);
    assert.ok(answer.outcome === 'refused' && answer.retryAfterSeconds === 42);
  });

  const strange: readonly (readonly [what: string, Mishap])[] = [
    ['code 53', coded(53)],
    ['a code that no page has', coded(99)],
    ['a code with a status that no page gives it', coded(11, 403)],
    ['a status that no page has', { status: 418, body: {} }],
    ['404', { status: 404, body: { data: [], meta: { message: 'messages.resource_not_found' } } }],
    ['503', { status: 503, body: 'down' }],
    ['a redirection', { status: 307, body: {}, headers: { location: 'https://elsewhere.example' } }],
    ['500 after it was done', 'failed'],
    ['half of what it says', 'cut'],
    ['a page for people', 'garbage'],
    ['another shape', { status: 200, body: { data: { code: 'x' } } }],
    ['another package', { status: 200, body: { data: { code: 'x', package_id: 'other', validity: 30 } } }],
    ['nothing, because it was lost', 'unheard'],
  ];
  for (const [what, mishap] of strange)
    test(`that is ${what} leaves it unknown, with no number in the words`, async (t) => {
      const { airalo, supplier, asked } = await setup(t);
      const wish = asked();
      const mark = await marked(supplier, wish);
      airalo.next(order, mishap);
      const answer = await supplier.apply(wish, mark, never);
      assert.ok(answer.outcome === 'unknown', JSON.stringify(answer));
      assert.doesNotMatch(answer.detail, /\d{5}/);
    });

  test('that comes after the deadline is found in the list', async (t) => {
    const { airalo, supplier, asked } = await setup(t, { options: { deadlineMs: 200 } });
    const wish = asked();
    const mark = await marked(supplier, wish);
    airalo.next(order, 'late');
    const late = await supplier.apply(wish, mark, never);
    assert.ok(late.outcome === 'unknown' && late.retryAfterSeconds === 1800);
    airalo.answerLate();
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'applied');
  });
});

describe('An order that was not answered', () => {
  test('is not called absent before it must have been listed', async (t) => {
    const { airalo, supplier, asked } = await setup(t, { rules: { listsAfterMs: 20 * minute } });
    const wish = asked();
    const mark = await marked(supplier, wish);
    airalo.next(order, 'unheard');
    await supplier.apply(wish, mark, never);
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'unknown');
    assert.equal((await supplier.apply(wish, mark, never)).outcome, 'unknown');
    airalo.advance(19 * minute);
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'unknown');
    airalo.advance(2 * minute);
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'applied');
    assert.equal(airalo.extensions(wish.iccid), 1);
  });

  test('is absent for the first try and waited for again after the second', async (t) => {
    const { airalo, supplier, asked } = await setup(t, { rules: { listsAfterMs: 20 * minute } });
    const wish = asked();
    const mark = await marked(supplier, wish);
    airalo.next(order, 'lost', 'unheard');
    await supplier.apply(wish, mark, never);
    airalo.advance(31 * minute);
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'absent');
    await supplier.apply(wish, mark, never);
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'unknown');
    airalo.advance(31 * minute);
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'applied');
    assert.equal(airalo.extensions(wish.iccid), 1);
  });

  test('is never absent while the card has a package that nobody explains', async (t) => {
    const { airalo, supplier, asked } = await setup(t, { rules: { keepsDescriptions: false } });
    const wish = asked();
    const mark = await marked(supplier, wish);
    airalo.next(order, 'unheard');
    await supplier.apply(wish, mark, never);
    airalo.advance(31 * minute);
    assert.deepEqual(await supplier.find(wish, mark, never), {
      outcome: 'unknown',
      detail: 'the card has a new package that no listed order explains',
    });
  });

  test('is not taken for another package, or for one that was there before', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const wish = asked();
    airalo.buyByHand(wish.iccid, packages['bonbon-30']);
    const mark = await marked(supplier, wish);
    airalo.buyByHand(wish.iccid, 'bonbon-7days-1gb-topup');
    airalo.next(order, 'lost');
    await supplier.apply(wish, mark, never);
    airalo.advance(31 * minute);
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'absent');
  });

  test('is not found under a key that is part of another', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const wish = { ...asked(), key: 'renewal:r_1' };
    const mark = await marked(supplier, wish);
    const longer = { ...wish, key: 'renewal:r_12' };
    assert.equal((await supplier.apply(longer, mark, never)).outcome, 'applied');
    const found = await supplier.find(wish, mark, never);
    assert.equal(found.outcome, 'unknown');
    airalo.advance(31 * minute);
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'unknown');
  });

  for (const status of ['failed', 'refunded'] as const)
    test(`is a person's matter when the list says ${status}`, async (t) => {
      const { airalo, supplier, asked } = await setup(t);
      const wish = asked();
      const mark = await marked(supplier, wish);
      await supplier.apply(wish, mark, never);
      airalo.mark(status);
      airalo.advance(31 * minute);
      assert.equal((await supplier.find(wish, mark, never)).outcome, 'unknown');
    });

  for (const [what, endpoint] of [
    ['the list of orders', list],
    ['the packages of the card', history],
  ] as const)
    test(`stays unknown while ${what} cannot be seen`, async (t) => {
      const { airalo, supplier, asked } = await setup(t);
      const wish = asked();
      const mark = await marked(supplier, wish);
      airalo.advance(31 * minute);
      for (const mishap of ['lost', 'garbage', { status: 429, body: {} }, { status: 500 }] as const) {
        airalo.next(endpoint, mishap);
        assert.equal((await supplier.find(wish, mark, never)).outcome, 'unknown');
      }
      assert.equal((await supplier.find(wish, mark, never)).outcome, 'absent');
    });

  test('is neither sent nor looked for without a mark', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    for (const mark of [null, '', 'null', '{"at":"now"}']) {
      assert.equal((await supplier.apply(asked(), mark, never)).outcome, 'unknown');
      assert.equal((await supplier.find(asked(), mark, never)).outcome, 'unknown');
    }
    assert.equal(airalo.orders().length, 0);
  });

  const mishaps = fc.constantFrom<Mishap>(
    'none',
    'lost',
    'unheard',
    'cut',
    'garbage',
    'failed',
    { status: 422, body: { code: 13, reason: 'Later.' } },
    { status: 422, body: { code: 53, reason: 'Something.' } },
    { status: 429, body: {}, headers: { 'retry-after': '1' } },
    { status: 503, body: {} },
  );
  const walks = fc.record({
    orders: fc.array(mishaps, { maxLength: 6 }),
    lists: fc.array(mishaps, { maxLength: 4 }),
  });

  /** Processes take turns at every question, and nobody asks before the supplier wants to be asked. */
  async function walk(
    { airalo, asked }: Stand,
    processes: readonly Supplier[],
    { orders, lists }: { orders: readonly Mishap[]; lists: readonly Mishap[] },
  ) {
    let turn = 0;
    const next = () => processes[turn++ % processes.length]!;
    const wish = asked();
    const mark = await marked(next(), wish);
    airalo.next(order, ...orders);
    airalo.next(list, ...lists);
    let isDone = false;
    for (let tries = 0; !isDone; tries++) {
      assert.ok(tries < 40, 'it comes to an end');
      const found = tries === 0 ? null : await next().find(wish, mark, never);
      const said =
        found === null || found.outcome === 'absent' ? await next().apply(wish, mark, never) : found;
      isDone = said.outcome === 'applied';
      airalo.advance(('retryAfterSeconds' in said ? (said.retryAfterSeconds ?? 1) : 1) * 1000);
    }
    airalo.forget();
    assert.equal(airalo.extensions(wish.iccid), 1);
  }

  for (const [what, processes] of [
    ['one process', 1],
    ['three processes in turn', 3],
  ] as const)
    test(`leads to one extension by ${what}, whatever is lost, refused and asked again`, async (t) => {
      const stand = await setup(t, { rules: { listsAfterMs: 10 * minute } });
      const all = Array.from({ length: processes }, () => stand.another());
      await fc.assert(
        fc.asyncProperty(walks, (each) => walk(stand, all, each)),
        { numRuns: 60 },
      );
    });

  test('is waited for by a process that was not there when it went out', async (t) => {
    const { airalo, supplier, asked, another } = await setup(t);
    const wish = asked();
    const mark = await marked(supplier, wish);
    airalo.next(order, 'lost');
    const lost = await supplier.apply(wish, mark, never);
    assert.ok(lost.outcome === 'unknown' && lost.retryAfterSeconds === 1800);
    airalo.advance(31 * minute);
    const late = another();
    assert.deepEqual(await late.find(wish, mark, never), {
      outcome: 'unknown',
      detail: 'not listed, and may still turn up',
      retryAfterSeconds: 1800,
    });
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'absent');
    airalo.advance(31 * minute);
    assert.equal((await late.find(wish, mark, never)).outcome, 'absent');
  });

  test('is waited for by a process that has long been there and did not send it', async (t) => {
    const { airalo, supplier, asked, another } = await setup(t, { rules: { listsAfterMs: 20 * minute } });
    const wish = asked();
    const other = another();
    const mark = await marked(supplier, wish);
    airalo.next(order, 'lost', 'unheard');
    await supplier.apply(wish, mark, never);
    airalo.advance(31 * minute);
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'absent');
    const lastSentAt = new Date(airalo.now()).toISOString();
    await supplier.apply(wish, mark, never);
    assert.equal((await other.find({ ...wish, lastSentAt }, mark, never)).outcome, 'unknown');
    airalo.advance(31 * minute);
    assert.equal((await other.find({ ...wish, lastSentAt }, mark, never)).outcome, 'applied');
    assert.equal(airalo.extensions(wish.iccid), 1);
  });

  test('is not made twice by a process that does not ask first', async (t) => {
    const { airalo, supplier, asked, another } = await setup(t);
    const wish = asked();
    const mark = await marked(supplier, wish);
    airalo.next(order, 'unheard');
    await supplier.apply(wish, mark, never);
    assert.equal((await another().apply(wish, mark, never)).outcome, 'applied');
    assert.equal(airalo.extensions(wish.iccid), 1);
  });

  test('can be sent again at once when this process heard that it was refused', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const wish = asked();
    const mark = await marked(supplier, wish);
    airalo.next(order, { status: 422, body: { code: 13, reason: 'Later.' } });
    assert.equal((await supplier.apply(wish, mark, never)).outcome, 'refused');
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'absent');
    assert.equal((await supplier.apply(wish, mark, never)).outcome, 'applied');
  });
});

describe('What is promised', () => {
  test('is what is put into force, for every moment and package', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(weekly, monthly),
        async (days, plan) => {
          airalo.advance(days * day);
          const now = new Date(airalo.now()).toISOString();
          const promise = extend({
            zone: 'UTC',
            expiresAt: new Date(airalo.now() - day).toISOString(),
            anchorDay: 1,
            now,
            term: plan.term,
            policy: airaloPolicy,
          });
          assert.ok('from' in promise);
          const wish = { ...asked(), plan, from: promise.from, to: promise.to };
          const done = await supplier.apply(wish, await marked(supplier, wish), never);
          assert.ok(done.outcome === 'applied');
          assert.deepEqual([done.from, done.to], [promise.from, promise.to]);
          // Whenever it is first used: never less.
          airalo.use(wish.iccid);
          airalo.advance(21 * minute);
          const read = await supplier.readCard(wish.iccid, never);
          assert.ok(read.outcome === 'read' && read.expiresAt !== null);
          assert.ok(Date.parse(read.expiresAt) >= Math.floor(Date.parse(promise.to) / 1000) * 1000);
        },
      ),
      { numRuns: 15 },
    );
  });

  test('is not said to be in force when fewer days were bought', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const wish = asked();
    const mark = await marked(supplier, wish);
    const longer = { ...wish, to: new Date(airalo.now() + 31 * day).toISOString() };
    const done = await supplier.apply(longer, mark, never);
    assert.ok(done.outcome === 'applied');
    assert.ok(Date.parse(done.to) < Date.parse(longer.to));
    assert.deepEqual(await supplier.find(longer, mark, never), done);
  });

  test('is listed only for packages that are sold for the card and last long enough', async (t) => {
    const { supplier, asked } = await setup(t);
    const plans = [
      monthly,
      weekly,
      { ...weekly, term: { days: 8 } },
      { ...monthly, term: { months: 1 } },
      { ...monthly, planId: 'gone' },
      { ...monthly, planId: 'toString' },
    ];
    const { iccid } = asked();
    assert.deepEqual(await supplier.listPlans(iccid, plans, never), {
      outcome: 'listed',
      planIds: [monthly.planId, weekly.planId],
    });
    for (const plan of plans.slice(2)) {
      const refused = await supplier.preview({ ...asked(), plan }, never);
      assert.ok(refused.outcome === 'refused' && !refused.isFinal);
    }
    const mark = await marked(supplier, asked());
    const unnamed = await supplier.apply(
      { ...asked(), plan: { ...monthly, planId: 'nobody-knows' } },
      mark,
      never,
    );
    assert.equal(unnamed.outcome, 'refused');
  });
});

describe('A card', () => {
  test('is read with its end, its data and the age of the news', async (t) => {
    const { airalo, supplier } = await setup(t);
    const startedAt = Math.floor(airalo.now() / 1000) * 1000 - day;
    airalo.addCard('8934000000000000777', startedAt);
    const read = await supplier.readCard('8934000000000000777', never);
    assert.ok(read.outcome === 'read');
    const { asOf, ...rest } = read;
    assert.deepEqual(rest, {
      outcome: 'read',
      expiresAt: new Date(startedAt + 7 * day).toISOString().replace('.000Z', 'Z'),
      profile: 'unknown',
      data: { remainingBytes: 512 * 2 ** 20, totalBytes: 2 ** 30, asOf },
      suspended: null,
      revoked: false,
    });
    const age = airalo.now() - Date.parse(asOf);
    assert.ok(age >= 20 * minute && age < 21 * minute);
  });

  test('with unlimited data has no amounts, whatever numbers come along', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const data = { status: 'ACTIVE', remaining: 767, total: 2048, is_unlimited: true };
    airalo.next(usage, { status: 200, body: { data } });
    const read = await supplier.readCard(asked().iccid, never);
    assert.ok(read.outcome === 'read' && read.data === null);
  });

  test('has no known end before its first use, and while a package waits', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    airalo.addCard('8934000000000000777');
    const unused = await supplier.readCard('8934000000000000777', never);
    assert.ok(unused.outcome === 'read' && unused.expiresAt === null);
    const wish = asked();
    await supplier.apply(wish, await marked(supplier, wish), never);
    const waiting = await supplier.readCard(wish.iccid, never);
    assert.ok(waiting.outcome === 'read' && waiting.expiresAt === null);
  });

  test('that was recycled is gone for good', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const { iccid } = asked();
    airalo.recycle(iccid);
    const read = await supplier.readCard(iccid, never);
    assert.ok(
      read.outcome === 'read' && read.revoked === true && read.expiresAt === null && read.data === null,
    );
  });

  test('that Airalo does not know is refused for good', async (t) => {
    const { supplier } = await setup(t);
    const refused = { outcome: 'refused', reason: 'other', isFinal: true, detail: '404 no such eSIM' };
    assert.deepEqual(await supplier.readCard('8934000000000009999', never), refused);
    assert.deepEqual(await supplier.listPlans('8934000000000009999', [monthly], never), refused);
  });

  for (const [what, data] of [
    ['a status that no page has', { status: 'PAUSED' }],
    ['less than nothing', { remaining: -1 }],
    ['words for numbers', { total: '2048' }],
  ] as const)
    test(`of which the answer has ${what} is unknown`, async (t) => {
      const { airalo, supplier, asked } = await setup(t);
      const right = { status: 'ACTIVE', remaining: 1, total: 2, is_unlimited: false };
      airalo.next(usage, { status: 200, body: { data: { ...right, ...data } } });
      assert.equal((await supplier.readCard(asked().iccid, never)).outcome, 'unknown');
    });

  test('whose end has no zone is unknown', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const item = { id: 1, expired_at: '2026-02-01 00:00:00', package: { id: 'p' } };
    airalo.next(history, { status: 200, body: { data: [item] } });
    assert.equal((await supplier.readCard(asked().iccid, never)).outcome, 'unknown');
  });

  const once = { reads: { times: 1, perMs: 15 * minute } };
  test('may be read as often as the adapter says, also by the older rule', async (t) => {
    const { airalo, supplier, asked } = await setup(t, { rules: once });
    const { iccid } = asked();
    assert.equal((await supplier.readCard(iccid, never)).outcome, 'read');
    const refused = await supplier.readCard(iccid, never);
    assert.ok(refused.outcome === 'refused' && !refused.isFinal && (refused.retryAfterSeconds ?? 0) > 890);
    airalo.advance(supplier.readsEveryMs);
    assert.equal((await supplier.readCard(iccid, never)).outcome, 'read');
  });

  test('is extended by the older rule too, and a lost order is then left to a person', async (t) => {
    const { airalo, supplier, asked } = await setup(t, { rules: once });
    const wish = asked();
    await supplier.readCard(wish.iccid, never);
    const mark = await marked(supplier, wish);
    airalo.next(order, 'lost');
    await supplier.apply(wish, mark, never);
    airalo.advance(31 * minute);
    assert.equal((await supplier.find(wish, mark, never)).outcome, 'unknown');
    const other = asked();
    await supplier.readCard(other.iccid, never);
    assert.equal((await supplier.apply(other, await marked(supplier, other), never)).outcome, 'applied');
  });
});

describe('The token', () => {
  const token = 'POST /v2/token';
  const readAll = ({ supplier, asked }: Stand, many: number) =>
    Promise.all(Array.from({ length: many }, () => supplier.readCard(asked().iccid, never)));

  test('is fetched once for all who ask at the same time, and kept', async (t) => {
    const stand = await setup(t);
    for (const { outcome } of await readAll(stand, 20)) assert.equal(outcome, 'read');
    stand.airalo.advance(20 * 60 * minute);
    await readAll(stand, 5);
    assert.equal(stand.airalo.count(token), 1);
  });

  for (const [what, tokenSeconds, lastsMinutes] of [
    ['a day, whatever the answer says', 31_622_400, 24 * 60],
    ['as the answer says', 600, 10],
  ] as const)
    test(`is renewed before its end: ${what}`, async (t) => {
      const stand = await setup(t, { rules: { tokenSeconds } });
      await readAll(stand, 1);
      stand.airalo.advance(lastsMinutes * 0.95 * minute);
      await readAll(stand, 5);
      assert.equal(stand.airalo.count(token), 2);
    });

  test('is renewed once when it is not taken any more, and the order goes through once', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const wish = asked();
    const mark = await marked(supplier, wish);
    airalo.advance(minute);
    airalo.endTokens();
    assert.equal((await supplier.apply(wish, mark, never)).outcome, 'applied');
    assert.equal(airalo.count(token), 2);
    assert.equal(airalo.extensions(wish.iccid), 1);
  });

  test('is not asked for more often than Airalo allows, also when every one is refused', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    const unauthorised = {
      status: 401,
      body: { data: [], meta: { message: 'This action is unauthorized.' } },
    };
    airalo.always((what) => (what === token ? null : unauthorised));
    for (let turn = 0; turn < 12; turn++) {
      assert.notEqual((await supplier.readCard(asked().iccid, never)).outcome, 'read');
      airalo.advance(10_000);
    }
    // Two minutes of three each; the fake answers the fourth with 429.
    assert.ok(airalo.count(token) <= 6, String(airalo.count(token)));
  });

  test('that is refused is told without the secret', async (t) => {
    const { supplier, asked } = await setup(t, { options: { clientSecret: 'not-the-secret' } });
    const answer = await supplier.readCard(asked().iccid, never);
    assert.deepEqual(answer, { outcome: 'unknown', detail: 'no token: 401' });
  });

  test('that is on its way is not waited for by whoever is told to stop', async (t) => {
    const { airalo, supplier, asked } = await setup(t);
    airalo.next(token, 'late');
    const stop = new AbortController();
    const [stopped, patient] = [
      supplier.readCard(asked().iccid, stop.signal),
      supplier.readCard(asked().iccid, never),
    ];
    stop.abort();
    assert.equal((await stopped).outcome, 'unknown');
    assert.equal((await supplier.readCard(asked().iccid, AbortSignal.abort())).outcome, 'unknown');
    await airalo.isLate();
    airalo.answerLate();
    assert.equal((await patient).outcome, 'read');
  });
});

describe('A notice', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const body = {
    level: '3days',
    package_name: 'bonbon/7gb–10days',
    remaining_percentage: 43,
    iccid: '87123123456889019',
  };
  const signature = (signed: string, secret = clientSecret) =>
    createHmac('sha512', secret).update(signed).digest('hex');
  const plain = JSON.stringify(body);
  const byPhp = plain.replace('/', '\\/').replace('–', '\\u2013');
  const take = async (t: TestContext, sent: string, signed: string | null) => {
    const { supplier } = await setup(t);
    const headers = new Headers(signed === null ? {} : { 'airalo-signature': signed });
    const answer = await supplier.parseNotice(bytes(sent), headers);
    return answer.ok ? answer.value : answer.problem.code;
  };
  const lowData = [{ id: null, kind: 'low-data 3days', iccid: body.iccid }];

  for (const [what, sent, signed] of [
    ['the body as it is', JSON.stringify(body, null, 2), JSON.stringify(body, null, 2)],
    ['the body as airalo-nodejs-sdk writes it anew', JSON.stringify(body, null, 2), plain],
    ['the body as airalo-php-sdk writes it anew', JSON.stringify(body, null, 2), byPhp],
    ['what PHP sends', byPhp, byPhp],
  ] as const)
    test(`is taken when ${what} was signed`, async (t) => {
      assert.deepEqual(await take(t, sent, signature(signed)), lowData);
    });

  for (const [what, sent, signed] of [
    ['has no signature', plain, null],
    ['has an empty signature', plain, ''],
    ['was edited', plain.replace('3days', '1days'), signature(plain)],
    ['was signed with another secret', plain, signature(plain, 'another')],
    [
      'has its signature in another encoding',
      plain,
      createHmac('sha512', clientSecret).update(plain).digest('base64'),
    ],
    [
      'has a signature by another algorithm',
      plain,
      createHmac('sha256', clientSecret).update(plain).digest('hex'),
    ],
    ['is not JSON', 'not JSON', signature('not JSON')],
  ] as const)
    test(`is refused when it ${what}`, async (t) => {
      assert.equal(await take(t, sent, signed), 'bad-notice');
    });

  for (const other of [
    '{"message":"Surpassed 80% of the credit limit balance","remaining":225.35}',
    '[]',
    'null',
  ])
    test(`about something else names no card: ${other}`, async (t) => {
      assert.deepEqual(await take(t, other, signature(other)), [{ id: null, kind: 'other', iccid: null }]);
    });
});

test('an option that is wrong is named, and no secret repeated', () => {
  const right = { clientId, clientSecret, packages };
  const wrong: readonly (readonly [AiraloSupplierOptions, RegExp])[] = [
    [{ ...right, clientId: '' }, /^airaloSupplier: clientId must not be empty$/],
    [{ ...right, clientSecret: '' }, /^airaloSupplier: clientSecret must not be empty$/],
    [
      { ...right, baseUrl: 'https://me:hidden@airalo.example' },
      /^airaloSupplier: baseUrl must be a web address [^:]*$/,
    ],
    [{ ...right, settlesAfterMs: -1 }, /^airaloSupplier: settlesAfterMs must be from 0 to 3600000, /],
    [{ ...right, deadlineMs: Number.NaN }, /^airaloSupplier: deadlineMs must be above 0$/],
  ];
  for (const [options, message] of wrong)
    assert.throws(
      () => airaloSupplier(options),
      (error) => error instanceof TypeError && message.test(error.message),
    );
});

test('a whole renewal: quoted, paid, topped up at Airalo with a lost answer, and renewed', async (t) => {
  const { airalo, supplier } = await setup(t, { options: { now: Date.now } });
  const shop = await openShop(t, { options: { supplier } });
  const iccid = '8934000000000004242';
  const startsAt = Date.now() - 8 * day;
  airalo.addCard(iccid, startsAt);
  const token = await sellByDays(shop, {
    planId: monthly.planId,
    policy: airaloPolicy,
    iccid,
    startsAt: new Date(startsAt).toISOString(),
    expiresAt: new Date(startsAt + 7 * day).toISOString(),
  });
  const quote = await shop.quote(token, { label: 'Mine', planId: monthly.planId });
  const begun = await shop.begin(token, quote.quoteId);
  airalo.next(order, 'unheard');
  await shop.pay(begun, 'approve');
  const renewed = await shop.reaches(begun, 'renewed');
  const moments = ({ from, to }: { from: string; to: string }) => [Date.parse(from), Date.parse(to)];
  assert.ok(renewed.period);
  assert.deepEqual(moments(renewed.period), moments(quote.effect));
  assert.equal(airalo.extensions(iccid), 1);
  assert.match(airalo.orders()[0]?.description ?? '', /^renewal:.{1,41}$/);
});
