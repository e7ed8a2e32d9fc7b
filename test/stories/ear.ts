interface Ear {
  /** What has been said in an element since it was asked last: `polite: Preparing your payment`. */
  heard(element: Element): string[];
}

declare global {
  var ear: Ear;
}

/**
 * Runs in the page. Hears what screen readers read out by themselves: a live region whose text has changed, or that has
 * come with one. `status` and `alert` are read as a whole; a `timer` in them stays silent.
 */
export function openEar(): void {
  const textOf = (element: Element): string =>
    element.role === 'timer' || (eyes.hides(element) && !element.matches('.unseen'))
      ? ''
      : [...element.childNodes]
          .map((node) => (node instanceof Element ? textOf(node) : node instanceof Text ? node.data : ''))
          .join(' ')
          .replaceAll(/\s+/g, ' ')
          .trim();
  const read = (element: Element) =>
    new Map(
      eyes
        .under(element)
        .filter(({ role }) => role === 'status' || role === 'alert')
        .map((region) => [region, textOf(region)]),
    );
  const before = new WeakMap<Element, string>();
  window.ear = {
    heard(element) {
      const said = [...read(element)].filter(([region, text]) => {
        const known = before.get(region) ?? '';
        before.set(region, text);
        return text !== '' && text !== known;
      });
      return said.map(([{ role }, text]) => `${role === 'alert' ? 'assertive' : 'polite'}: ${text}`);
    },
  };
}
