import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { examples } from '../../packages/widget/src/text/examples.ts';
import { messages as english } from '../../packages/widget/src/text/en/index.ts';
import { isRightToLeft } from '../../packages/widget/src/text/language.ts';
import { languageTags } from '../../packages/widget/src/text/language-tags.ts';
import {
  areHere,
  languageFor,
  languages,
  type Language,
  loadLanguage,
} from '../../packages/widget/src/text/load-messages.ts';
import type { Messages } from '../../packages/widget/src/text/messages.ts';
import { root } from './root.ts';

const pseudo = 'en-XA';

type Facts = readonly unknown[];
type Made = (...facts: Facts) => string;
type Text = string | Made;
type Texts = ReadonlyMap<string, Text>;

/** Every text of a language by its path, such as `checkout.pay`. */
function textsOf(part: unknown, path = ''): [string, Text][] {
  if (typeof part !== 'object' || part === null) return [[path, part as Text]];
  return Object.entries(part).flatMap(([name, inner]) =>
    textsOf(inner, path === '' ? name : `${path}.${name}`),
  );
}

const inEnglish: Texts = new Map(textsOf(english));
const others: [string, Messages][] = [];
for (const [key, { whole }] of languages) if (key !== pseudo) others.push([key, (await whole()).messages]);

/** The facts to try a text with, by its path. */
function factsFor(path: string): Facts[] {
  const given = path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], examples);
  return [given as Facts, ...(variants[path] ?? [])];
}

const facts = examples.status.short.active[0];
const terms = [{ days: 10 }, { months: 7 }, { months: 24 }];
const state = (changes: Partial<typeof facts>): Facts => [{ ...facts, ...changes }];

/** What a text says otherwise than in its example. */
const variants: Readonly<Record<string, readonly Facts[]>> = {
  'status.short.due-soon': [state({ days: 0 })],
  'status.short.due-now': [state({ hours: 0 })],
  'status.short.grace': [state({ works: false })],
  'status.long.not-started': [state({ startsOn: 'purchase' }), state({ startsOn: 'install' })],
  'status.long.grace': [state({ works: false })],
  'status.long.expired': [state({ keepDate: null })],
  'status.dataLeft': [['3.2 GB', '15 GB', null]],
  'plans.allowance': [
    ['15 GB', 'term'],
    ['15 GB', 'day'],
  ],
  'checkout.term': terms.map((term) => [term]),
  'checkout.added': terms.map((term) => [term]),
  'checkout.gain': terms.map((term) => [term, 0]),
  'checkout.fromToday': terms.map((term) => [term, 0]),
  'checkout.lost': [[0]],
  'checkout.service': [[null]],
  'checkout.resumingLong': [[false]],
  'journey.found': [[0, 23]],
};

/** All that is said in a language, by path and facts. */
function* said(texts: Texts): Generator<[path: string, said: string, facts: Facts]> {
  for (const [path, text] of texts) {
    if (path.endsWith('.tag')) continue;
    if (typeof text === 'string') yield [path, text, []];
    else for (const facts of factsFor(path)) yield [path, text(...facts), facts];
  }
}

/** What a text says in its own words: without what was put into it, digits and signs. */
function ownWords(said: string, facts: Facts): string {
  const put = stringsIn(facts).sort((one, other) => other.length - one.length);
  return put
    .reduce((rest, fact) => rest.replaceAll(fact, ' '), said)
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
}

const kinds = new Set(['purchase', 'install', 'first-use', 'term', 'month', 'day']);

/** What is put into a text as it is. */
const stringsIn = (facts: unknown): string[] =>
  typeof facts === 'string'
    ? kinds.has(facts)
      ? []
      : [facts]
    : Object.values(facts ?? {}).flatMap((each) => stringsIn(each));

test('every language has a tag for hosts, and is found by it', () => {
  assert.deepEqual(
    languageTags.map(languageFor).sort(),
    ['en', ...languages.keys()].filter((key) => key !== pseudo).sort(),
  );
});

test('a language that a server cannot load is told to whoever asked for it, with the reason', async (t) => {
  const table = languages as Map<string, Language>;
  t.after(() => table.delete('qaa'));
  const reason = new TypeError('Cannot find module');
  const german = table.get('de')!;
  table.set('qaa', { ...german, whole: () => Promise.reject(reason) });
  await assert.rejects(loadLanguage('qaa'), reason);
  assert.equal(areHere('qaa'), false);
  table.set('qaa', german);
  await loadLanguage('qaa');
  assert.equal(areHere('qaa'), true);
});

