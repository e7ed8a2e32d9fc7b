import type { ExtensionOrder, Supplier } from '@leb-renew/server';
import { extend } from '@leb-renew/core/term';
import { esimGoPolicy, esimGoSupplier, type EsimGoOptions } from '@leb-renew/server/esim-go';
import assert from 'node:assert/strict';
import fc from '../chance.ts';
import { randomUUID } from 'node:crypto';
import { describe, test, type TestContext } from 'node:test';
import { fulfil } from './suppliers/as-the-server.ts';
import { esimGoFake, type EsimGoFake, type FakeCard } from './suppliers/esim-go-fake.ts';
import { mishaps } from './suppliers/fake-server.ts';
import { portSuite } from './suppliers/port-suite.ts';
import { sellByDays } from './suppliers/sell-by-days.ts';
import { openShop } from './shop/open-shop.ts';

const never = new AbortController().signal;
const dayMs = 24 * 3600_000;
const month = { planId: 'gb-30d', name: '30 days', term: { days: 30 } };
const year = { planId: 'gb-365d', name: '365 days', term: { days: 365 } };
const elsewhere = { planId: 'nl-7d', name: '7 days in the Netherlands', term: { days: 7 } };
const bundle30 = 'esim_10GB_30D_GB_V2';
const bundle365 = 'esim_50GB_365D_GB_V2';
const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');

function supplierOf(fake: EsimGoFake, more: Partial<EsimGoOptions> = {}): Supplier {
  return esimGoSupplier({
    apiKey: fake.apiKey,
    baseUrl: `${fake.url}/v2.5`,
    bundles: { 'gb-30d': bundle30, 'gb-365d': bundle365, 'nl-7d': 'esim_1GB_7D_NL_V2', old: 'esim_gone' },
    requestsPerSecond: 1e6,
    now: () => fake.now,
    ...more,
  });
}

async function setup(t: TestContext, more: Partial<EsimGoOptions> & { perSecond?: number } = {}) {
  const fake = await esimGoFake(t, more);
  const supplier = supplierOf(fake, more);
  /** A card whose first bundle began five days ago. */
  function cardInUse(): FakeCard {
    const card = fake.addCard();
    fake.assign(card, bundle30);
    fake.use(card);
    fake.now += 5 * dayMs;
    return card;
  }
  function orderFor(card: FakeCard, plan = month): ExtensionOrder {
    const ends = card.assignments.map(({ startsAt, durationMs }) => (startsAt ?? fake.now) + durationMs);
    const promised = promiseOf(Math.max(fake.now, ...ends), fake.now, plan.term.days);
    return { key: randomUUID(), iccid: card.iccid, plan, zone: 'UTC', ...promised };
  }
  async function markFor(order: ExtensionOrder) {
    const seen = await supplier.preview(order, never);
    assert.ok(seen.outcome === 'possible', JSON.stringify(seen));
    return seen.mark;
  }
  return { fake, supplier, cardInUse, orderFor, markFor };
}

function promiseOf(expiresAt: number, now: number, days: number) {
  const promised = extend({
    zone: 'UTC',
    expiresAt: iso(expiresAt),
    anchorDay: 1,
    anchorTime: '00:00:00',
    now: iso(now),
    term: { days },
    policy: esimGoPolicy,
  });
  assert.ok(!('refused' in promised), JSON.stringify(promised));
  return { from: promised.from, to: promised.to };
}

portSuite('eSIM Go', async (t) => {
  const { fake, supplier, orderFor } = await setup(t, { settlesAfterMs: 0 });
  return {
    supplier,
    order: () => orderFor(fake.addCard()),
    behave(as) {
      fake.balance = as === 'refuses' ? 0 : 1e9;
      fake.behave(as);
    },
    extensions: (iccid) => Promise.resolve(fake.bundlesOn(iccid)),
  };
});

