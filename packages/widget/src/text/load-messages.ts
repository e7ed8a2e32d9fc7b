import { everyElement, warnOnce } from '../page/warn-once.ts';
import { isTag } from './language.ts';
import type { FirstMessages, Messages } from './messages.ts';
import { tellNewWords } from './watch-language.ts';

/** A language comes in two files: a badge on a page of its own needs no word about payments. The second needs the first. */
export interface Language {
  readonly first: () => Promise<{ readonly messages: FirstMessages }>;
  readonly whole: () => Promise<{ readonly messages: Messages }>;
}

/**
 * Every language but English, which the elements carry themselves, by its BCP 47 tag: with the script where there are words in
 * two of them.
 */
export const languages: ReadonlyMap<string, Language> = new Map([
  ['ar', { first: () => import('./ar/first.ts'), whole: () => import('./ar/index.ts') }],
  ['de', { first: () => import('./de/first.ts'), whole: () => import('./de/index.ts') }],
  ['en-XA', { first: () => import('./pseudo.ts'), whole: () => import('./pseudo.ts') }],
  ['es', { first: () => import('./es/first.ts'), whole: () => import('./es/index.ts') }],
  ['fr', { first: () => import('./fr/first.ts'), whole: () => import('./fr/index.ts') }],
  ['id', { first: () => import('./id/first.ts'), whole: () => import('./id/index.ts') }],
  ['it', { first: () => import('./it/first.ts'), whole: () => import('./it/index.ts') }],
  ['ja', { first: () => import('./ja/first.ts'), whole: () => import('./ja/index.ts') }],
  ['ko', { first: () => import('./ko/first.ts'), whole: () => import('./ko/index.ts') }],
  ['pt', { first: () => import('./pt/first.ts'), whole: () => import('./pt/index.ts') }],
  ['ru', { first: () => import('./ru/first.ts'), whole: () => import('./ru/index.ts') }],
  ['th', { first: () => import('./th/first.ts'), whole: () => import('./th/index.ts') }],
  ['tr', { first: () => import('./tr/first.ts'), whole: () => import('./tr/index.ts') }],
  ['vi', { first: () => import('./vi/first.ts'), whole: () => import('./vi/index.ts') }],
  ['zh-Hans', { first: () => import('./zh-hans/first.ts'), whole: () => import('./zh-hans/index.ts') }],
  ['zh-Hant', { first: () => import('./zh-hant/first.ts'), whole: () => import('./zh-hant/index.ts') }],
]);

const loaded = new Map<string, Partial<Messages>>();

const firstSections: ReadonlySet<keyof Messages> = new Set<keyof FirstMessages>([
  'status',
  'signIn',
  'journey',
]);

/** Whether something on the page says more than comes first: a page turns to another language all at once. */
let isAllSaid = false;

/** For so long nobody is kept without words. */
const patienceMs = 8_000;

/** The words that fit a tag, the section among them: at once when English or here already, else when they have come. */
type Words = Partial<Messages> | null | Promise<Partial<Messages> | null>;

/**
 * Words of a section for a BCP 47 tag; null for English and for languages there are none for, which the page's developer is told once.
 * A load that fails gives English, and is tried again when the network or the person is back. One that takes long gives
 * English until it is over.
 */
export function loadMessages(tag: string, section: keyof Messages): Words {
  const found = wordsFor(tag, section);
  if (found === null || !isOnItsWay(found)) return found;
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      resolve(null);
    }, patienceMs);
    found
      .then(
        (words) => {
          resolve(words);
          if (isLate) tellNewWords();
        },
        () => {
          for (const back of ['online', 'focus']) addEventListener(back, tellNewWords, { once: true });
          resolve(null);
        },
      )
      .finally(() => clearTimeout(timer));
  });
}

/** The same for whoever is told of a load that fails. */
function wordsFor(tag: string, section: keyof Messages): Words {
  const language = languageFor(tag);
  if (language === null) warnOnce(everyElement, `there are no words for lang "${tag}": they are English`);
  const files = languages.get(language ?? '');
  if (language === null || files === undefined) return null;
  isAllSaid ||= !firstSections.has(section);
  const here = loaded.get(language);
  if (here !== undefined && section in here) return here;
  return load(files).then((messages) => {
    loaded.set(language, { ...loaded.get(language), ...messages });
    return messages;
  });
}

/** One after the other: a browser fetches a file that failed anew, but not always what that file needs. */
async function load({ first, whole }: Language): Promise<Partial<Messages>> {
  const { messages } = await first();
  return isAllSaid ? (await whole()).messages : messages;
}

/** No `instanceof`: pages put promises of their own in the place of the browser's. */
export const isOnItsWay = (words: NonNullable<Words>): words is Promise<Partial<Messages> | null> =>
  'then' in words;

const awaited = new Set<string>();

/**
 * Has the words for a tag here: for a server before it renders, and for its page before that takes over.
 * @throws what the import has thrown, if they cannot be loaded
 */
export async function loadLanguage(tag: string): Promise<void> {
  await wordsFor(tag, 'checkout');
  awaited.add(languageFor(tag) ?? '');
}

/** Whether the words for a tag need no loading: those of the elements themselves, and those of `loadLanguage`. */
export function areHere(tag: string): boolean {
  const language = languageFor(tag) ?? '';
  return !languages.has(language) || awaited.has(language);
}

/**
 * What a tag leads to, here in BCP 47: `de-AT` to `de`, `zh-HK` to `zh-Hant`, the old `in` to `id`; null where there is nothing.
 * What is no tag is taken for English.
 */
export function languageFor(tag: string): string | null {
  if (!isTag(tag)) return 'en';
  const { language, script, region } = new Intl.Locale(tag).maximize();
  const known = [region, script].map((part) => `${language}-${part}`).find((each) => languages.has(each));
  return known ?? (languages.has(language) || language === 'en' ? language : null);
}
