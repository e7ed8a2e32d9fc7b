import type { Place } from './place.ts';

/**
 * Calls `lost` once a form is of no use any more where it was put: the page around has taken a part of its place away, or
 * has moved it, and then a browser loads its frames anew. What happens in one task is one move.
 *
 * @returns the way to stop
 */
export function watch(place: Place, lost: () => void): () => void {
  const { element, parts } = place;
  let frame: HTMLIFrameElement | null = null;
  let content: Window | null = null;
  let isMoved = false;
  let timer = 0;

  const look = (): void => {
    timer = 0;
    // `moveBefore` keeps a frame as it is.
    if (!place.isWhole() || (isMoved && frame?.contentWindow !== content)) lost();
    isMoved = false;
  };
  const observer = new MutationObserver((records) => {
    for (const { target, removedNodes } of records) {
      if (element.contains(target)) {
        frame = element.querySelector('iframe');
        content = frame?.contentWindow ?? null;
      } else if (removedNodes.length > 0) {
        isMoved ||= [...removedNodes].some((node) => node.contains(element));
        timer ||= setTimeout(look);
      }
    }
  });
  for (const part of parts) observer.observe(part.getRootNode(), { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