describe('eSIM Go', () => {
  test('orders one bundle for this card, and never for a new one', async (t) => {
    const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t);
    const card = cardInUse();
    const order = orderFor(card);
    const mark = await markFor(order);
    const asked = fake.asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
    const line = { type: 'bundle', quantity: 1, item: bundle30, iccids: [card.iccid], allowReassign: false };
    assert.deepEqual(asked, [{ type: 'validate', assign: true, order: [line] }]);
    const done = await supplier.apply(order, mark, never);
    const { reference = '' } = card.assignments.at(-1) ?? {};
    const { from, to } = order;
    assert.deepEqual(done, { outcome: 'applied', from, to, supplierRef: reference });
    const sent = fake.asked.findLast(({ method }) => method === 'POST')?.body;
    assert.deepEqual(sent, { type: 'transaction', assign: true, order: [line] });
  });

  const wrong: readonly [name: string, more: Partial<EsimGoOptions>][] = [
    ['apiKey', { apiKey: '' }],
    ['bundles', { bundles: { a: '' } }],
    ['baseUrl', { baseUrl: 'api.esim-go.com' }],
    ['requestsPerSecond', { requestsPerSecond: 0 }],
    ['deadlineMs', { deadlineMs: Number.NaN }],
    ['settlesAfterMs', { settlesAfterMs: 3_600_001 }],
  ];
  for (const [name, more] of wrong)
    test(`a wrong ${name} is named at once: ${JSON.stringify(more)}`, () => {
      const settings = { apiKey: 'secret', bundles: {}, ...more };
      assert.throws(() => esimGoSupplier(settings), new RegExp(`^TypeError: esimGoSupplier: ${name} must`));
    });

  test('nothing is ordered without a mark, by which it could be found again', async (t) => {
    const { fake, supplier, cardInUse, orderFor } = await setup(t);
    const card = cardInUse();
    for (const mark of [null, 'no mark', '{"at":1}']) {
      const done = await supplier.apply(orderFor(card), mark, never);
      assert.ok(done.outcome === 'refused' && !done.isFinal);
      assert.equal((await supplier.find(orderFor(card), mark, never)).outcome, 'unknown');
    }
    assert.equal(fake.bundlesOn(card.iccid), 1);
  });

  test('a bundle that waits counts from the promised end, one that has begun has its own dates', async (t) => {
    const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t);
    const card = cardInUse();
    const order = orderFor(card, year);
    const mark = await markFor(order);
    const waiting = await supplier.apply(order, mark, never);
    assert.ok(waiting.outcome === 'applied');
    assert.deepEqual([waiting.from, waiting.to], [order.from, order.to]);
    assert.equal(card.assignments.length, 13, 'a year is twelve assignments');
    fake.now += 3 * dayMs;
    fake.use(card);
    const begun = await supplier.find(order, mark, never);
    assert.ok(begun.outcome === 'applied');
    assert.deepEqual([begun.from, begun.to], [iso(fake.now), iso(fake.now + 365 * dayMs)]);
    assert.equal(begun.supplierRef, waiting.supplierRef);
  });

  test('a bundle that is being processed is not applied yet', async (t) => {
    const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t);
    const card = cardInUse();
    fake.processingMs = 600_000;
    const order = orderFor(card);
    const mark = await markFor(order);
    for (const seen of [await supplier.apply(order, mark, never), await supplier.find(order, mark, never)])
      assert.ok(seen.outcome === 'unknown' && (seen.retryAfterSeconds ?? 0) > 0, JSON.stringify(seen));
    fake.now += 600_000;
    assert.equal((await supplier.find(order, mark, never)).outcome, 'applied');
    assert.equal(fake.bundlesOn(card.iccid), 2);
  });

  test('what was taken is waited for, however late it shows', async (t) => {
    const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t);
    const card = cardInUse();
    fake.showsAfterMs = dayMs;
    const order = orderFor(card);
    const mark = await markFor(order);
    assert.equal((await supplier.apply(order, mark, never)).outcome, 'unknown');
    fake.now += dayMs - 1;
    const before = await supplier.find(order, mark, never);
    assert.ok(before.outcome === 'unknown' && before.retryAfterSeconds === 30);
    fake.now += 1;
    assert.equal((await supplier.find(order, mark, never)).outcome, 'applied');
  });

  test('an order that may still be on its way is not given up, and not repeated', async (t) => {
    const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t);
    const card = cardInUse();
    const order = orderFor(card);
    const mark = await markFor(order);
    fake.now += 3600_000;
    fake.ahead.push('late-order');
    const lost = await supplier.apply(order, mark, never);
    assert.ok(lost.outcome === 'unknown' && lost.retryAfterSeconds === 600);
    const again = await supplier.apply(order, mark, never);
    assert.ok(again.outcome === 'unknown' && again.retryAfterSeconds === 600, 'it is not sent twice');
    fake.now += 599_000;
    const still = await supplier.find(order, mark, never);
    assert.ok(still.outcome === 'unknown' && still.retryAfterSeconds === 1, JSON.stringify(still));
    fake.arrive();
    assert.equal((await supplier.find(order, mark, never)).outcome, 'applied');

    const next = orderFor(card);
    const nextMark = await markFor(next);
    fake.ahead.push('lost-order');
    await supplier.apply(next, nextMark, never);
    fake.now += 600_000;
    assert.deepEqual(await supplier.find(next, nextMark, never), { outcome: 'absent' });
  });

  test('a process that knows nothing of the first try waits for it, too', async (t) => {
    const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t);
    const order = orderFor(cardInUse());
    const mark = await markFor(order);
    fake.ahead.push('late-order');
    await supplier.apply(order, mark, never);
    const other = supplierOf(fake);
    fake.now += 599_999;
    assert.equal((await other.find(order, mark, never)).outcome, 'unknown');
    fake.now += 1;
    assert.deepEqual(await other.find(order, mark, never), { outcome: 'absent' });
    fake.arrive();
    assert.equal((await other.apply(order, mark, never)).outcome, 'applied');
    assert.equal(fake.bundlesOn(order.iccid), 2, 'what is there is not ordered again');
  });

  test('what became of a try here says nothing of one that another process has sent since', async (t) => {
    for (const mishap of ['too-many', 'lost-order'] as const) {
      const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t);
      const order = orderFor(cardInUse());
      const mark = await markFor(order);
      const first = { ...order, lastSentAt: iso(fake.now) };
      fake.ahead.push(mishap);
      await supplier.apply(first, mark, never);
      if (mishap !== 'too-many') fake.now += 600_000;
      assert.deepEqual(await supplier.find(first, mark, never), { outcome: 'absent' });
      const again = { ...order, lastSentAt: iso(fake.now + 1000) };
      const other = supplierOf(fake);
      fake.now += 1000;
      fake.ahead.push('late-order');
      await other.apply(again, mark, never);
      fake.now += 60_000;
      assert.equal((await supplier.find(again, mark, never)).outcome, 'unknown', mishap);
      fake.arrive();
      assert.equal((await supplier.find(again, mark, never)).outcome, 'applied');
    }
  });

  test('a process that begins anew waits for what the one before it may have sent', async (t) => {
    const { fake, cardInUse, orderFor, markFor } = await setup(t);
    const order = orderFor(cardInUse());
    const mark = await markFor(order);
    fake.now += dayMs;
    const restarted = supplierOf(fake);
    assert.equal(
      (await restarted.find(order, mark, never)).outcome,
      'unknown',
      'it may have crashed just after a try',
    );
  });

  test('a broken supplier that asks for patience gets the longer of the two', async (t) => {
    const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t, { settlesAfterMs: 0 });
    const order = orderFor(cardInUse());
    const mark = await markFor(order);
    fake.ahead.push('too-many', 'broken');
    const tooMany = await supplier.apply(order, mark, never);
    assert.ok(tooMany.outcome === 'refused' && !tooMany.isFinal && tooMany.retryAfterSeconds === 1);
    assert.deepEqual(await supplier.find(order, mark, never), { outcome: 'absent' });
    const broken = await supplier.apply(order, mark, never);
    assert.ok(broken.outcome === 'unknown' && broken.retryAfterSeconds === 1200, JSON.stringify(broken));
  });

  test('the server hears in time that there is no answer', async (t) => {
    const { fake, supplier } = await setup(t, { deadlineMs: 50 });
    fake.behave('silent');
    assert.equal((await supplier.readCard(fake.addCard().iccid, never)).outcome, 'unknown');
  });

  test('a bundle of another kind that the seller adds by hand is not taken for the order', async (t) => {
    const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t, { settlesAfterMs: 0 });
    const card = cardInUse();
    const order = orderFor(card);
    const mark = await markFor(order);
    fake.assign(card, bundle365);
    assert.deepEqual(await supplier.find(order, mark, never), { outcome: 'absent' });
    assert.equal((await supplier.apply(order, mark, never)).outcome, 'applied');
    assert.equal(fake.bundlesOn(card.iccid), 3);
  });

  test('a bundle that was revoked since is for a person to look at', async (t) => {
    const { supplier, cardInUse, orderFor, markFor } = await setup(t);
    const card = cardInUse();
    const order = orderFor(card);
    const mark = await markFor(order);
    await supplier.apply(order, mark, never);
    for (const each of card.assignments.slice(1)) each.revoked = true;
    assert.equal((await supplier.find(order, mark, never)).outcome, 'unknown');
    assert.equal((await supplier.apply(order, mark, never)).outcome, 'unknown');
  });

  test('thirty bundles may wait, a year among them as one', async (t) => {
    const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t);
    const card = cardInUse();
    fake.assign(card, bundle365);
    for (let more = 0; more < 28; more += 1) fake.assign(card, bundle30);
    const last = orderFor(card);
    const tooMany = orderFor(card, year);
    const [mark, tooManyMark] = [await markFor(last), await markFor(tooMany)];
    assert.equal((await supplier.apply(last, mark, never)).outcome, 'applied');
    for (const seen of [
      await supplier.preview(tooMany, never),
      await supplier.apply(tooMany, tooManyMark, never),
    ])
      assert.ok(
        seen.outcome === 'refused' && seen.reason === 'max-stacked' && !seen.isFinal,
        JSON.stringify(seen),
      );
    const orders = fake.asked.filter(({ text }) => text.includes('transaction'));
    assert.equal(orders.length, 1, 'what the supplier would refuse is not ordered');
    assert.equal(fake.bundlesOn(card.iccid), 31, 'thirty wait behind the one in use');
  });

  test('a bundle of another network does not fit, one that starts by hand or is gone is not sold', async (t) => {
    const { fake, supplier, cardInUse, orderFor } = await setup(t);
    const card = cardInUse();
    const foreign = await supplier.preview(orderFor(card, elsewhere), never);
    assert.ok(foreign.outcome === 'refused' && foreign.reason === 'other-family' && foreign.isFinal);
    const gone = await supplier.preview({ ...orderFor(card), plan: { ...month, planId: 'old' } }, never);
    assert.ok(gone.outcome === 'refused' && !gone.isFinal);
    const unset = await supplier.preview(
      { ...orderFor(card), plan: { ...month, planId: 'toString' } },
      never,
    );
    assert.ok(unset.outcome === 'refused' && !unset.isFinal && unset.detail.includes('is set'));
    const old = { ...month, planId: 'old' };
    const other = { ...month, planId: 'toString' };
    assert.deepEqual(await supplier.listPlans(card.iccid, [elsewhere, month, old, other, year], never), {
      outcome: 'listed',
      planIds: ['gb-30d', 'gb-365d'],
    });
    const wrongKey = supplierOf(fake, { apiKey: 'another' });
    assert.equal((await wrongKey.listPlans(card.iccid, [month, year], never)).outcome, 'refused');
    for (const each of fake.bundles) each.autostart = false;
    const byHand = await supplier.preview(orderFor(card), never);
    assert.ok(byHand.outcome === 'refused' && byHand.detail.includes('start'), JSON.stringify(byHand));
  });

  test('refusals pass the supplier’s words on without the card’s number', async (t) => {
    const { fake, supplier, cardInUse, orderFor, markFor } = await setup(t);
    const order = orderFor(cardInUse());
    const mark = await markFor(order);
    fake.refusesWith = `Insufficient funds for ${order.iccid}`;
    await supplier.apply(order, mark, never);
    assert.deepEqual(await supplier.find(order, mark, never), { outcome: 'absent' }, 'nothing is on its way');
    for (const seen of [await supplier.apply(order, mark, never), await supplier.preview(order, never)]) {
      assert.ok(seen.outcome === 'refused' && !seen.isFinal);
      assert.match(seen.detail, /^HTTP 400: Insufficient funds for …$/);
    }
    const stranger = { ...order, iccid: '89441234567899999999' };
    const other = await supplier.preview(stranger, never);
    assert.ok(
      other.outcome === 'refused' && other.detail.startsWith('HTTP 403') && !other.detail.includes('8944'),
    );
    const wrongKey = await supplierOf(fake, { apiKey: 'another' }).readCard(order.iccid, never);
    assert.ok(wrongKey.outcome === 'refused' && !wrongKey.isFinal);
    const nowhere = await supplierOf(fake, { baseUrl: `${fake.url}/v2.5/nowhere` }).readCard(
      order.iccid,
      never,
    );
    assert.equal(nowhere.outcome, 'unknown', 'an answer that is not documented');
  });

  test('a card is read: its end, its data, its profile', async (t) => {
    const { fake, supplier, cardInUse } = await setup(t);
    const card = cardInUse();
    const [running] = card.assignments;
    assert.ok(running);
    running.used = 4e9;
    const end = iso((running.startsAt ?? 0) + 30 * dayMs);
    assert.deepEqual(await supplier.readCard(card.iccid, never), {
      outcome: 'read',
      expiresAt: end,
      profile: 'installed',
      data: { remainingBytes: 6e9, totalBytes: 10e9, asOf: iso(fake.now) },
      suspended: null,
      revoked: null,
      asOf: iso(fake.now),
    });
    fake.assign(card, bundle30);
    const waiting = await supplier.readCard(card.iccid, never);
    assert.ok(
      waiting.outcome === 'read' && waiting.expiresAt === null,
      'nobody knows when the next one ends',
    );
    const fresh = await supplier.readCard(fake.addCard().iccid, never);
    assert.ok(fresh.outcome === 'read' && fresh.expiresAt === null && fresh.data === null);
    fake.now += 400 * dayMs;
    const over = await supplier.readCard(card.iccid, never);
    assert.ok(over.outcome === 'read' && over.expiresAt === end && over.data === null);
  });

  const body =
    '{"alertType":"Utilisation","iccid":"8944538532008160222","bundle":{"name":"esim_1GB_7D_GB_V2"}}';
  const number = body.replace('"8944538532008160222"', '8944538532008160222');
  const notices: readonly [what: string, body: string, signed: string, said: unknown][] = [
    ['signed in base64', body, 'base64', [{ id: null, kind: 'Utilisation', iccid: '8944538532008160222' }]],
    ['signed in hex', body, 'hex', [{ id: null, kind: 'Utilisation', iccid: '8944538532008160222' }]],
    [
      'with a number that JSON cannot hold',
      number,
      'base64',
      [{ id: null, kind: 'Utilisation', iccid: null }],
    ],
    ['unsigned', body, 'none', 'bad-notice'],
    ['signed for another body', body, 'other', 'bad-notice'],
    ['signed with half a signature', body, 'half', 'bad-notice'],
    ['signed, and no JSON', '{"alertType":', 'base64', 'bad-notice'],
    ['signed, and of another shape', '{"alertType":7}', 'base64', 'bad-notice'],
  ];
  for (const [what, text, signed, said] of notices)
    test(`a notice ${what}`, async (t) => {
      const { fake, supplier } = await setup(t);
      const { base64, hex } = fake.sign(text);
      const other = fake.sign(`${text} `).base64;
      const signatures: Readonly<Record<string, string>> = { base64, hex, other, half: base64.slice(0, 22) };
      const signature = signatures[signed];
      const headers = new Headers(signature === undefined ? {} : { 'X-Signature-SHA256': signature });
      const answer = await supplier.parseNotice(new TextEncoder().encode(text), headers);
      assert.deepEqual(answer.ok ? answer.value : answer.problem.code, said);
    });

  test('no more requests than the supplier allows, however many are wanted at once', async (t) => {
    const { fake, supplier } = await setup(t, { perSecond: 10, requestsPerSecond: 7 });
    const cards = Array.from({ length: 7 }, () => fake.addCard());
    const reads = await Promise.all(cards.map(({ iccid }) => supplier.readCard(iccid, never)));
    assert.ok(reads.every((read) => read.outcome === 'read' && read.profile === 'installed'));
  });

  test('what the policy promises is what the supplier gives', async (t) => {
    const { supplier, cardInUse, fake, orderFor, markFor } = await setup(t);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(month, year),
        async (daysLater, plan) => {
          const card = cardInUse();
          fake.now += daysLater * dayMs;
          const order = orderFor(card, plan);
          const done = await supplier.apply(order, await markFor(order), never);
          assert.ok(done.outcome === 'applied');
          assert.deepEqual([done.from, done.to], [order.from, order.to]);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('whatever is lost on the way, orders extend once each', async (t) => {
    const { fake, supplier, cardInUse, orderFor } = await setup(t);
    const mishap = fc.constantFrom(...mishaps, 'late-order' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(mishap, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.boolean()),
        async (orders, coins) => {
          const card = cardInUse();
          for (const [index, ahead] of orders.entries()) {
            const order = orderFor(card);
            fake.ahead.splice(0, Infinity, ...ahead);
            const done = await fulfil(
              supplier,
              order,
              (seconds) => {
                // What is late arrives before it is given up.
                if (coins.next().value === true) fake.arrive();
                fake.now += (seconds * 1000) / 2;
                fake.arrive();
                fake.now += (seconds * 1000) / 2;
              },
              fake,
            );
            assert.ok(Date.parse(done.to) >= Date.parse(order.to));
            assert.equal(fake.bundlesOn(card.iccid), index + 2);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('a card is quoted, paid and renewed with the supplier’s dates', async (t) => {
    const { fake, supplier, cardInUse } = await setup(t);
    const today = Math.floor(Date.now() / 1000) * 1000;
    fake.now = today - 5 * dayMs;
    const card = cardInUse();
    const expiresAt = today + 25 * dayMs;
    const shop = await openShop(t, { options: { supplier } });
    const signedIn = await sellByDays(shop, {
      ...{ planId: 'gb-30d', policy: esimGoPolicy, iccid: card.iccid },
      ...{ startsAt: iso(today - 5 * dayMs), expiresAt: iso(expiresAt) },
    });
    const quote = await shop.quote(signedIn, { label: 'Mine', planId: 'gb-30d' });
    const begun = await shop.begin(signedIn, quote.quoteId);
    await shop.pay(begun, 'approve');
    const renewed = await shop.reaches(begun, 'renewed');
    const to = iso(expiresAt + 30 * dayMs);
    assert.deepEqual(renewed.period, { from: iso(expiresAt), to });
    assert.equal(quote.effect.to, to);
    assert.equal((await shop.cardCalled(signedIn, 'Mine')).entitlement.expiresAt, to);
    assert.equal(fake.bundlesOn(card.iccid), 2);
  });
});
