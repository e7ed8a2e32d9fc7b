/** The language an element is in: the nearest `lang`, also across shadow roots, else the browser's. */
export function languageOf(element: Element): string {
  const own = (element as HTMLElement).lang as string | number | null | undefined;
  if (own !== undefined && own !== null && own !== '') return String(own); // The property is ahead of the attribute until the next render.
  return nearest(element, 'lang')?.getAttribute('lang') || navigator.language;
}

/** An element itself, or the first around it, that has the attribute. */
function nearest(element: Element, attribute: string): Element | null {
  const near = element.closest(`[${attribute}]`);
  const root = element.getRootNode();
  return near ?? (root instanceof ShadowRoot ? nearest(root.host, attribute) : null);
}

/**
 * The direction that words need; null for the page's own. A page is followed in what it says of this very language, but
 * never into Arabic from left to right.
 */
export function directionOf(element: Element, asked: string, words: string): 'ltr' | 'rtl' | null {
  if (isRightToLeft(words)) return 'rtl';
  const set = nearest(element, 'dir');
  const isForOthers = set !== null && !sameLanguage(languageOf(set), words);
  return isForOthers || !sameLanguage(asked, words) ? 'ltr' : null;
}

export const isRightToLeft = (tag: string): boolean => sameLanguage(tag, 'ar');

/** What is said, in BCP 47: as it was asked for, e.g. with a country, if that is the language of the words. */
export const spoken = (asked: string, words: string): string =>
  sameLanguage(asked, words) && isTag(asked) ? asked : words;

/**
 * The locale for numbers and dates. English without a country is written so that nobody misreads it: `4 Dec 2026`, `23:59`,
 * `US$84.00`.
 */
export function formatLocale(asked: string, words: string): string {
  const locale = spoken(asked, words);
  return locale.toLowerCase() === 'en' ? 'en-GB' : locale;
}

/** What is no BCP 47 tag would make every date and number throw. */
export function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const sameLanguage = (one: string, other: string): boolean => primary(one) === primary(other);

const primary = (tag: string): string => tag.toLowerCase().replace(/-.*/, '');
