import assert from 'node:assert/strict';
import { assertRenewedOnce, aYear, booksOf, datesOf } from './books.ts';
import { global, mira, year } from './steps.ts';
import type { Journey } from './visit.ts';
import { words } from './words.ts';

const losesTheConnectionEverywhere: Journey = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  const { page } = customer;
  const without = async (step: () => Promise<unknown>): Promise<void> => {
    await page.setOfflineMode(true);
    await step();
    await customer.sees(words.offline);
    await page.setOfflineMode(false);
  };

  await without(() => customer.signIn(mira));
  await customer.press('Sign in');
  await customer.sees(words.cards);

  await without(() => customer.renew(global));
  await customer.sees(words.next('1 year'));
  await without(async () => {
    await customer.press(words.next('1 year'));
    await customer.sees(words.offline);
    const notice = await page.$(`::-p-text(${words.offline})`);
    assert.ok(await notice?.isIntersectingViewport({ threshold: 1 }), 'it is said where nobody looks');
  });
  await customer.press(words.next('1 year'));
  await customer.sees(words.whatHappens);

  await without(() => customer.sees(words.whatHappens));
  await customer.doesNotSee(words.offline);
  assert.equal((await booksOf(shop)).taken, 0);

  await shop.supplier('slow');
  await customer.select(words.whatHappens, 'slow');
  await customer.press(year);
  await customer.sees(words.sending);
  await without(() => customer.sees(words.checking));
  await customer.sees(words.received);
  await page.setOfflineMode(true);
  await customer.press(words.look);
  await customer.sees(words.offline);
  await customer.doesNotSee(words.renewed);
  await page.setOfflineMode(false);
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });

  await customer.press(words.done);
  await customer.sees(words.cards);
  await without(() => customer.press(words.receiptsOf(global)));
  await customer.sees(words.receiptNumber);
};

/** Runs in the page: its own `fetch`, which fails once for each call to the renewal server, before it is made or after. */
function oddFetch(): void {
  const { fetch: ask } = window;
  const failed = new Set<string>();
  window.fetch = async (...given: Parameters<typeof fetch>) => {
    const url = given[0] as string;
    const call = /\w+$/.exec(url)?.[0] ?? '';
    const isFirst = /\/renewal\/(?!session)/.test(url) && !failed.has(call);
    if (isFirst) failed.add(call);
    if (isFirst && failed.size % 3 === 0) throw new Error('of the page');
    if (isFirst && failed.size % 3 === 1) return undefined as unknown as Response;
    const answer = await ask(...given);
    if (isFirst) throw new Error('of the page');
    return answer;
  };
}

const hasAnOddPage: Journey = async ({ shop, customer }) => {
  const before = await datesOf(shop, global);
  await customer.page.evaluateOnNewDocument(oddFetch);
  await customer.page.reload();
  await customer.signIn(mira);
  await customer.renew(global);
  await customer.press(words.next('1 year'));
  await customer.sees(words.tryAgain);
  await customer.press(words.next('1 year'));
  await customer.sees(words.whatHappens);
  await customer.press(year);
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });
};

export const offline: Readonly<Record<string, Journey>> = {
  'loses the connection at every step': losesTheConnectionEverywhere,
  'is at a page whose own fetch fails once for every call': hasAnOddPage,
};
