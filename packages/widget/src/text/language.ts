/** The language an element is in: the nearest `lang`, also across shadow roots, else the browser's. */
export function languageOf(element: HTMLElement): string {
  if (element.lang) return element.lang; // The property is ahead of the attribute until the next render.
  for (let node: Element | null = element; node !== null;) {
    const near: Element | null = node.closest('[lang]');
    if (near !== null) return near.getAttribute('lang') || navigator.language;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return navigator.language;
}

/**
 * The locale for numbers and dates: what was asked for if it is the language of the words, else the words' own.
 * English without a country is written so that nobody misreads it: `4 Dec 2026`, `23:59`, `US$84.00`.
 */
export function formatLocale(asked: string, words: string): string {
  const locale = sameLanguage(asked, words) && isTag(asked) ? asked : words;
  return locale.toLowerCase() === 'en' ? 'en-GB' : locale;
}

/** What is no BCP 47 tag would make every date and number throw. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const sameLanguage = (one: string, other: string): boolean => primary(one) === primary(other);

const primary = (tag: string): string => tag.toLowerCase().replace(/-.*/, '');

const listeners = new Set<() => void>();
let observer: MutationObserver | null = null;

/** Calls back when the page's own language changes. Returns the way to stop. */
export function watchPageLanguage(listener: () => void): () => void {
  if (observer === null) {
    observer = new MutationObserver(() => listeners.forEach((call) => call()));
    observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  }
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
