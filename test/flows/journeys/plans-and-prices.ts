import assert from 'node:assert/strict';
import { assertRenewedOnce, aYear, booksOf, datesOf } from './books.ts';
import { acceptLoss, global, mira, minutes, tom, toPayment, year } from './steps.ts';
import type { Journey } from './visit.ts';
import { words } from './words.ts';

const switchesPlan: Journey = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  await customer.signIn(mira);
  await customer.renew(global);
  await customer.choose(words.plan('2 years', '149.00'));
  await customer.press(words.next('2 years'));
  await customer.sees(words.switched);
  await customer.sees(words.nothingLost);
  await customer.press(words.pay('149.00'));
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, amount: 14_900, days: [730, 731] });
  assert.equal((await datesOf(shop, global)).planId, 'global-24m');
};

const restartsFromNow: Journey = async ({ shop, customer }) => {
  const label = 'LEB Asia card';
  const before = await datesOf(shop, label);
  await customer.signIn(tom);
  await customer.renew(label);
  await customer.choose(words.plan('1 year', '66.00'));
  await customer.sees(words.wouldLose);
  await customer.press(words.next('1 year'));
  await customer.sees(words.startsNow);
  await acceptLoss(customer);
  await customer.press(words.pay('66.00'));
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label, before, amount: 6_600, days: aYear, from: shop.now() });
};

const readsForTooLong: Journey = async ({ shop, customer, later }) => {
  const before = await datesOf(shop, global);
  await toPayment(customer);
  await later(minutes(31));
  await customer.sees(words.outdated);
  await customer.doesNotSee(year);
  await customer.press(words.priceAgain);
  await customer.sees(words.whatHappens);
  assert.equal((await booksOf(shop)).taken, 0);
  await customer.press(year);
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });
};

export const plansAndPrices: Readonly<Record<string, Journey>> = {
  'switches to another plan': switchesPlan,
  'is told how many paid days are lost where a plan starts now, and accepts it': restartsFromNow,
  'reads for so long that the price runs out, and gets a new one': readsForTooLong,
};
