/** What a person sees of a node: its text without the breaks and gaps of the markup. */
export const textOf = (node: Node | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Everything a person could read in and under a node, shadow roots and slots included. */
export function readIn(node: Node): string {
  const written = (each: Node): string => {
    if (each instanceof Text) return each.data;
    if (each instanceof HTMLSlotElement && each.assignedNodes().length > 0)
      return each.assignedNodes().map(written).join('');
    if (each instanceof Element && each.shadowRoot !== null) return written(each.shadowRoot);
    const isUnseen = each instanceof HTMLElement && each.matches('style, .unshown');
    return isUnseen ? '' : `${[...each.childNodes].map(written).join('')} `;
  };
  return written(node).replace(/\s+/g, ' ').trim();
}

/** Hides the page or brings it back. */
export function pageIs(seen: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: seen === 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
}
