import type { Messages } from './messages.ts';

/** Every language but English, which the elements carry themselves. Keys are lower-case BCP 47 tags. */
const languages: ReadonlyMap<string, () => Promise<Messages>> = new Map([
  ['zh-hans', () => import('./zh-hans.ts').then(({ zhHans }) => zhHans)],
]);

const loaded = new Map<string, Messages>();

/** The words that fit a tag: at once when English or here already, else when they have come. */
export type Words = Messages | null | Promise<Messages | null>;

/**
 * Words for a BCP 47 tag; null for English and for languages there are none for. `zh-CN` finds `zh-Hans`,
 * `de-AT` would find `de`. A load that fails falls back to English and is tried again next time.
 */
export function loadMessages(tag: string): Words {
  const parts = written(tag).toLowerCase().split('-');
  for (; parts.length > 0; parts.pop()) {
    const language = parts.join('-');
    const load = languages.get(language);
    if (load !== undefined) return loaded.get(language) ?? kept(language, load());
  }
  return null;
}

const kept = (language: string, loading: Promise<Messages>): Promise<Messages | null> =>
  loading.then(
    (messages) => {
      loaded.set(language, messages);
      return messages;
    },
    () => null,
  );

/** Adds the script that a tag leaves out. */
function written(tag: string): string {
  try {
    return String(new Intl.Locale(tag).maximize());
  } catch {
    return 'en';
  }
}
