import type { Receipt } from '@leb-renew/core/contract';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  codeMail,
  passwordChangedMail,
  reminderMail,
  resetMail,
  type Recipient,
} from '../../packages/server/src/mail/account-letters.ts';
import { confirmationMail } from '../../packages/server/src/mail/confirmation.ts';
import { languageOf } from '../../packages/server/src/mail/language.ts';
import { lastMoment } from '../../packages/server/src/mail/last-moment.ts';
import type { Language } from '../../packages/server/src/mail/port.ts';
import { openShop, seller } from './shop/open-shop.ts';
import { until } from './shop/until.ts';

const card = {
  label: 'LEB Global card',
  iccidMasked: '8985 •••• •••• 4821',
  expiresAt: '2026-03-14T16:00:00Z',
  zone: 'Asia/Shanghai',
};
const url = 'https://shop.example/renew#leb-renew=token';
const to = (language: Language, name = 'Mira'): Recipient => ({
  to: 'mira@example.com',
  name,
  language,
  seller,
});

const letters = (recipient: Recipient) => ({
  reset: resetMail('k', recipient, url),
  code: codeMail('k', recipient, '493021'),
  changed: passwordChangedMail('k', recipient),
  reminder: reminderMail('k', recipient, card, url, [30, 7, 1]),
});

test('a mail is written in the first language of the page that we write', () => {
  const rows: [accepted: string | null, Language][] = [
    [null, 'en'],
    ['', 'en'],
    ['en-US,en;q=0.9,zh;q=0.8', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-Hans', 'zh-Hans'],
    ['ZH', 'zh-Hans'],
    ['zh-Hant-TW,zh-TW;q=0.9,en;q=0.5', 'en'],
    ['zh-HK, zh-CN;q=0.3', 'zh-Hans'],
    ['de-DE,de;q=0.9', 'en'],
    ['de, zh-SG;q=0.4, en;q=0.3', 'zh-Hans'],
    ['en;q=0.2, zh;q=0.7', 'zh-Hans'],
    ['zh;q=0, en', 'en'],
    ['zh;q=0', 'en'],
    ['zh;q=nonsense', 'en'],
    [';;;,,q=1', 'en'],
    ['zhx, enx', 'en'],
    [`${'x,'.repeat(100_000)}zh`, 'en'],
  ];
  for (const [accepted, language] of rows) assert.equal(languageOf(accepted), language, String(accepted));
});

test('every letter says in both languages, as text and as HTML, what there is to do', () => {
  for (const language of ['en', 'zh-Hans'] as const) {
    for (const [name, { subject, text, html }] of Object.entries(letters(to(language)))) {
      assert.equal(/[一-龥]/.test(subject), language === 'zh-Hans', `${name}: ${subject}`);
      assert.ok(html.includes(`<html lang="${language}">`), name);
      for (const body of [text, html]) {
        assert.ok(body.includes('Mira') && body.includes(seller.name), name);
        assert.ok(!/undefined|null|\[object/.test(body), name);
        if (name === 'reset' || name === 'reminder') assert.ok(body.includes(url), name);
        if (name === 'code') assert.ok(body.includes('493021'));
        if (name === 'changed') assert.ok(body.includes('help@shop.example'));
      }
    }
  }
  const { reminder, code } = letters(to('en'));
  assert.equal(reminder.subject, 'LEB Global card works through 14 March 2026, 23:59 (Shanghai time)');
  assert.ok(reminder.text.includes('8985 •••• •••• 4821'));
  assert.ok(!code.subject.includes('493021'), 'a locked telephone shows the subject');
});

test('somebody without a name is greeted all the same', () => {
  assert.ok(letters(to('en', '')).reset.text.includes('\n\nHello,\n\n'));
  assert.ok(letters(to('zh-Hans', '')).reset.text.includes('\n\n您好：\n\n'));
});

test('no name or label makes HTML', () => {
  const evil = '<img src=x onerror="alert(1)">&\'';
  for (const mail of [
    resetMail('k', to('en', evil), `https://shop.example/"><script>#leb-reset=x`),
    reminderMail('k', to('en', evil), { ...card, label: evil }, url, [7, 1]),
  ])
    assert.ok(!/<img|<script|"alert/.test(mail.html));
});

test('the last moment of a card is told in its zone and in the words of the language', () => {
  const { expiresAt, zone } = card;
  assert.equal(lastMoment(expiresAt, zone), '14 March 2026, 23:59 (Shanghai time)');
  assert.match(lastMoment(expiresAt, zone, 'zh-Hans'), /^2026年3月14日 23:59（中国.*时间）$/);
  assert.match(lastMoment(expiresAt, 'Europe/Berlin', 'zh-Hans'), /^2026年3月14日 16:59（中欧.*时间）$/);
});

test('a confirmation is written in the language in which the renewal was begun', async (t) => {
  const shop = await openShop(t);
  const token = await shop.signIn();
  const { quoteId } = await shop.quote(token);
  const begun = await fetch(`${shop.url}/renewals`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' },
    body: JSON.stringify({ quoteId }),
  });
  const renewal = (await begun.json()) as Parameters<typeof shop.pay>[0];
  await shop.pay(renewal, 'approve');
  await shop.reaches(renewal, 'renewed');
  const [mail] = await until('the mail', async () => {
    const mails = await shop.server.admin.mails();
    return mails.length > 0 ? mails : null;
  });
  assert.match(mail?.subject ?? '', /^已续期：LEB Global card，可用至 /);
  for (const words of ['Mira Lindqvist，您好：', '购买内容', '付款信息', 'USD', '收据', '参考号'])
    assert.ok(mail?.text.includes(words), words);
  const calendar = mail?.attachments[0]?.content.replaceAll('\r\n ', '') ?? '';
  assert.ok(calendar.includes('SUMMARY:LEB Global card 到期'));
});

test('a confirmation says that nothing is to be installed only where something is', () => {
  const amount = { minor: 8_400, currency: 'USD', exponent: 2 as const };
  const plan = { planId: 'global-12m', name: '1 year', term: { months: 12 } };
  const receipt = {
    number: 'R-2026-00001',
    renewalId: 'r_1',
    reference: '7F3K-Q2',
    issuedAt: '2026-01-01T00:00:00Z',
    seller,
    card: { cardRef: 'c_1', label: card.label, iccidMasked: card.iccidMasked },
    plan,
    previousExpiry: null,
    zone: card.zone,
    lines: [{ kind: 'plan', label: '1 year', amount, rateBasisPoints: null }],
    total: amount,
    paidWith: 'card',
    paidAt: '2026-01-01T00:00:00Z',
    period: { from: '2026-01-01T00:00:00Z', to: card.expiresAt },
    sentTo: null,
    withdrawal: 'none',
    corrects: null,
    correctedBy: [],
    links: { page: null, calendar: null },
  } satisfies Receipt;
  const mailFor = (isInstalled: boolean, language: Language) =>
    confirmationMail({ ...to(language), receipt, pageUrl: null, isInstalled, sequence: 1 }).text;
  assert.ok(mailFor(true, 'en').includes('There is nothing to install'));
  assert.ok(!mailFor(false, 'en').includes('nothing to install'));
  assert.ok(mailFor(true, 'zh-Hans').includes('无需重新安装'));
  assert.ok(!mailFor(false, 'en').includes('Worked through'), 'a card that had not begun');
});
