import type { ExtensionOrder, Supplier } from '@leb-renew/server';
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';

/**
 * How whoever operates the cards behaves from now on. `loses-orders`: no order arrives. `loses-answers`: it acts and
 * nobody hears of it. Both still answer questions. `silent`: it takes every request and answers none. `away`: it cannot
 * be reached.
 */
export type Behaviour = 'well' | 'refuses' | 'loses-orders' | 'loses-answers' | 'silent' | 'away';

/** A supplier, and its fake operator. */
export interface Bench {
  /** Started. */
  readonly supplier: Supplier;
  /** A new order for a card that can be extended by it; the same dates and plan as the operator will give. */
  order(): ExtensionOrder;
  behave(as: Behaviour): void;
  /** How many extensions the operator has made for a card. */
  extensions(iccid: string): Promise<number>;
}

const never = new AbortController().signal;

/** What the server relies on, whoever the supplier is. `setup` closes what it opens with the test. */
export function portSuite(name: string, setup: (t: TestContext) => Promise<Bench>): void {
  describe(`${name}, as a supplier,`, () => {
    test('previews an order without acting on it', async (t) => {
      const { supplier, order, extensions } = await setup(t);
      const asked = order();
      assert.equal((await supplier.preview(asked, never)).outcome, 'possible');
      assert.equal(await extensions(asked.iccid), 0);
    });

    test('extends once, and says the same of it when it is asked again', async (t) => {
      const { supplier, order, extensions } = await setup(t);
      const { asked, mark } = await prepared(supplier, order());
      const done = await supplier.apply(asked, mark, never);
      assert.ok(done.outcome === 'applied', JSON.stringify(done));
      assert.ok(Date.parse(done.to) >= Date.parse(asked.to), 'it ends no sooner than was promised');
      const found = await supplier.find(asked, mark, never);
      assert.deepEqual(found, done);
      assert.equal(await extensions(asked.iccid), 1);
    });

    test('extends once for one key, though it is ordered twice', async (t) => {
      const { supplier, order, extensions } = await setup(t);
      const { asked, mark } = await prepared(supplier, order());
      await supplier.apply(asked, mark, never);
      const again = await supplier.apply(asked, mark, never);
      assert.notEqual(again.outcome, 'refused');
      assert.equal(await extensions(asked.iccid), 1);
    });

    test('finds what it did when the answer was lost', async (t) => {
      const { supplier, order, behave, extensions } = await setup(t);
      const { asked, mark } = await prepared(supplier, order());
      behave('loses-answers');
      assert.equal((await supplier.apply(asked, mark, never)).outcome, 'unknown');
      behave('well');
      assert.equal((await supplier.find(asked, mark, never)).outcome, 'applied');
      assert.equal(await extensions(asked.iccid), 1);
    });

    test('finds nothing when the order was lost, and takes it then', async (t) => {
      const { supplier, order, behave, extensions } = await setup(t);
      const { asked, mark } = await prepared(supplier, order());
      behave('loses-orders');
      assert.equal((await supplier.apply(asked, mark, never)).outcome, 'unknown');
      behave('well');
      assert.equal((await supplier.find(asked, mark, never)).outcome, 'absent');
      assert.equal((await supplier.apply(asked, mark, never)).outcome, 'applied');
      assert.equal(await extensions(asked.iccid), 1);
    });

    test('has done nothing when it refuses', async (t) => {
      const { supplier, order, behave, extensions } = await setup(t);
      const { asked, mark } = await prepared(supplier, order());
      behave('refuses');
      const refused = await supplier.apply(asked, mark, never);
      assert.ok(refused.outcome === 'refused', JSON.stringify(refused));
      assert.ok(!refused.detail.includes(asked.iccid), 'the number of the card stays out of logs');
      behave('well');
      assert.equal((await supplier.find(asked, mark, never)).outcome, 'absent');
      assert.equal(await extensions(asked.iccid), 0);
    });

    test('sends nothing once it was told to stop', async (t) => {
      const { supplier, order, extensions } = await setup(t);
      const { asked, mark } = await prepared(supplier, order());
      const stopped = AbortSignal.abort();
      assert.equal((await supplier.apply(asked, mark, stopped)).outcome, 'unknown');
      assert.equal(await extensions(asked.iccid), 0);
    });

    test('waits no longer once it is told to stop', async (t) => {
      const { supplier, order, behave } = await setup(t);
      const { asked, mark } = await prepared(supplier, order());
      behave('silent');
      const stop = new AbortController();
      const answer = supplier.apply(asked, mark, stop.signal);
      setImmediate(() => stop.abort());
      assert.equal((await answer).outcome, 'unknown');
      behave('well');
    });

    test('says that it does not know, and never throws, when nobody can be reached', async (t) => {
      const { supplier, order, behave } = await setup(t);
      const { asked, mark } = await prepared(supplier, order());
      behave('away');
      assert.equal((await supplier.apply(asked, mark, never)).outcome, 'unknown');
      assert.equal((await supplier.find(asked, mark, never)).outcome, 'unknown');
      await assert.doesNotReject(supplier.preview(asked, never));
      await assert.doesNotReject(supplier.readCard(asked.iccid, never));
      await assert.doesNotReject(supplier.listPlans(asked.iccid, [asked.plan], never));
      behave('well');
    });

    test('reads a card and lists the plan that it extends it by', async (t) => {
      const { supplier, order } = await setup(t);
      const { iccid, plan } = order();
      assert.equal((await supplier.readCard(iccid, never)).outcome, 'read');
      assert.deepEqual(await supplier.listPlans(iccid, [plan], never), {
        outcome: 'listed',
        planIds: [plan.planId],
      });
    });

    test('takes no notice that makes no sense', async (t) => {
      const { supplier } = await setup(t);
      const answer = await supplier.parseNotice(new TextEncoder().encode('{"not":'), new Headers());
      assert.ok(!answer.ok && answer.problem.code === 'bad-notice');
    });
  });
}

/** As the server does it: the mark is there before the first order goes out. */
async function prepared(supplier: Supplier, asked: ExtensionOrder) {
  const seen = await supplier.preview(asked, never);
  assert.ok(seen.outcome === 'possible', JSON.stringify(seen));
  return { asked, mark: seen.mark };
}
