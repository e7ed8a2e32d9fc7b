import type { Card, Receipt, SandboxMethod } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openShop } from './shop/open-shop.ts';
import { query } from './shop/cluster.ts';
import { until } from './shop/until.ts';

test('a card is quoted, paid, extended and confirmed by mail', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const card = await shop.cardCalled(token, 'LEB Global card');
  const quote = await shop.quote(token);
  assert.deepEqual(quote.total, { minor: 8_400, currency: 'USD', exponent: 2 });
  assert.equal(
    quote.lines.reduce((sum, { amount }) => sum + amount.minor, 0),
    quote.total.minor,
  );

  const begun = await shop.begin(token, quote.quoteId);
  assert.equal((await shop.cardCalled(token, 'LEB Global card')).openRenewal, begun.renewalId);
  assert.equal(
    await shop.refused('receipt', { path: { renewalId: begun.renewalId }, token }),
    'not-paid-yet',
  );
  assert.deepEqual(await shop.pay(begun, 'approve'), { state: 'succeeded', problemCode: null });

  const renewed = await shop.reaches(begun, 'renewed');
  assert.deepEqual(renewed.period, { from: card.entitlement.expiresAt, to: quote.effect.to });
  assert.equal(renewed.receiptNumber, `R-${new Date().getUTCFullYear()}-00001`);

  const after = await shop.cardCalled(token, 'LEB Global card');
  assert.equal(after.entitlement.expiresAt, quote.effect.to);
  assert.equal(after.entitlement.periods.length, 2);
  assert.equal(after.openRenewal, null);
  assert.notEqual(after.entitlement.version, card.entitlement.version);

  const receipt = await until('the receipt says where the mail went', async () => {
    const seen = await shop.get<Receipt>('receipt', {
      path: { renewalId: begun.renewalId },
      token: begun.renewalToken,
    });
    return seen.sentTo !== null && seen;
  });
  assert.equal(receipt.sentTo, 'm•••@example.com');
  assert.equal(receipt.paidWith, 'Test Visa •• 4242');
  assert.equal(receipt.previousExpiry, card.entitlement.expiresAt);
  assert.deepEqual(receipt.period, renewed.period);
  assert.deepEqual(receipt.total, quote.total);
});

test('the mail says what was bought and keeps numbers and tokens to itself', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  await shop.pay(begun, 'approve');
  const { receiptNumber, reference, renewalToken } = await shop.reaches(begun, 'renewed');
  const [mail, ...more] = await until('a mail', async () => {
    const mails = await shop.server.admin.mails();
    return mails.length > 0 && mails;
  });
  assert.ok(mail);
  assert.equal(more.length, 0);
  assert.equal(mail.to, 'mira@example.com');
  for (const part of [mail.text, mail.html.replaceAll('\u00a0', ' ')]) {
    for (const fact of [
      'LEB Global card',
      '8985 •••• •••• 4821',
      '84.00',
      'Test Visa •• 4242',
      receiptNumber,
      reference,
      '(Shanghai time)',
      'nothing to install',
    ]) {
      assert.ok(part.includes(fact), `the mail does not say ${fact}`);
    }
    assert.doesNotMatch(part, /find the receipt again|all its devices/);
  }
  assert.match(mail.attachments[0]?.content ?? '', /^BEGIN:VCALENDAR\r\n/);
  const whole = JSON.stringify(mail);
  const [secretRow] = await query<{ iccid: string }>(
    shop.databaseUrl,
    `select iccid from leb_renew.cards where label = 'LEB Global card'`,
  );
  for (const secret of [secretRow?.iccid, renewalToken, token])
    assert.ok(secret !== undefined && !whole.includes(secret));
});

test('every method of payment is named on the receipt, as a test', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const cases: [SandboxMethod, string, Card['label'], string][] = [
    ['paypal', 'PayPal (test)', 'LEB Global card', 'EUR'],
    ['alipay', 'Alipay (test)', 'Lena’s tablet', 'CNY'],
    ['wechat_pay', 'WeChat Pay (test)', 'Spare watch', 'CNY'],
  ];
  for (const [index, [method, name, label, currency]] of cases.entries()) {
    const quote = await shop.quote(token, { label, currency });
    const begun = await shop.begin(token, quote.quoteId);
    await shop.pay(begun, 'approve', method);
    const { receiptNumber } = await shop.reaches(begun, 'renewed');
    assert.match(receiptNumber, new RegExp(`0000${index + 1}$`), 'receipts are numbered without gaps');
    const receipt = await shop.get<Receipt>('receipt', { path: { renewalId: begun.renewalId }, token });
    assert.equal(receipt.paidWith, name);
    assert.equal(receipt.total.currency, currency);
  }
});

test('a payment that takes its time is processing first', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  assert.deepEqual(await shop.pay(begun, 'processing', 'alipay'), { state: 'processing', problemCode: null });
  assert.equal((await shop.renewal(begun, '?refresh=1')).status, 'processing');
  await shop.reaches(begun, 'renewed');
});

test('a payment that is decided late may be declined, and is then open again', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  const undecided = { state: 'processing', problemCode: null };
  assert.deepEqual(await shop.pay(begun, 'processing-fails', 'debit'), undecided);
  assert.equal((await shop.renewal(begun, '?refresh=1')).status, 'processing');
  const open = await shop.reaches(begun, 'awaiting-payment');
  assert.equal(open.lastProblem?.code, 'payment-declined');
  await shop.pay(begun, 'approve', 'debit');
  const { renewalId } = await shop.reaches(begun, 'renewed');
  const receipt = await shop.get<Receipt>('receipt', { path: { renewalId }, token });
  assert.equal(receipt.paidWith, 'Test debit •• 5556');
});

test('a payment whose answer is lost is found again', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  assert.equal(await shop.pay(begun, 'lost-answer'), null);
  await shop.reaches(begun, 'renewed');
});

test('a slow payment is answered when it is through', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  const [one, two] = await Promise.all([shop.pay(begun, 'slow'), shop.pay(begun, 'slow')]);
  assert.deepEqual([one?.state, two?.state], ['succeeded', 'succeeded']);
  await shop.reaches(begun, 'renewed');
  assert.equal((await shop.cardCalled(token, 'LEB Global card')).entitlement.periods.length, 2);
});

test('a declined payment is open again, with the reason, and can be paid', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const begun = await shop.begin(token, (await shop.quote(token)).quoteId);
  for (const scenario of [
    'insufficient-funds',
    'payment-declined',
    'expired-card',
    'authentication-failed',
    'payment-cancelled',
  ] as const) {
    assert.deepEqual(await shop.pay(begun, scenario), {
      state: 'requires_payment_method',
      problemCode: scenario,
    });
    const open = await shop.renewal(begun, '?refresh=1');
    assert.equal(open.status === 'awaiting-payment' && open.lastProblem?.code, scenario);
  }
  await shop.pay(begun, 'approve', 'paypal');
  await shop.reaches(begun, 'renewed');
  assert.equal((await shop.cardCalled(token, 'LEB Global card')).entitlement.periods.length, 2);
});
