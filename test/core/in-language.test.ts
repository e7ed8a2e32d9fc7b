import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inLanguage, Misuse } from '@leb-renew/core';

const year = {
  'zh-Hans': '1年',
  'zh-Hant': '1 年',
  'pt-BR': '1 ano',
  'en-AU': 'One year, mate',
  en: '1 year',
  de: '1 Jahr',
  'es-419': '1 año',
  sr: '1 година',
};

describe('A name in several languages', () => {
  for (const [locale, read, why] of [
    ['de', '1 Jahr', 'its own language'],
    ['de-AT', '1 Jahr', 'its language, whatever the country'],
    ['en-AU', 'One year, mate', 'its own country before its language'],
    ['en-GB', '1 year', 'its language, and no other country’s'],
    ['zh-CN', '1年', 'the script of its country'],
    ['zh-HK', '1 年', 'the script of its country'],
    ['zh', '1年', 'the script that most read'],
    ['pt', '1 ano', 'the country that a language stands for'],
    ['pt-PT', '1 ano', 'the country that its language stands for'],
    ['es-MX', '1 año', 'the region that there is, rather than in no word of theirs'],
    ['en-US', '1 year', 'its language in general, before another country’s'],
    ['sr-Latn', 'Annual', 'never another script'],
    ['fr', 'Annual', 'the name itself, where its language is not there'],
    ['de-DE-1996-u-nu-latn', '1 Jahr', 'its language, whatever else a tag says'],
    ['ZH-hans', '1年', 'its language, however it is written'],
  ] as const)
    test(`is read by ${locale} in ${why}`, () => {
      assert.equal(inLanguage(locale, year, 'Annual'), read);
    });

  test('is the name itself where a server sends no other', () => {
    assert.equal(inLanguage('de', undefined, 'Annual'), 'Annual');
    assert.equal(inLanguage('de', {}, 'Annual'), 'Annual');
    assert.equal(inLanguage('de', null as never, 'Annual'), 'Annual');
  });

  test('may be anything that is said in several languages', () => {
    assert.deepEqual(inLanguage('de', { de: ['40 Länder'] }, ['40 countries']), ['40 Länder']);
  });

  test('is asked for in a language, and offered in languages', () => {
    const wrong = (call: () => unknown, message: string) => {
      assert.throws(call, new Misuse(message));
    };
    wrong(() => inLanguage('no tag', year, ''), 'locale is "no tag", must be a BCP 47 tag');
    wrong(() => inLanguage('', undefined, ''), 'locale is "", must be a BCP 47 tag');
    wrong(() => inLanguage('de', { de_AT: '' }, ''), 'locale is "de_AT", must be a BCP 47 tag');
  });
});
