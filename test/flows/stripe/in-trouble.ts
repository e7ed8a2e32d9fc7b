import assert from 'node:assert/strict';
import { answerStripeJs } from '../../fakes/stripe/js/answer.ts';
import { until } from '../../server/shop/until.ts';
import { assertRenewedOnce, booksOf, datesOf } from '../journeys/books.ts';
import { global, year } from '../journeys/steps.ts';
import { words } from '../journeys/words.ts';
import { cards } from './at-stripe.ts';
import { payWith, price, toStripe } from './steps.ts';
import type { StripeJourney } from './stripe-visit.ts';

const api = 'https://api.stripe.com';

const withoutForm =
  (first: 'abort' | 'hang'): StripeJourney =>
  async ({ shop, customer }) => {
    const before = await datesOf(shop, global);
    const stripeJs = await answerStripeJs(customer.page, { api, first });
    await toStripe(customer);
    if (first === 'hang') {
      await until('Stripe.js is asked for', async () => stripeJs.asked.length > 0);
      await customer.page.evaluate('pass(20_000)');
    }
    await customer.sees(words.noForm);
    await customer.sees(words.notCharged);
    await customer.doesNotSee(year);
    const { taken } = await booksOf(shop);
    assert.equal(taken, 0);
    await stripeJs.answer('double');
    await customer.press(words.retry);
    await payWith(customer, cards.good);
    await customer.sees(words.renewed);
    await assertRenewedOnce(shop, { label: global, before, ...price });
  };

export const isBlocked = withoutForm('abort');
export const waitsForNothing = withoutForm('hang');

export const waitsForTheSupplier: StripeJourney = async ({ shop, customer, stripe }) => {
  const before = await datesOf(shop, global);
  await toStripe(customer);
  await shop.supplier('slow');
  await payWith(customer, cards.good);
  await customer.sees(words.stillExtending, { neverBefore: words.renewed });
  await customer.sees(words.receiptNumber);
  await customer.doesNotSee(year);
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, ...price });

  stripe.refund(stripe.intents[0]?.id ?? '');
  await until('there is a correction', async () => {
    const [row] = await shop.query('select 1 from leb_renew.receipts where corrects is not null');
    return row;
  });
  await customer.press(words.done);
  await customer.press(words.receiptsOf(global));
  await customer.sees(words.moneyWentBack);
};
