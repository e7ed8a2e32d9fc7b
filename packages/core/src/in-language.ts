import { misuse } from './misuse.ts';

/**
 * What a person of `locale` reads, of a `nameIn`, `labelIn` or `includesIn`: what is for their country; else what is for
 * their language in general, so that `de-AT` finds `de` and `zh-HK` finds `zh-Hant`; else what there is in it, so that `pt`
 * finds `pt-BR` and `es-MX` finds `es-419`; else `otherwise`, the text beside it. The script is a part of the language:
 * `zh-TW` never finds `zh-Hans`.
 *
 * @throws Misuse when a language is no BCP 47 tag
 */
export function inLanguage<Text>(
  locale: string,
  texts: Readonly<Record<string, Text>> | undefined,
  otherwise: Text,
): Text {
  const asked = full(locale);
  const language = asked.split('-', 2).join('-');
  let [found, best] = [otherwise, 0];
  for (const [tag, text] of Object.entries(texts ?? {})) {
    const offered = full(tag);
    const fit = [`${offered}-`.startsWith(`${language}-`), offered === full(language), offered === asked];
    const rank = fit.lastIndexOf(true) + 1;
    if (rank > best) [found, best] = [text, rank];
  }
  return found;
}

/** With the script and country that a tag leaves out. */
function full(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().baseName;
  } catch {
    throw misuse('locale', tag, 'a BCP 47 tag');
  }
}
