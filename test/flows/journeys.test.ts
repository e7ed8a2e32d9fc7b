import { after, describe, test } from 'node:test';
import { desktop, openBrowser, phone } from './customer.ts';
import { offline } from './journeys/offline.ts';
import { paying } from './journeys/paying.ts';
import { plansAndPrices } from './journeys/plans-and-prices.ts';
import { sixCards } from './journeys/six-cards.ts';
import { supplier } from './journeys/supplier.ts';
import { openVisit } from './journeys/visit.ts';
import { waysIn } from './journeys/ways-in.ts';

const browser = openBrowser();
after(async () => (await browser).close());

const journeys = { ...sixCards, ...plansAndPrices, ...paying, ...supplier, ...offline, ...waysIn };

const sizes = Object.entries({ phone, desktop });
/** `npm test` walks each journey at one size, in turn; `npm run test:journeys` at both. */
const isWalked = (journey: number, size: number): boolean =>
  process.env['JOURNEYS'] === 'all' || journey % sizes.length === size;

describe('A customer', { concurrency: 6 }, () => {
  for (const [turn, [name, journey]] of Object.entries(journeys).entries())
    for (const [each, [device, size]] of sizes.entries())
      if (isWalked(turn, each))
        test(`${name} (${device})`, async (t) => journey(await openVisit(t, await browser, size)));
});
