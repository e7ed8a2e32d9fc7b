import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { cardOf } from './api.ts';
import { customerAt, openBrowser } from './customer.ts';
import { global as label, mira, toPayment, year } from './journeys/steps.ts';
import { words } from './journeys/words.ts';
import { discard, startShop } from './shop.ts';

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

test('the shop dies between paid and renewed; after its restart the card is extended once', async (t) => {
  // Where no other test's shop listens, so that it is free when the next one comes.
  const first = await startShop({ supplierDelaySeconds: 60, port: 18_180 });
  t.after(() => discard(first));
  const old = await cardOf(first.url, mira, label);
  const customer = await customerAt(browser, first.url);
  await toPayment(customer);
  await customer.press(year);
  await customer.sees(words.stillExtending);
  assert.deepEqual((await cardOf(first.url, mira, label)).entitlement, old.entitlement);
  await first.crash();

  const second = await startShop({ dataDir: first.dataDir, port: 18_180 });
  assert.equal(second.url, first.url);
  t.after(() => second.stop());
  // The dead process has a claim on the renewal, which ends by itself.
  customer.page.setDefaultTimeout(80_000);
  await customer.sees(words.renewed);
  const renewed = await cardOf(second.url, mira, label);
  assert.equal(renewed.entitlement.periods.length, old.entitlement.periods.length + 1);
  await customer.page.goto(`${second.url}/mailbox`);
  assert.equal((await customer.text()).match(/Renewed: /g)?.length, 1);
  assert.equal(await second.stop(), 0);
});

test('a second shop takes the next free port and data of its own', async (t) => {
  const one = await startShop();
  t.after(() => discard(one));
  const two = await startShop();
  t.after(() => discard(two));
  assert.notEqual(one.url, two.url);
  assert.equal((await fetch(two.url)).status, 200);
  assert.equal(await two.stop(), 0);
  assert.equal(await one.stop(), 0);
});
