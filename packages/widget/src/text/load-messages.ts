import type { Messages } from './messages.ts';

/** Every language but English, which the elements carry themselves. Keys are lower-case BCP 47 tags. */
const languages: { readonly [tag: string]: () => Promise<Messages> } = {
  'zh-hans': () => import('./zh-hans.ts').then((module) => module.zhHans),
};

const loaded = new Map<string, Messages>();

/** The words that fit a tag: at once when English or here already, else when they have come. */
export type Words = Messages | null | Promise<Messages | null>;

/**
 * Words for a BCP 47 tag; null for English and for languages there are none for. `zh-CN` finds `zh-Hans`,
 * `de-AT` would find `de`. A load that fails falls back to English and is tried again next time.
 */
export function loadMessages(tag: string): Words {
  const language = languageFor(tag);
  if (language === null) return null;
  return (
    loaded.get(language) ??
    languages[language]!().then(
      (messages) => {
        loaded.set(language, messages);
        return messages;
      },
      () => null,
    )
  );
}

function languageFor(tag: string): string | null {
  const parts = written(tag).toLowerCase().split('-');
  for (; parts.length > 0; parts.pop()) {
    const candidate = parts.join('-');
    if (candidate in languages) return candidate;
  }
  return null;
}

/** Adds the script that a tag leaves out. */
function written(tag: string): string {
  try {
    return String(new Intl.Locale(tag).maximize());
  } catch {
    return 'en';
  }
}