test('every language is on the page about them', async () => {
  const page = await readFile(`${root}/docs/languages.md`, 'utf8');
  const listed = [...page.matchAll(/\| `([\w-]+)` +(?=\|)/g)].map(([, tag]) => tag);
  assert.deepEqual(listed.sort(), [...languageTags].sort());
});

const scripts: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  th: /\p{Script=Thai}/u,
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
};

/** Words that are written in Latin letters wherever they are used. */
const latinEverywhere = new Set(['eSIM', 'SIM', 'Wi', 'Fi', 'Caps', 'Lock', 'PC']);

for (const [key, messages] of others) {
  const texts: Texts = new Map(textsOf(messages));
  const script = scripts[key] ?? /\p{Script=Latin}/u;

  describe(messages.status.tag, () => {
    test('knows its own tag, in every section', () => {
      for (const { tag } of Object.values<Messages[keyof Messages]>({ ...messages }))
        assert.equal(languageFor(tag), key);
      assert.ok(languageTags.includes(messages.status.tag));
    });

    test('has every text that English has, and no empty one', () => {
      assert.deepEqual([...texts.keys()].sort(), [...inEnglish.keys()].sort());
      for (const [path, text] of said(texts)) {
        assert.notEqual(text.trim(), '', path);
        assert.equal(text.normalize('NFC'), text, path);
        assert.doesNotMatch(text, /#|undefined|NaN|\[object|\bnull\b|\$\{|^ | $| {2}/, path);
      }
    });

    test('is written in its own script', () => {
      for (const [path, text, facts] of said(texts)) {
        const words = ownWords(text, facts);
        if (words === '' || latinEverywhere.has(words)) continue;
        assert.match(words, script, path);
        if (scripts[key] === undefined) assert.doesNotMatch(words, /[^\p{Script=Latin}\p{M} ]/u, path);
        else
          assert.deepEqual(
            (words.match(/\p{Script=Latin}+/gu) ?? []).filter((word) => !latinEverywhere.has(word)),
            [],
            path,
          );
      }
    });

    test('has no English left over', () => {
      const same: string[] = [];
      for (const [path, text] of texts)
        if (typeof text === 'string' && !path.endsWith('.tag') && text === inEnglish.get(path))
          same.push(text);
      for (const [path, text, facts] of said(texts)) {
        const words = ownWords(text, facts);
        const english = inEnglish.get(path);
        if (typeof english === 'function' && words !== '' && words === ownWords(english(...facts), facts))
          same.push(words);
      }
      assert.deepEqual(
        [...new Set(same)].filter((text) => !sameAsEnglish[key]?.includes(text)),
        [],
      );
    });

    test('puts in what English puts in', () => {
      for (const [path, text, facts] of said(texts)) {
        const english = inEnglish.get(path);
        if (typeof english !== 'function') continue;
        for (const fact of stringsIn(facts))
          if (english(...facts).includes(fact))
            assert.ok(text.includes(fact), `${path}: “${text}” lacks “${fact}”`);
      }
    });

    test('says every number from 0 to 120 as English does, and bends with it where that does', () => {
      const hasForms = key !== 'tr' && new Intl.PluralRules(key).select(1) !== 'other'; // Turkish: 1 gün, 2 gün.
      for (const [path, own, english, put] of counted(texts)) {
        for (let count = 0; count <= 120; count += 1) {
          const text = own(...put(count));
          assert.doesNotMatch(text, /#|undefined|NaN/, path);
          const [found, expected] = [numbersIn(text), numbersIn(english(...put(count)))];
          const isRight =
            found.every((each) => each === '1' || expected.includes(each)) &&
            found.filter(isInDigits).join() === expected.filter(isInDigits).join();
          assert.ok(isRight, `${path}: ${count}: ${text}`);
        }
        const bends = (text: Made) => ownWords(text(...put(1)), put(1)) !== ownWords(text(...put(2)), put(2));
        if (hasForms && bends(english) && !unbent[key]?.includes(path)) assert.ok(bends(own), path);
      }
    });
  });
}

/** Texts that bend with a number in English and not here, and are right: `Показать ещё eSIM: 2`. */
const unbent: Readonly<Record<string, readonly string[]>> = {
  es: ['journey.showMore'],
  ru: ['journey.showMore'],
};

/** Every text that says a number, beside the English one, with every way to give it another. */
function* counted(texts: Texts): Generator<[string, Made, Made, (count: number) => Facts]> {
  for (const [path, own] of texts) {
    const english = inEnglish.get(path);
    if (typeof own !== 'function' || typeof english !== 'function') continue;
    for (const facts of factsFor(path)) for (const put of countsIn(facts)) yield [path, own, english, put];
  }
}

/** Every way to put a count into facts, in the place of a number that is there. */
function countsIn(facts: Facts): ((count: number) => Facts)[] {
  return facts.flatMap((fact, place) => {
    const put = (value: unknown): Facts => facts.map((each, index) => (index === place ? value : each));
    if (typeof fact === 'number') return [put];
    if (typeof fact !== 'object' || fact === null || Array.isArray(fact)) return [];
    return Object.entries(fact).flatMap(([name, value]) =>
      typeof value === 'number' && name !== 'months'
        ? [(count: number) => put({ ...fact, [name]: count })]
        : [],
    );
  });
}

/** What no language says in words: Arabic has a form of its own for two. */
const isInDigits = (number: string): boolean => Number(number) > 2;

/** The numbers of a text, in whatever digits; sorted, as languages order them differently. */
const numbersIn = (text: string): readonly string[] =>
  (text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).match(/\d+/g) ?? []).sort();

/** What is spelled as in English, and right. */
const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  de: ['Tablet', 'Laptop', 'Router', 'Code'],
  es: ['Router', 'Plan', 'Total', 'ref'],
  fr: ['E-mail', 'Code', 'Date', 'Total', 'Active'],
  id: ['Tablet', 'Laptop', 'Router', 'Total', 'ref'],
  it: ['Tablet', 'Router', 'E-mail', 'Password'],
  pt: ['Tablet', 'E-mail', 'Total', 'ref'],
  tr: ['Tablet'],
  vi: ['Laptop'],
};

