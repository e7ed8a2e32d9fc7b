import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { cardOf } from './api.ts';
import { until } from '../server/shop/until.ts';
import { customerAt, openBrowser, type Customer } from './customer.ts';
import { global, mira, toPayment, year } from './journeys/steps.ts';
import { words } from './journeys/words.ts';
import { discard, startShop, type Shop } from './shop.ts';

const day = 86_400_000;
const days = (from: string | null, to: string | null): number =>
  Math.round((Date.parse(to ?? '') - Date.parse(from ?? '')) / day);

const noCookies = ({ page }: Pick<Customer, 'page'>): Promise<unknown> =>
  until('there is no cookie', async () => (await page.browserContext().cookies()).length === 0);

describe('a customer in the shop', () => {
  let browser: Browser;
  let shop: Shop;

  before(async () => {
    [browser, shop] = await Promise.all([openBrowser(), startShop()]);
  });
  after(async () => {
    await browser.close();
    assert.equal(await shop.stop(), 0);
    await discard(shop);
  });

  test('renews a card: sign in, plan, review, pay, receipt, mail', async () => {
    const old = await cardOf(shop.url, mira, global);
    const customer = await customerAt(browser, shop.url);
    await toPayment(customer);
    await customer.sees(words.nothingLost);
    await customer.sees('Total today');
    await customer.press(year);
    await customer.sees(words.renewed);
    await customer.sees(words.receiptNumber);
    await customer.doesNotSee('Pay US$');

    const renewed = await cardOf(shop.url, mira, global);
    assert.equal(renewed.entitlement.periods.length, old.entitlement.periods.length + 1);
    assert.ok([365, 366].includes(days(old.entitlement.expiresAt, renewed.entitlement.expiresAt)));

    await customer.press(words.done);
    await customer.sees(words.cards);
    await customer.page.goto(`${shop.url}/mailbox`);
    await customer.sees(`Renewed: ${global} until`);
  });

  test('stays signed in when the page is reloaded in the middle, also at the next page, and not after signing out', async () => {
    const customer = await customerAt(browser, shop.url);
    await customer.signIn(mira);
    await customer.renew('Spare watch');
    await customer.sees(words.next('1 month'));
    await customer.page.reload();
    await customer.sees(words.next('1 month'));
    await customer.page.goto(`${shop.url}/mailbox`);
    await customer.page.goto(shop.url);
    await customer.sees(words.cards);
    const [cookie] = await customer.page.browserContext().cookies();
    assert.deepEqual([cookie?.name, cookie?.httpOnly, cookie?.sameSite], ['leb-session', true, 'Lax']);
    await customer.press(words.signOut);
    await customer.sees('E-mail');
    await noCookies(customer);
    await customer.page.reload();
    await customer.sees('E-mail');
  });

  test('stays signed out also where the server could not hear of it', async () => {
    const customer = await customerAt(browser, shop.url);
    await customer.signIn(mira);
    await customer.sees(words.cards);
    await customer.page.setRequestInterception(true);
    customer.page.on('request', (request) => {
      void (request.method() === 'DELETE' ? request.abort('internetdisconnected') : request.continue());
    });
    await customer.press(words.signOut);
    await customer.sees('E-mail');
    const next = await customer.page.browserContext().newPage();
    await customer.page.close();
    await next.goto(shop.url);
    await next.waitForSelector('::-p-aria([role="textbox"][name="E-mail"])');
    await noCookies({ page: next });
    await next.reload();
    await next.waitForSelector('::-p-aria([role="textbox"][name="E-mail"])');
  });

  test('who takes no cookies signs in again after a reload, and nothing else goes wrong', async () => {
    const customer = await customerAt(browser, shop.url);
    await customer.signIn(mira);
    await customer.sees(words.cards);
    await customer.page.browserContext().deleteCookie(...(await customer.page.browserContext().cookies()));
    await customer.page.reload();
    await customer.signIn(mira);
    await customer.sees(words.cards);
  });

  test('is not let in with a wrong password', async () => {
    const customer = await customerAt(browser, shop.url);
    await customer.type('E-mail', mira);
    await customer.type('Password', 'not-the-password');
    await customer.press('Sign in');
    await customer.sees('The e-mail address or the password is wrong.');
    await customer.doesNotSee(global);
  });
});
