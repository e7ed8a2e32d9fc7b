import assert from 'node:assert/strict';
import { until } from '../../server/shop/until.ts';
import { assertRenewedOnce, aYear, booksOf, datesOf } from './books.ts';
import { global, minutes, toPayment, year } from './steps.ts';
import type { Journey } from './visit.ts';
import { words } from './words.ts';

const isSlow: Journey = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  await toPayment(customer);
  await shop.supplier('slow');
  await customer.press(year);
  await customer.sees(words.stillExtending, { neverBefore: words.renewed });
  await customer.sees(words.receiptNumber);
  await customer.doesNotSee(year);
  assert.deepEqual(await datesOf(shop, global), before);
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });
};

const refuses: Journey = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  await toPayment(customer);
  await shop.supplier('refuses');
  await customer.press(year);
  await customer.sees(words.person, { neverBefore: words.renewed });
  await customer.sees(words.support);
  await customer.sees(words.reference);
  await customer.doesNotSee(year);

  const [waiting] = await shop.admin.desk.list();
  assert.ok(waiting?.renewal);
  const refund = { by: 'Ada', why: 'The supplier does not take the card.' };
  assert.ok((await shop.admin.desk.refund(waiting.renewal.reference, refund)).ok);
  await customer.page.reload();
  await customer.sees(words.sentBack);
  await customer.sees(words.receiptNumber);

  const letter = await until('the refund is written about', async () => {
    await shop.admin.sweep();
    return (await booksOf(shop)).mails.find((subject) => subject === `Payment returned: ${global}`);
  });
  assert.ok(letter);
  const { renewals, taken, givenBack, extensions, receipts } = await booksOf(shop);
  assert.deepEqual(
    { renewals, taken, givenBack, extensions, receipts },
    { renewals: ['refunded'], taken: 8_400, givenBack: 8_400, extensions: 0, receipts: 1 },
  );
  assert.deepEqual(await datesOf(shop, global), before);
  await customer.press(words.done);
  await customer.sees(words.cards);
};

const doesNotAnswer: Journey = async ({ shop, customer, later }) => {
  const before = await datesOf(shop, global);
  await toPayment(customer);
  await shop.supplier('silent');
  await customer.press(year);
  await customer.sees(words.stillExtending, { neverBefore: words.renewed });
  await customer.sees(words.support);
  await customer.sees(words.reference);
  await later(minutes(11));
  await shop.admin.sweep();
  const subject = `Payment received: ${global} is being extended`;
  await until('it is written about', async () => (await booksOf(shop)).mails.includes(subject));
  await customer.sees(words.stillExtending);
  await customer.doesNotSee(year);
  assert.deepEqual(await datesOf(shop, global), before);
  assert.equal((await booksOf(shop)).taken, 8_400);

  await shop.supplier('at-once');
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, {
    label: global,
    before,
    amount: 8_400,
    days: aYear,
    alsoWritten: [subject],
  });
};

export const supplier: Readonly<Record<string, Journey>> = {
  'has paid while the supplier is slow: paid first, renewed only when it is': isSlow,
  'has paid for what the supplier refuses, and gets the money back': refuses,
  'has paid while the supplier does not answer, and has a reference for support': doesNotAnswer,
};
