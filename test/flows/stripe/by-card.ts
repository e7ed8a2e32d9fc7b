import assert from 'node:assert/strict';
import { until } from '../../server/shop/until.ts';
import type { Customer } from '../customer.ts';
import { assertRenewedOnce, datesOf } from '../journeys/books.ts';
import { global, mira, year } from '../journeys/steps.ts';
import { words } from '../journeys/words.ts';
import { answerOverlay, cards, enterCard } from './at-stripe.ts';
import { payWith, price, toStripe } from './steps.ts';
import type { StripeJourney, StripeVisit } from './stripe-visit.ts';

/** Renew, the plan, three fields of Stripe's, and the button. */
const fewest = 6;

export const pays: StripeJourney = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  await customer.signIn(mira);
  await customer.sees(words.cards);
  const atBadge = customer.actions;
  await customer.renew(global);
  await customer.press(words.next('1 year'));
  await enterCard(customer, cards.good);
  await customer.press(year);
  await customer.sees(words.renewed);
  assert.equal(customer.actions - atBadge, fewest);
  await customer.sees('Visa •• 4242');
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

export const isDeclined: StripeJourney = async ({ shop, customer, stripe }) => {
  const before = await datesOf(shop, global);
  await toStripe(customer);
  const isTold = async (number: string, what: string) => {
    await payWith(customer, number);
    await customer.sees(what);
    await customer.sees(words.notCharged);
    return customer.text();
  };
  const generic = await isTold(cards.declined, words.declined);
  await isTold(cards.noFunds, words.noFunds);
  const lost = await isTold(cards.lost, words.declined);
  assert.equal(lost, generic, 'that a card is lost can be told from what is said');
  assert.deepEqual(await datesOf(shop, global), before);
  await payWith(customer, cards.good);
  await customer.sees(words.renewed);
  assert.equal(stripe.intents.length, 1);
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

export const isAskedByTheBank: StripeJourney = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  await toStripe(customer);
  await enterCard(customer, cards.asked);
  for (const answer of ['Fail', 'Close']) {
    await customer.press(year);
    await answerOverlay(customer, answer);
    await customer.sees(words.notConfirmed);
    await customer.sees(words.notCharged);
  }
  await customer.press(year);
  await answerOverlay(customer, 'Complete');
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

/** Another place may be paying just then: it takes a while until the form is there. */
async function resumes({ later }: StripeVisit, customer: Customer): Promise<void> {
  await customer.sees(words.underWay);
  await customer.renew(global, words.resume);
  await until('the payment is open', async () => {
    await later(2_000);
    return (await customer.text()).includes(year);
  });
}

export const paysOnceInThreePlaces: StripeJourney = async (visit) => {
  const { shop, customer, tab, otherBrowser, stripe } = visit;
  const before = await datesOf(shop, global);
  await toStripe(customer);
  await enterCard(customer, cards.good);
  const second = await tab();
  await resumes(visit, second);
  await enterCard(second, cards.good);
  const elsewhere = await otherBrowser();
  await elsewhere.signIn(mira);
  await resumes(visit, elsewhere);
  await enterCard(elsewhere, cards.good);
  await customer.page.bringToFront();
  await customer.press(year);
  await customer.sees(words.renewed);
  await second.sees(words.renewed);
  await elsewhere.press(year);
  await elsewhere.sees(words.renewed, { neverBefore: words.notCharged });
  assert.deepEqual(
    stripe.requestsTo('POST /v1/payment_intents/:id/confirm').map(({ status }) => status),
    [200, 400],
  );
  assert.equal(stripe.intents.length, 1);
  await assertRenewedOnce(shop, { label: global, before, ...price });
};

export const losesTheNetwork: StripeJourney = async ({ shop, customer, stripe }) => {
  const before = await datesOf(shop, global);
  await toStripe(customer);
  const lost = { before: () => customer.page.setOfflineMode(true), after: 'cut' } as const;
  stripe.mishap('POST /v1/payment_intents/:id/confirm', lost, 3); // A browser asks again by itself.
  await payWith(customer, cards.good);
  await customer.sees(words.checking, { neverBefore: words.notCharged });
  await customer.doesNotSee(year);
  await customer.doesNotSee(words.renewed);
  await customer.page.setOfflineMode(false);
  await customer.sees(words.renewed, { neverBefore: year });
  await assertRenewedOnce(shop, { label: global, before, ...price });
};
