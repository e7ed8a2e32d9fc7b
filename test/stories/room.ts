/** A text, a box or an icon that has no room, and why. */
export interface Squeezed {
  readonly scene: string;
  readonly element: string;
  readonly why:
    'wider than the page' | 'wider than its box' | 'cut off' | 'over another' | 'broken inside a word';
  readonly text: string;
}

/**
 * Runs in the page. Every text, box and icon must stand inside the box around it, inside what cuts off, and beside the others; a
 * word must not be broken where its script has spaces, nor the number of a receipt or a reference. Half a pixel is forgiven, and
 * two where texts stand one on top of the other: the boxes of letters are taller than the letters.
 */
export function findSqueezed(): Squeezed[] {
  const found: Squeezed[] = [];
  const page = document.documentElement.clientWidth;
  const word = /[A-Z\d]+(-[A-Z\d]+)+|\p{L}[\p{L}\p{M}\p{N}]*/gu;
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
  const range = document.createRange();
  interface Stand {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly node: Node;
    readonly text: string;
  }
  let drawn: Stand[] = [];

  /** What a badge says when it is pressed lies over the page. */
  const isOver = (node: Node): boolean => node.parentElement?.closest('[part~=more]') instanceof Element;

  const tell = (node: Node, why: Squeezed['why'], text: string) =>
    found.push({ ...eyes.whereIs(node), why, text: text.replaceAll(/\s+/g, ' ').trim() });

  const stand = (node: Node, text: string, rect: DOMRect, box: DOMRect, cutters: readonly DOMRect[]) => {
    if (rect.width < 1) return;
    const { left, right } = rect;
    const rest = rect.height * 0.2; // What a font keeps above and below its letters.
    const [top, bottom] = [rect.top + rest, rect.bottom - rest];
    drawn.push({ left, right, top, bottom, node, text });
    if (left < -0.5 || right > page + 0.5) tell(node, 'wider than the page', text);
    else if (left < box.left - 0.5 || right > box.right + 0.5) tell(node, 'wider than its box', text);
    if (
      cutters.some(
        (edge) =>
          left < edge.left - 0.5 ||
          right > edge.right + 0.5 ||
          top < edge.top - 0.5 ||
          bottom > edge.bottom + 0.5,
      )
    )
      tell(node, 'cut off', text);
  };

  const read = (node: Text, box: DOMRect, cutters: readonly DOMRect[]) => {
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()];
    for (const rect of rects) stand(node, node.data, rect, box, cutters);
    if (rects.length < 2) return;
    for (const { index, 0: letters } of node.data.matchAll(word)) {
      if (unspaced.test(letters) || letters.length > 30) continue; // No line of a phone takes such a word whole.
      range.setStart(node, index);
      range.setEnd(node, index + letters.length);
      const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
      if (lines.size > 1) tell(node, 'broken inside a word', letters);
    }
  };

  const look = (element: Element, outer: DOMRect, around: readonly DOMRect[]): void => {
    if (eyes.hides(element) || element.matches('select, style, script')) return;
    const { display, overflow, position } = getComputedStyle(element);
    const isBox = !/^inline$|^contents$/.test(display);
    const box = isBox ? element.getBoundingClientRect() : outer;
    if (
      isBox &&
      /static|relative/.test(position) &&
      (box.left < outer.left - 0.5 || box.right > outer.right + 0.5)
    )
      tell(element, 'wider than its box', element.className || element.localName);
    const cutters = /hidden|clip|auto|scroll/.test(overflow) ? [...around, box] : around;
    if (element.matches('.icon')) stand(element, 'icon', box, outer, cutters);
    if (element.localName === 'svg') return;
    if (element.shadowRoot === null)
      for (const node of element.childNodes)
        if (node instanceof Text && node.data.trim() !== '') read(node, box, cutters);
    for (const each of eyes.inside(element)) look(each, box, cutters);
  };

  for (const scene of document.querySelectorAll('main > section')) {
    drawn = [];
    look(scene, scene.getBoundingClientRect(), []);
    for (const [place, one] of drawn.entries())
      for (const other of drawn.slice(place + 1))
        if (
          isOver(one.node) === isOver(other.node) &&
          one.node !== other.node &&
          one.left < other.right - 0.5 &&
          other.left < one.right - 0.5 &&
          one.top < other.bottom - 2 &&
          other.top < one.bottom - 2
        )
          tell(one.node, 'over another', `${one.text} / ${other.text}`);
    if (scene.scrollWidth > scene.clientWidth) tell(scene, 'wider than the page', 'the scene');
  }
  return found;
}
