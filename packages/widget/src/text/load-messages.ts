import { everyElement, warnOnce } from '../page/warn-once.ts';
import { isTag } from './language.ts';
import type { Messages } from './messages.ts';
import { tellNewWords } from './watch-language.ts';

/**
 * Every language but English, which the elements carry themselves, by its BCP 47 tag: with the script where there are words in
 * two of them.
 */
export const languages: ReadonlyMap<string, () => Promise<{ readonly messages: Messages }>> = new Map([
  ['ar', () => import('./ar/index.ts')],
  ['de', () => import('./de/index.ts')],
  ['en-XA', () => import('./pseudo.ts')],
  ['es', () => import('./es/index.ts')],
  ['fr', () => import('./fr/index.ts')],
  ['id', () => import('./id/index.ts')],
  ['it', () => import('./it/index.ts')],
  ['ja', () => import('./ja/index.ts')],
  ['ko', () => import('./ko/index.ts')],
  ['pt', () => import('./pt/index.ts')],
  ['ru', () => import('./ru/index.ts')],
  ['th', () => import('./th/index.ts')],
  ['tr', () => import('./tr/index.ts')],
  ['vi', () => import('./vi/index.ts')],
  ['zh-Hans', () => import('./zh-hans/index.ts')],
  ['zh-Hant', () => import('./zh-hant/index.ts')],
]);

const loaded = new Map<string, Messages>();

/** The words that fit a tag: at once when English or here already, else when they have come. */
export type Words = Messages | null | Promise<Messages | null>;

/**
 * Words for a BCP 47 tag; null for English and for languages there are none for, which the page's developer is told once.
 * A load that fails gives English, and is tried again when the network or the person is back.
 */
export function loadMessages(tag: string): Words {
  const found = wordsFor(tag);
  // No `instanceof`: pages put promises of their own in the place of the browser's.
  if (found === null || 'status' in found) return found;
  return found.catch(() => {
    for (const back of ['online', 'focus']) addEventListener(back, tellNewWords, { once: true });
    return null;
  });
}

/** The same for whoever is told of a load that fails. */
function wordsFor(tag: string): Words {
  const language = languageFor(tag);
  if (language === null) warnOnce(everyElement, `there are no words for lang "${tag}": they are English`);
  const load = languages.get(language ?? '');
  if (language === null || load === undefined) return null;
  const here = loaded.get(language);
  if (here !== undefined) return here;
  return load().then(({ messages }) => {
    loaded.set(language, messages);
    return messages;
  });
}

const awaited = new Set<string>();

/**
 * Has the words for a tag here: for a server before it renders, and for its page before that takes over.
 * @throws what the import has thrown, if they cannot be loaded
 */
export async function loadLanguage(tag: string): Promise<void> {
  await wordsFor(tag);
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