describe('a text in another language', () => {
  /** Shorter ones are the same in languages that are neighbours. */
  const long = 14;

  test('is not that of a third by accident', () => {
    const seen = new Map<string, string>();
    for (const [key, messages] of others)
      for (const [path, text, facts] of said(new Map(textsOf(messages)))) {
        const words = ownWords(text, facts);
        const before = seen.get(`${path} ${words}`);
        if (words.length > long && before !== undefined && before !== key)
          assert.fail(`${path}: “${text}” in ${before} and ${key}`);
        seen.set(`${path} ${words}`, key);
      }
  });

  for (const [key, set, first, last] of [
    ['zh-Hans', 'gbk', 0xb0a1, 0xf7fe],
    ['zh-Hant', 'big5', 0xa440, 0xf9d5],
    ['ja', 'euc-jp', 0xb0a1, 0xf4fe],
  ] as const)
    test(`has only characters that ${key} is written with`, () => {
      const known = charactersOf(set, first, last);
      const messages = others.find(([other]) => other === key)?.[1];
      for (const [path, text] of said(new Map(textsOf(messages))))
        assert.deepEqual(
          (text.match(/\p{Script=Han}/gu) ?? []).filter((each) => !known.has(each)),
          [],
          `${path}: ${text}`,
        );
    });
});

/** The Han characters of a national standard: simplified ones are not in Big5, traditional ones not in GB 2312. */
function charactersOf(set: string, first: number, last: number): ReadonlySet<string> {
  const decoder = new TextDecoder(set);
  const known = new Set<string>();
  for (let code = first; code <= last; code += 1) {
    const trail = code & 0xff;
    if (trail < (set === 'big5' ? 0x40 : 0xa1) || (trail > 0x7e && trail < 0xa1) || trail === 0xff) continue;
    known.add(decoder.decode(Uint8Array.of(code >> 8, trail)));
  }
  return known;
}

test('is said from right to left where its script is', () => {
  for (const tag of languageTags) {
    const { script } = new Intl.Locale(tag).maximize();
    assert.equal(isRightToLeft(tag), script === 'Arab', tag);
  }
});
