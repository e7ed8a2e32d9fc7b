/** What a person sees of a node: its text without the breaks and gaps of the markup. */
export const textOf = (node: Node | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Looks at an element in the dark scheme, on a dark page, and puts the light back. */
export async function inDark(element: HTMLElement, look: () => Promise<void>): Promise<void> {
  const { style } = element.ownerDocument.documentElement;
  style.colorScheme = 'dark';
  style.background = '#0a0d12';
  try {
    await look();
  } finally {
    style.colorScheme = '';
    style.background = '';
  }
}

/** Hides the page or brings it back. Tests run side by side, so the browser's own answer is left to chance. */
export function pageIs(seen: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: seen === 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
}
