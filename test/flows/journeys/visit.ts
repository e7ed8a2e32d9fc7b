import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Browser, BrowserContext, Viewport } from 'puppeteer-core';
import { customerOn, type Customer } from '../customer.ts';
import { openDemo, type Demo, type DemoOptions } from '../open-demo.ts';
import { pageClock, passInPage } from './page-clock.ts';

/** A customer at a shop of their own, on a screen of a certain size. */
export interface Visit {
  readonly shop: Demo;
  readonly customer: Customer;
  /** One more tab of the same browser. */
  tab(url?: string): Promise<Customer>;
  /** A browser that knows nothing of this one. */
  otherBrowser(): Promise<Customer>;
  /** The tab that pressing this opens. */
  opened(press: () => Promise<unknown>): Promise<Customer>;
  /** Lets time go by for the shop and for every page that is open; ms. */
  later(ms: number): Promise<void>;
}

export type Journey = (visit: Visit) => Promise<void>;

/** When it is over, no page may have thrown anything or have complained in its console. */
export async function openVisit(
  t: TestContext,
  browser: Browser,
  size: Viewport,
  options: DemoOptions = {},
): Promise<Visit> {
  const shop = await openDemo(t, options);
  const customers: Customer[] = [];
  const contexts: BrowserContext[] = [];
  const enter = async (): Promise<BrowserContext> => {
    const context = await browser.createBrowserContext();
    contexts.push(context);
    return context;
  };
  const arrive = async (context: BrowserContext, url: string): Promise<Customer> => {
    const customer = await customerOn(await context.newPage(), size);
    customers.push(customer);
    await customer.page.evaluateOnNewDocument(pageClock);
    await customer.page.goto(url);
    return customer;
  };
  t.after(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    assert.deepEqual(
      customers.flatMap(({ complaints }) => complaints),
      [],
    );
  });
  const own = await enter();
  return {
    shop,
    customer: await arrive(own, shop.url),
    tab: (url = shop.url) => arrive(own, url),
    otherBrowser: async () => arrive(await enter(), shop.url),
    async opened(press) {
      const known = new Set(own.targets());
      const target = own.waitForTarget((each) => each.type() === 'page' && !known.has(each));
      await press();
      const page = await (await target).page();
      assert.ok(page);
      // A tab that is made a phone's is loaded anew, and would lose the link that led to it.
      const { width, height } = size;
      const customer = await customerOn(page, { width, height });
      customers.push(customer);
      return customer;
    },
    async later(ms) {
      await shop.advance(ms);
      const open = customers.filter(({ page }) => !page.isClosed());
      await Promise.all(open.map(({ page }) => page.evaluate(passInPage, ms)));
    },
  };
}
