import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { cardOf } from './api.ts';
import { customerAt, openBrowser, type Customer } from './customer.ts';
import { discard, startShop, type Shop } from './shop.ts';
import { until } from '../server/shop/until.ts';

const mira = 'mira@example.com';
/** Said by the receipt of a card that has been extended, and by nothing else. */
const renewedNow = 'Renewed';
const global = 'LEB Global card';

/** Signs in and goes as far as the payment form, for a year. */
async function toPayment(customer: Customer, label = global): Promise<void> {
  await customer.signIn(mira);
  await customer.sees('Your cards');
  await customer.renew(label);
  await customer.choose('1 year USD\u00a084.00');
  await customer.press('Continue with 1 year');
  await customer.sees('Review and pay');
}

const day = 86_400_000;
const days = (from: string | null, to: string | null): number =>
  Math.round((Date.parse(to ?? '') - Date.parse(from ?? '')) / day);

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

  test('follows the link of a reminder from the mailbox to the one card that it is about', async () => {
    await until('the reminder is there', async () =>
      (await (await fetch(`${shop.url}/mailbox`)).text()).includes('Your card ends soon'),
    );
    const { page } = await customerAt(browser, `${shop.url}/mailbox`);
    const mail = await page.waitForSelector(`iframe[title^="${global} works through"]`);
    const letter = await mail?.contentFrame();
    const tab = page.browserContext().waitForTarget((target) => target.url().startsWith(`${shop.url}/#`));
    await letter?.click('a');
    const opened = await (await tab).page();
    assert.ok(opened);
    await opened.waitForSelector('::-p-text(You opened a link to renew this card)');
    await opened.waitForSelector('::-p-text(Choose a plan)');
    await opened.waitForSelector(`::-p-text(${global})`);
    assert.equal(await opened.$('::-p-text(Lena’s tablet)'), null);
    assert.equal(opened.url(), `${shop.url}/`, 'the link stays in the address');
  });

  test('renews a card: sign in, plan, review, pay, receipt, mail', async () => {
    const old = await cardOf(shop.url, mira, global);
    const customer = await customerAt(browser, shop.url);
    await toPayment(customer);
    await customer.sees('nothing lost');
    await customer.sees('Total today');
    await customer.press('Pay US$84.00');
    await customer.sees(renewedNow);
    await customer.sees(/R-\d{4}-\d{5}/);
    await customer.doesNotSee('Pay US$');

    const renewed = await cardOf(shop.url, mira, global);
    assert.equal(renewed.entitlement.periods.length, old.entitlement.periods.length + 1);
    assert.ok([365, 366].includes(days(old.entitlement.expiresAt, renewed.entitlement.expiresAt)));

    await customer.press('Done');
    await customer.sees('Your cards');
    await customer.page.goto(`${shop.url}/mailbox`);
    await customer.sees(`Renewed: ${global} until`);
  });

  test('is told why the payment was declined, tries again, and pays once', async () => {
    const label = 'Lena’s tablet';
    const old = await cardOf(shop.url, mira, label);
    const customer = await customerAt(browser, shop.url);
    await toPayment(customer, label);
    await customer.select('What should happen?', 'insufficient-funds');
    await customer.press('Pay US$84.00');
    await customer.sees('Your bank declined the payment: not enough funds.');
    await customer.sees('You have not been charged.');
    assert.deepEqual(
      await cardOf(shop.url, mira, label).then(({ entitlement }) => entitlement),
      old.entitlement,
    );

    await customer.select('What should happen?', 'approve');
    await customer.press('Pay US$84.00');
    await customer.sees(renewedNow);
    const renewed = await cardOf(shop.url, mira, label);
    assert.equal(renewed.entitlement.periods.length, old.entitlement.periods.length + 1);
  });

  test('reloads the page in the middle of paying and still ends in exactly one extension', async () => {
    const label = 'Travel phone';
    const old = await cardOf(shop.url, mira, label);
    const customer = await customerAt(browser, shop.url);
    await toPayment(customer, label);
    await customer.select('What should happen?', 'slow');
    await customer.press('Pay US$84.00');
    await customer.sees('Sending your payment');
    await customer.page.reload();
    await customer.sees(renewedNow, { neverBefore: 'Pay US$' });
    const renewed = await cardOf(shop.url, mira, label);
    assert.equal(renewed.entitlement.periods.length, old.entitlement.periods.length + 1);
    assert.ok([365, 366].includes(days(old.entitlement.expiresAt, renewed.entitlement.expiresAt)));
  });

  test('stays signed in when the page is reloaded in the middle, also at the next page, and not after signing out', async () => {
    const customer = await customerAt(browser, shop.url);
    await customer.signIn(mira);
    await customer.renew('Spare watch');
    await customer.sees('Continue with');
    await customer.page.reload();
    await customer.sees('Your cards');
    await customer.page.goto(`${shop.url}/mailbox`);
    await customer.page.goto(shop.url);
    await customer.sees('Your cards');
    const [cookie] = await customer.page.browserContext().cookies();
    assert.deepEqual([cookie?.name, cookie?.httpOnly, cookie?.sameSite], ['leb-session', true, 'Lax']);
    await customer.press('Sign out');
    await customer.sees('E-mail');
    assert.deepEqual(await customer.page.browserContext().cookies(), []);
    await customer.page.reload();
    await customer.sees('E-mail');
  });

  test('who takes no cookies signs in again after a reload, and nothing else goes wrong', async () => {
    const customer = await customerAt(browser, shop.url);
    await customer.signIn(mira);
    await customer.sees('Your cards');
    await customer.page.browserContext().deleteCookie(...(await customer.page.browserContext().cookies()));
    await customer.page.reload();
    await customer.signIn(mira);
    await customer.sees('Your cards');
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
