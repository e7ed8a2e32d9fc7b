/** Something to press that is too small, pixels. */
export interface Small {
  readonly scene: string;
  readonly element: string;
  readonly what: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs in the page. What can be pressed is 44 pixels high, and as wide unless its words are shorter: then 24 (WCAG 2.5.8).
 * A label counts for its box. Links inside a sentence are as high as its lines, which that rule allows.
 */
export function findSmall(): Small[] {
  const small: Small[] = [];
  const parts = 'button, input, select, summary, a[href]';
  const label = (element: Element) => (element as HTMLInputElement).labels?.[0] ?? null;
  /** Some reach beyond what is drawn of them. */
  const reach = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const { position, top, bottom } = getComputedStyle(element, '::after');
    const beyond = position === 'absolute' ? -parseFloat(top) - parseFloat(bottom) : 0;
    return { width, height: height + Math.max(0, beyond || 0) };
  };
  for (const element of eyes.under(document.querySelector('main')!)) {
    if (!element.matches(parts) || !eyes.isSeen(element)) continue;
    const isBox = element.matches('[type=radio], [type=checkbox]');
    const { width, height } = reach((isBox ? element.closest('label, tr') : null) ?? element);
    const isInSentence = element.matches('a, summary') && getComputedStyle(element).display === 'inline';
    if ((height >= 43.5 && width >= 24) || isInSentence) continue;
    const place = eyes.whereIs(element);
    if (place.element === '') continue; // The page's own.
    const what = (element.textContent || (label(element)?.textContent ?? element.outerHTML)).replaceAll(
      /\s+/g,
      ' ',
    );
    small.push({ ...place, what: what.trim(), width, height });
  }
  return small;
}
