/** `isNew`: the words themselves are others, although the language may be the same. */
type Listener = (isNew: boolean) => void;

const listeners = new Set<Listener>();
let observer: MutationObserver | null = null;

/**
 * Calls back when a language or a direction was set anywhere around an element, also outside the shadow roots that it is in,
 * when the browser's changes, and when there are new words. Returns the way to stop.
 */
export function watchLanguage(element: Element, listener: Listener): () => void {
  if (observer === null) {
    const tell = () => listeners.forEach((call) => call(false));
    observer = new MutationObserver(tell);
    addEventListener('languagechange', tell);
  }
  for (let node: Node | null = element; node !== null;) {
    const root: Node = node.getRootNode();
    observer.observe(root, { attributeFilter: ['lang', 'dir'], subtree: true });
    node = root instanceof ShadowRoot ? root.host : null;
  }
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** There are new words, or those that could not be loaded may be had now. */
export function tellNewWords(): void {
  listeners.forEach((call) => call(true));
}
