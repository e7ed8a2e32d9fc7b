import { expect } from '@open-wc/testing';
import { counter } from '../../packages/widget/src/text/counter.ts';
import { dateText, lastMoment } from '../../packages/widget/src/text/dates.ts';
import { en } from '../../packages/widget/src/text/en/index.ts';
import { formatLocale, languageOf } from '../../packages/widget/src/text/language.ts';
import { loadMessages } from '../../packages/widget/src/text/load-messages.ts';
import { zhHans } from '../../packages/widget/src/text/zh-hans.ts';
import { expiresAt } from './fixtures.ts';

/** Every plain text of a catalogue, with the way to it. */
function texts(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, inner]) => texts(inner, `${path}.${name}`));
}

describe('the words', () => {
  for (const [tag, messages] of Object.entries({ en, 'zh-Hans': zhHans })) {
    it(`leave nothing empty in ${tag}, and know their own language`, () => {
      for (const [path, text] of texts(messages)) {
        expect(text.trim(), path).to.not.equal('');
        if (path.endsWith('.tag')) expect(text).to.equal(tag);
      }
    });
  }

  it('are in Chinese wherever the tags of the catalogue say so', () => {
    const latin = texts(zhHans).filter(
      ([path, text]) => !path.endsWith('.tag') && !/\p{Script=Han}/u.test(text),
    );
    expect(latin).to.deep.equal([]);
  });

  it('are found by language, script and country', async () => {
    for (const tag of ['zh-CN', 'zh', 'zh-Hans', 'zh-Hans-SG', 'ZH-hans'])
      expect((await loadMessages(tag))?.status.tag, tag).to.equal('zh-Hans');
    for (const tag of ['en', 'en-US', 'zh-TW', 'de', 'not a tag', ''])
      expect(await loadMessages(tag), tag).to.equal(null);
  });

  it('are at hand at once when they were loaded before', async () => {
    await loadMessages('zh');
    expect(loadMessages('zh-CN')).to.equal(zhHans);
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
