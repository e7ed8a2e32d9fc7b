import { expect } from '@open-wc/testing';
import { lastFour } from '../../packages/widget/src/text/amounts.ts';
import { counter } from '../../packages/widget/src/text/counter.ts';
import { dateText, lastMoment } from '../../packages/widget/src/text/dates.ts';
import { formatLocale, languageOf } from '../../packages/widget/src/text/language.ts';
import { languageFor, loadMessages } from '../../packages/widget/src/text/load-messages.ts';
import { messages as zhHans } from '../../packages/widget/src/text/zh-hans/index.ts';
import { expiresAt } from './fixtures.ts';

describe('the number of a card', () => {
  it('is never broken into two lines', () => {
    const narrow = document.body.appendChild(document.createElement('p'));
    narrow.style.inlineSize = '4em';
    narrow.append(`LEB ${lastFour('8985 •••• •••• 4821')}`);
    const [, number] = narrow.firstChild!.textContent!.split(' ');
    expect(number).to.contain('4821');
    const range = document.createRange();
    range.setStart(narrow.firstChild!, 4);
    range.setEndAfter(narrow.firstChild!);
    expect(new Set([...range.getClientRects()].map(({ top }) => top)).size).to.equal(1);
    narrow.remove();
  });
});

describe('the words', () => {
  it('are found by language, script and country', async () => {
    const led = {
      'zh-Hans': ['zh-CN', 'zh', 'zh-Hans', 'zh-Hans-SG', 'ZH-hans'],
      'zh-Hant': ['zh-HK', 'zh-TW', 'zh-MO', 'zh-Hant-CN'],
      ja: ['ja-JP', 'ja-Latn'],
      id: ['in', 'id-ID'],
      pt: ['pt-PT', 'pt'],
      ar: ['ar-EG'],
      en: ['en', 'en-US', 'EN-gb', 'not a tag', ''],
    };
    for (const [language, tags] of Object.entries(led))
      for (const tag of tags) expect(languageFor(tag), tag).to.equal(language);
    for (const tag of ['sv', 'zh-Latn', 'english']) expect(languageFor(tag), tag).to.equal(null);
    for (const tag of ['en', 'sv']) expect(await loadMessages(tag, 'status'), tag).to.equal(null);
  });

  it('are at hand at once when they were loaded before', async () => {
    await loadMessages('zh', 'plans');
    expect(loadMessages('zh-CN', 'status')).to.deep.equal(zhHans);
  });

  it('bend with the number as the language does', () => {
    const polish = counter('pl');
    const days = { one: '# dzień', few: '# dni', many: '# dni', other: '# dnia' };
    expect([1, 2, 5, 1.5].map((count) => polish(count, days))).to.deep.equal([
      '1 dzień',
      '2 dni',
      '5 dni',
      '1,5 dnia',
    ]);
  });
});

describe('languageOf', () => {
  it('finds the nearest language, also across a shadow root', () => {
    const outer = document.body.appendChild(document.createElement('div'));
    outer.lang = 'zh-CN';
    const host = outer.appendChild(document.createElement('div'));
    const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    expect(languageOf(inner)).to.equal('zh-CN');
    inner.lang = 'en';
    expect(languageOf(inner)).to.equal('en');
    outer.remove();
  });
});

describe('formatLocale', () => {
  it('keeps dates and numbers in the language of the words', () => {
    expect(formatLocale('de-DE', 'en')).to.equal('en-GB');
    expect(formatLocale('en-US', 'en')).to.equal('en-US');
    expect(formatLocale('zh-SG', 'zh-Hans')).to.equal('zh-SG');
  });
});

describe('dateText', () => {
  it('shows the last usable moment in the zone of the card', () => {
    const last = lastMoment(expiresAt);
    expect(dateText(last, 'short', 'en-GB', 'Asia/Shanghai')).to.equal('4\u00a0Dec\u00a02026');
    expect(dateText(last, 'time', 'en-GB', 'Asia/Shanghai')).to.equal('23:59');
  });

  it('keeps the Gregorian calendar where another is usual', () => {
    expect(dateText(lastMoment(expiresAt), 'long', 'th', 'Asia/Bangkok')).to.contain('2026');
  });
});
