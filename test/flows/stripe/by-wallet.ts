import assert from 'node:assert/strict';
import { until } from '../../server/shop/until.ts';
import { assertRenewedOnce, booksOf, datesOf } from '../journeys/books.ts';
import { global, mira, year } from '../journeys/steps.ts';
import { words } from '../journeys/words.ts';
import { answerOverlay, cards, chooseMethod } from './at-stripe.ts';
import { payWith, price, toStripe } from './steps.ts';
import type { StripeJourney, StripeVisit } from './stripe-visit.ts';

/** On the wallet's own page. */
const atWallet = {
  agree: 'Authorize test payment',
  fail: 'Fail test payment',
  leave: 'Close without paying',
} as const;

/** From the sign-in to the page of a wallet. */
async function toWallet({ customer }: StripeVisit, wallet: 'PayPal' | 'Alipay'): Promise<void> {
  await toStripe(customer);
  await chooseMethod(customer, wallet);
  await customer.press(year);
  await customer.sees(atWallet.agree);
}

export const agreesAtPayPal: StripeJourney = async (visit) => {
  const { shop, customer } = visit;
  const before = await datesOf(shop, global);
  await toWallet(visit, 'PayPal');
  await customer.press(atWallet.agree);
  await customer.sees(words.renewed, { neverBefore: year });
  await customer.sees('· PayPal');
  assert.equal(await customer.page.evaluate('location.href'), `${shop.url}/`);
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

export const leavesPayPal: StripeJourney = async (visit) => {
  const { shop, customer } = visit;
  const before = await datesOf(shop, global);
  await toWallet(visit, 'PayPal');
  /** No time passes for the page: what it says, it says at once. */
  const isTold = async (choice: string, what: string) => {
    await customer.press(choice);
    await customer.sees(what, { neverBefore: words.notSeen });
    await customer.sees(words.notCharged);
    await customer.sees(year);
    assert.equal((await booksOf(shop)).taken, 0);
  };
  const tryAgain = async () => {
    await chooseMethod(customer, 'PayPal');
    await customer.press(year);
    await customer.sees(atWallet.leave);
  };
  await isTold(atWallet.leave, words.paymentCancelled);
  await tryAgain();
  await isTold(atWallet.leave, words.paymentCancelled);
  await tryAgain();
  await isTold(atWallet.fail, words.walletFailed);
  await payWith(customer, cards.good);
  await customer.sees(words.renewed);
  await customer.sees('Visa •• 4242');
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

export const closesTheTabAtAlipay: StripeJourney = async (visit) => {
  const { shop, customer, tab, stripe } = visit;
  const before = await datesOf(shop, global);
  await toWallet(visit, 'Alipay');
  await customer.page.close();
  stripe.decide(stripe.intents[0]?.id ?? '', 'authorize');
  await until('it is renewed', async () => (await booksOf(shop)).renewals[0] === 'renewed');
  const next = await tab();
  await next.sees(words.cards);
  await next.sees(String(new Date(before.end).getUTCFullYear() + 1));
  await next.doesNotSee(words.underWay);
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

export const comesBackElsewhere: StripeJourney = async (visit) => {
  const { shop, customer, otherBrowser } = visit;
  const before = await datesOf(shop, global);
  await toWallet(visit, 'Alipay');
  const elsewhere = await otherBrowser();
  await elsewhere.page.goto(customer.page.url());
  await elsewhere.press(atWallet.agree);
  await elsewhere.sees(words.shop);
  assert.equal(await elsewhere.page.evaluate('location.href'), `${shop.url}/`);
  await elsewhere.signIn(mira);
  await elsewhere.sees(words.renewed, { neverBefore: year });
  await elsewhere.sees('· Alipay');
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

export const scansTheCodeOfWeChat: StripeJourney = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  await toStripe(customer);
  await chooseMethod(customer, 'WeChat Pay');
  await customer.press(year);
  await answerOverlay(customer, atWallet.agree);
  await customer.sees(words.renewed);
  await customer.sees('· WeChat Pay');
  await assertRenewedOnce(shop, { label: global, before, ...price });
};
