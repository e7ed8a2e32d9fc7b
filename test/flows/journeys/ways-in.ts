import assert from 'node:assert/strict';
import { until } from '../../server/shop/until.ts';
import type { Customer } from '../customer.ts';
import { assertRenewedOnce, aYear, booksOf, datesOf } from './books.ts';
import { fromCardsToPayment, global, mira, year } from './steps.ts';
import type { Journey, Visit } from './visit.ts';
import { words } from './words.ts';

/** Opens the mailbox of the shop at the letter whose subject begins so, and reads it. */
async function openLetter({ shop, tab }: Visit, subject: string) {
  const about = await until(`a mail about ${subject}`, async () =>
    (await shop.admin.mails()).map((mail) => mail.subject).find((each) => each.startsWith(subject)),
  );
  const mailbox = await tab(`${shop.url}/mailbox`);
  const frame = await mailbox.page.waitForSelector(`iframe[title="${about}"]`);
  const letter = await frame?.contentFrame();
  assert.ok(letter);
  const text = await letter.evaluate(() => document.body.innerText);
  return { mailbox, letter, text };
}

/** Presses the button of a letter, which opens the shop in a tab of its own. */
async function follow(visit: Visit, subject: string): Promise<Customer> {
  const { letter, mailbox } = await openLetter(visit, subject);
  const opened = await visit.opened(() => letter.click('a'));
  await mailbox.page.close();
  await opened.page.bringToFront();
  return opened;
}

const forgetsThePassword: Journey = async (visit) => {
  const { customer, shop } = visit;
  const before = await datesOf(shop, global);
  await customer.press('Forgot your password?');
  await customer.type('E-mail', mira);
  await customer.press('Send link');
  await customer.sees('Check your mail');
  const opened = await follow(visit, words.resetSubject);
  await opened.type('New password', 'a-better-password');
  await opened.press('Set new password');
  await opened.sees('Your new password is set.');
  assert.equal(opened.page.url(), `${shop.url}/`, 'the link stays in the address');
  await opened.type('E-mail', mira);
  await opened.type('Password', 'renew-me-please');
  await opened.press('Sign in');
  await opened.sees('The e-mail address or the password is wrong.');
  await opened.type('Password', 'a-better-password');
  await opened.press('Sign in');
  await opened.sees(words.cards);
  await fromCardsToPayment(opened);
  await opened.press(year);
  await opened.sees(words.renewed);
  await assertRenewedOnce(shop, {
    label: global,
    before,
    amount: 8_400,
    days: aYear,
    alsoWritten: [words.resetSubject, words.newPasswordSubject],
  });
};

const entersACode: Journey = async (visit) => {
  const { customer, shop } = visit;
  const account = { email: 'nora@example.com', name: 'Nora Ito', password: 'renew-me-please' };
  const { accountId } = await shop.admin.createAccount({ ...account, oneTimeCode: true });
  await shop.query('update leb_renew.cards set account_id = $1 where label = $2', [accountId, global]);
  const before = await datesOf(shop, global);
  await customer.signIn(account.email);
  await customer.sees('We sent a code of 6 digits to');
  const { text, mailbox } = await openLetter(visit, words.codeSubject);
  await mailbox.page.close();
  const [code = ''] = /\b\d{6}\b/.exec(text) ?? [];
  await customer.page.bringToFront();
  await customer.type('Code', code);
  await customer.sees(words.cards);
  await fromCardsToPayment(customer);
  await customer.press(year);
  await customer.sees(words.renewed);
  await assertRenewedOnce(shop, {
    label: global,
    before,
    amount: 8_400,
    days: aYear,
    alsoWritten: [words.codeSubject],
  });
};

const followsAReminder: Journey = async (visit) => {
  const { shop } = visit;
  const before = await datesOf(shop, global);
  const opened = await follow(visit, `${global} works through`);
  await opened.sees(words.linkOpened);
  await opened.doesNotSee('Lena’s tablet');
  assert.equal(opened.page.url(), `${shop.url}/`, 'the link stays in the address');
  await opened.press(words.next('1 year'));
  await opened.sees(words.whatHappens);
  await opened.press(year);
  await opened.sees(words.renewed);
  await opened.doesNotSee(words.sentTo);
  await assertRenewedOnce(shop, { label: global, before, amount: 8_400, days: aYear });
};

const hasSeveralCards: Journey = async ({ shop, customer }) => {
  const labels = [global, 'Lena’s tablet', 'Travel phone', 'Spare watch'];
  const before = await Promise.all(labels.map((label) => datesOf(shop, label)));
  await customer.signIn(mira);
  for (const each of [...labels, '4821', '7734', '1908', '5546', 'Global', 'Watch'])
    await customer.sees(each);
  await customer.doesNotSee('LEB Asia card');
  await customer.renew('Lena’s tablet');
  await customer.sees('Lena’s tablet');
  await customer.doesNotSee(global);
  await customer.press(words.allCards);
  await customer.renew('Travel phone');
  await customer.press(words.next('1 month'));
  await customer.sees('Travel phone');
  await customer.press(words.pay('9.00'));
  await customer.sees(words.renewed);
  await customer.press(words.done);
  await customer.sees(words.cards);
  const [, , phone, ...others] = before;
  assert.ok(phone);
  await assertRenewedOnce(shop, { label: 'Travel phone', before: phone, amount: 900, days: [28, 31] });
  assert.deepEqual(
    await Promise.all([global, 'Lena’s tablet', 'Spare watch'].map((label) => datesOf(shop, label))),
    [before[0], before[1], ...others],
  );
  assert.equal((await booksOf(shop)).receipts, 1);
};

export const waysIn: Readonly<Record<string, Journey>> = {
  'has forgotten the password, sets a new one from the mail, and renews': forgetsThePassword,
  'enters a one-time code from the mail, and renews': entersACode,
  'follows the link of a reminder, and renews without signing in': followsAReminder,
  'has several cards, and renews the one that was meant': hasSeveralCards,
};
