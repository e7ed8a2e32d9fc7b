import assert from 'node:assert/strict';
import { assertRenewedOnce, aYear, datesOf, untouched, type Books } from './books.ts';
import { acceptLoss, daysLeft, mira, tom } from './steps.ts';
import type { Journey, Visit } from './visit.ts';
import { words } from './words.ts';

interface Row {
  readonly label: string;
  /** What its badge says before, as a pattern; the days left by default. */
  readonly badge?: string;
  readonly plan: string;
  /** US$. */
  readonly price: string;
  readonly days: readonly [number, number];
  readonly startsNow?: true;
  readonly losesDays?: true;
}

const aMonth = [28, 31] as const;
const aQuarter = [89, 93] as const;
const yearly = { plan: '1 year', price: '84.00', days: aYear } as const;
const monthly = { plan: '1 month', price: '9.00', days: aMonth } as const;

const rows: Readonly<Record<string, readonly Row[]>> = {
  [mira]: [
    { label: 'LEB Global card', ...yearly },
    { label: 'Lena’s tablet', badge: 'Active', ...yearly },
    { label: 'Travel phone', badge: '\\d+ hours? left|Ends today', ...monthly },
    { label: 'Spare watch', badge: 'Ended, still works', ...monthly },
  ],
  [tom]: [
    {
      label: 'LEB Asia card',
      badge: 'Active',
      plan: '3 months',
      price: '19.00',
      days: aQuarter,
      startsNow: true,
      losesDays: true,
    },
    {
      label: 'Old laptop',
      badge: 'Expired',
      plan: '3 months',
      price: '24.00',
      days: aQuarter,
      startsNow: true,
    },
  ],
};

/** From its badge to *renewed*, by somebody who is signed in and has a way to pay. */
async function renew({ shop, customer }: Visit, row: Row, earlier: Books): Promise<Books> {
  const { label, badge, plan, price, days, startsNow, losesDays } = row;
  const before = await datesOf(shop, label);
  const said = badge ?? daysLeft(before.end, shop.now());
  await customer.sees(new RegExp(`${label}\\n(${said})\\n`));

  const { actions } = customer;
  await customer.renew(label);
  await customer.press(words.next(plan));
  await customer.sees(words.review);
  if (losesDays) await acceptLoss(customer);
  else await customer.sees(words.nothingLost);
  await customer.press(words.pay(price));
  await customer.sees(words.renewed);
  assert.ok(customer.actions - actions <= 5, `${customer.actions - actions} actions`);

  await customer.sees(words.receiptNumber);
  await customer.doesNotSee('Pay US$');
  const books = await assertRenewedOnce(shop, {
    label,
    before,
    amount: Math.round(Number(price) * 100),
    days,
    earlier,
    ...(startsNow && { from: shop.now() }),
  });
  await customer.press(words.done);
  await customer.sees(words.cards);
  return books;
}

const renewAll =
  (email: string): Journey =>
  async (visit) => {
    await visit.customer.signIn(email);
    let books = untouched;
    for (const row of rows[email] ?? []) books = await renew(visit, row, books);
  };

export const sixCards: Readonly<Record<string, Journey>> = {
  'renews four cards, each in at most 5 actions from its badge': renewAll(mira),
  'renews a card that starts anew and one that has ended, each in at most 5 actions': renewAll(tom),
};
