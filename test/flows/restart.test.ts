import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { cardOf } from './api.ts';
import { customerAt, openBrowser } from './customer.ts';
import { discard, startShop } from './shop.ts';

const mira = 'mira@example.com';
const label = 'LEB Global card';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('the shop dies between paid and renewed; after its restart the card is extended once', async () => {
  const first = await startShop({ supplierDelaySeconds: 60 });
  const old = await cardOf(first.url, mira, label);
  const customer = await customerAt(browser, first.url);
  await customer.signIn(mira);
  await customer.renew(label);
  await customer.press('Continue with 1 year');
  await customer.press('Pay US$84.00');
  await customer.sees('We are still extending your card.');
  assert.deepEqual((await cardOf(first.url, mira, label)).entitlement, old.entitlement);
  await first.crash();

  const second = await startShop({ dataDir: first.dataDir });
  await customer.sees('Active until');
  const renewed = await cardOf(second.url, mira, label);
  assert.equal(renewed.entitlement.periods.length, old.entitlement.periods.length + 1);
  await customer.page.goto(`${second.url}/mailbox`);
  assert.equal((await customer.text()).match(/R-\d{4}-\d{5}/g)?.filter(unique).length, 1);
  assert.equal(await second.stop(), 0);
  await discard(second);
});

test('a second shop takes the next free port and data of its own', async () => {
  const one = await startShop();
  const two = await startShop();
  assert.notEqual(one.url, two.url);
  assert.equal((await fetch(two.url)).status, 200);
  assert.equal(await two.stop(), 0);
  assert.equal(await one.stop(), 0);
  await Promise.all([discard(one), discard(two)]);
});

const unique = <T>(value: T, index: number, all: readonly T[]): boolean => all.indexOf(value) === index;
