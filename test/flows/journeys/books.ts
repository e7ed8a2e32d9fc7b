import assert from 'node:assert/strict';
import { until } from '../../server/shop/until.ts';
import type { Demo } from '../open-demo.ts';

/** What the shop, its provider and its supplier know of everything that was ever renewed in it. */
export interface Books {
  /** Statuses of renewals that were ever paid for, or still may be. */
  readonly renewals: readonly string[];
  readonly receipts: number;
  /** Minor units. */
  readonly taken: number;
  readonly givenBack: number;
  /** By the supplier. */
  readonly extensions: number;
  /** Subjects, without reminders of a card's end. */
  readonly mails: readonly string[];
}

export async function booksOf({ query, admin, money }: Demo): Promise<Books> {
  const [row] = await query<Omit<Books, 'mails' | 'taken' | 'givenBack'>>(
    `select
       array(select status from leb_renew.renewals where status <> 'cancelled' order by created_at) as renewals,
       (select count(*)::int from leb_renew.receipts where corrects is null) as receipts,
       (select count(*)::int from leb_local_supplier.extensions) as extensions`,
  );
  assert.ok(row);
  const mails = (await admin.mails()).map(({ subject }) => subject);
  return { ...row, ...(await money()), mails: mails.filter((subject) => !/works through/.test(subject)) };
}

/** Nothing was bought, and nobody was written to. */
export const untouched: Books = {
  renewals: [],
  receipts: 0,
  taken: 0,
  givenBack: 0,
  extensions: 0,
  mails: [],
};

export interface CardDates {
  /** Epoch ms. */
  readonly end: number;
  readonly periods: number;
  readonly planId: string;
}

export async function datesOf({ query }: Demo, label: string): Promise<CardDates> {
  const [row] = await query<{ end: Date; periods: number; planId: string }>(
    `select expires_at as end, plan_id as "planId",
       (select count(*)::int from leb_renew.service_periods p where p.card_ref = c.card_ref) as periods
     from leb_renew.cards c where label = $1`,
    [label],
  );
  assert.ok(row, `there is no card ${label}`);
  return { ...row, end: row.end.getTime() };
}

/** Where a card ended, and what was to come of it. */
export interface Bargain {
  readonly label: string;
  readonly before: CardDates;
  /** What was to be paid, minor units. */
  readonly amount: number;
  /** How many days there are between where it began and its new end: the least and the most. */
  readonly days: readonly [least: number, most: number];
  /** Epoch ms from which the days count; the end before, unless the plan starts now. */
  readonly from?: number;
  /** How subjects of mails begin that were sent besides. */
  readonly alsoWritten?: readonly string[];
  /** What the shop had sold before. @default nothing */
  readonly earlier?: Books;
}

/** One renewal was bought, and it happened once: one payment, one extension, one receipt, one mail. Gives the books. */
export async function assertRenewedOnce(
  shop: Demo,
  { label, before, amount, days, from, alsoWritten = [], earlier = untouched }: Bargain,
): Promise<Books> {
  const confirmation = `Renewed: ${label} until `;
  const isKnown = (subject: string) => alsoWritten.some((beginning) => subject.startsWith(beginning));
  await until('the confirmation is there', async () =>
    (await booksOf(shop)).mails.some((subject) => subject.startsWith(confirmation)),
  );
  const after = await datesOf(shop, label);
  const books = await booksOf(shop);
  const { mails, ...sold } = books;
  assert.deepEqual(sold, {
    renewals: [...earlier.renewals, 'renewed'],
    receipts: earlier.receipts + 1,
    taken: earlier.taken + amount,
    givenBack: 0,
    extensions: earlier.extensions + 1,
  });
  const unexpected = mails.filter((subject) => !isKnown(subject) && !earlier.mails.includes(subject));
  assert.equal(unexpected.length, 1, unexpected.join());
  assert.ok(unexpected[0]?.startsWith(confirmation), unexpected[0]);
  assert.equal(after.periods, before.periods + 1);
  const gained = Math.round((after.end - (from ?? before.end)) / 86_400_000);
  assert.ok(gained >= days[0] && gained <= days[1], `${gained} days`);
  return books;
}

export const aYear = [365, 366] as const;
