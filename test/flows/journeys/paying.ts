import assert from 'node:assert/strict';
import { until } from '../../server/shop/until.ts';
import { assertRenewedOnce, aYear, booksOf, datesOf, untouched } from './books.ts';
import { days, daysLeft, fromCardsToPayment, global, mira, minutes, toPayment, year } from './steps.ts';
import type { Journey } from './visit.ts';
import { words } from './words.ts';

const isDeclinedTwice: Journey = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  await toPayment(customer);
  await customer.select(words.whatHappens, 'insufficient-funds');
  await customer.press(year);
  await customer.sees(words.noFunds);
  await customer.sees(words.notCharged);
  await customer.select(words.whatHappens, 'expired-card');
  await customer.press(year);
  await customer.sees(words.cardExpired);
  await customer.sees(words.notCharged);
  assert.deepEqual(await datesOf(shop, global), before);
  await customer.select(words.whatHappens, 'approve');
  await customer.press(year);
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });
};

const closesTheTabWhilePaying: Journey = async ({ shop, customer, tab, later }) => {
  const before = await datesOf(shop, global);
  await toPayment(customer);
  await customer.select(words.whatHappens, 'slow');
  await customer.press(year);
  await customer.sees(words.sending);
  await customer.page.close();
  await until('the payment has arrived', async () => (await booksOf(shop)).renewals[0] === 'renewed');
  await later(days(1));

  const nextDay = await tab();
  await nextDay.signIn(mira);
  await nextDay.sees(words.cards);
  await nextDay.sees(String(new Date(before.end).getUTCFullYear() + 1));
  await nextDay.doesNotSee(words.underWay);
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });
};

const closesTheTabBeforePaying: Journey = async ({ shop, customer, tab, later }) => {
  const before = await datesOf(shop, global);
  await toPayment(customer);
  await customer.page.close();
  await later(days(1));
  await shop.admin.sweep();

  const nextDay = await tab();
  await nextDay.signIn(mira);
  await nextDay.sees(daysLeft(before.end, shop.now()));
  await nextDay.doesNotSee(words.underWay);
  assert.deepEqual(await booksOf(shop), untouched);
  await fromCardsToPayment(nextDay);
  await nextDay.press(year);
  await nextDay.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });
};

/** Nobody is signed in any more, in any tab: the renewal's own ticket vouches for what was begun. */
const sessionEnds: Journey = async ({ shop, customer, later }) => {
  const before = await datesOf(shop, global);
  await toPayment(customer);
  await shop.query('delete from leb_renew_accounts.session');
  await later(minutes(11));
  await customer.press(year);
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });
  await customer.press(words.done);
  await customer.sees('E-mail');
  await customer.signIn(mira);
  await customer.sees(words.cards);
};

const reloadsEverywhere: Journey = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  const { page } = customer;
  await shop.supplier('slow');
  await page.reload();
  await customer.signIn(mira);
  await customer.sees(words.cards);
  await page.reload();
  await customer.renew(global);
  await customer.sees(words.next('1 year'));
  await page.reload();
  await customer.press(words.next('1 year'));
  await customer.sees(words.whatHappens);
  await page.reload();
  await customer.sees(words.review);
  await customer.select(words.whatHappens, 'lost-answer');
  await customer.press(year);
  await until('the money is taken', async () => (await booksOf(shop)).taken > 0);
  await page.reload();
  await customer.sees(words.received, { neverBefore: year });
  await page.reload();
  await customer.sees(words.renewed, { neverBefore: year });
  await page.reload();
  await customer.sees(words.receiptNumber);
  await customer.press(words.done);
  await customer.sees(words.cards);
  await customer.doesNotSee(words.underWay);
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });
};

const paysInTwoTabs: Journey = async ({ shop, customer, tab }) => {
  const before = await datesOf(shop, global);
  await toPayment(customer);
  const second = await tab();
  await second.sees(words.underWay);
  await second.renew(global, words.resume);
  await second.select(words.whatHappens, 'slow');
  await second.press(year);
  await customer.sees(words.otherTab);
  await customer.doesNotSee(year);
  await second.sees(words.renewed);
  await customer.sees(words.renewed, { neverBefore: year });
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });
};

/** What a bank asks in a window and a wallet on a page of its own, for three cards of one person. */
const isAskedElsewhere: Journey = async ({ shop, customer, later }) => {
  const { page } = customer;
  const leavesFor = async (wallet: string) => {
    await customer.choose(wallet);
    await customer.select(words.whatHappens, 'redirect');
    await customer.press(words.pay('9.00'));
    await customer.sees(`${wallet} (test)`);
    await customer.sees(words.noMoneyMoves);
  };
  const isBack = () => assert.equal(page.url(), `${shop.url}/`, 'the address keeps nothing of the payment');
  const toPay = async (label: string) => {
    await customer.sees(words.cards);
    await customer.renew(label);
    await customer.choose(words.plan('1 month', '9.00'));
    await customer.press(words.next('1 month'));
    await customer.sees(words.whatHappens);
  };
  const aMonth = { amount: 900, days: [28, 31] } as const;

  const phone = await datesOf(shop, 'Travel phone');
  await customer.signIn(mira);
  await toPay('Travel phone');
  await leavesFor('PayPal');
  await customer.press('Pay');
  await customer.sees(words.renewed, { neverBefore: words.pay('9.00') });
  isBack();
  const first = await assertRenewedOnce(shop, { label: 'Travel phone', before: phone, ...aMonth });
  await customer.press(words.done);

  const watch = await datesOf(shop, 'Spare watch');
  await toPay('Spare watch');
  await leavesFor('Alipay');
  await customer.press('Cancel');
  await customer.sees(words.shop);
  await until('the page knows of it', async () => {
    await later(2_000);
    return (await customer.text()).includes(words.paymentCancelled);
  });
  isBack();
  assert.equal((await booksOf(shop)).taken, first.taken);
  await customer.press(words.pay('9.00'));
  await customer.sees(words.renewed);
  const second = await assertRenewedOnce(shop, {
    label: 'Spare watch',
    before: watch,
    ...aMonth,
    earlier: first,
  });
  await customer.press(words.done);

  const card = await datesOf(shop, global);
  await toPay(global);
  await customer.select(words.whatHappens, '3d-secure');
  await customer.press(words.pay('9.00'));
  await customer.sees(words.bankAsks);
  await page.keyboard.press('Escape');
  await customer.sees(words.notConfirmed);
  await customer.sees(words.notCharged);
  await customer.press(words.pay('9.00'));
  await customer.sees(words.bankAsks);
  await page.keyboard.press('Enter');
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before: card, ...aMonth, earlier: second });
};

export const paying: Readonly<Record<string, Journey>> = {
  'is declined twice, then pays once': isDeclinedTwice,
  'closes the tab while paying, and finds the card renewed the next day': closesTheTabWhilePaying,
  'closes the tab before paying, and begins anew the next day': closesTheTabBeforePaying,
  'pays though the session has ended meanwhile': sessionEnds,
  'reloads the page at every step': reloadsEverywhere,
  'is asked by a wallet on a page of its own and by the bank, refuses and agrees, and pays three times':
    isAskedElsewhere,
  'has the same renewal open in two tabs, and pays once': paysInTwoTabs,
};
