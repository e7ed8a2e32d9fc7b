interface Drawn extends HTMLElement {
  readonly updateComplete: Promise<unknown>;
}

/** What runs in the page looks at it with these: as it is drawn, through shadow roots and slots. */
export interface Eyes {
  /** Our elements, those inside others too. */
  elements(): readonly Drawn[];
  /** The element around a node. */
  around(node: Node): Element | null;
  /** The elements inside one. */
  inside(element: Element): readonly Element[];
  /** An element and all in and under it. */
  under(element: Element): readonly Element[];
  /**
   * Whether an element hides what is in it from who looks: it is not drawn; it is for screen readers alone, and clipped; it
   * is a form that loads, under its placeholder.
   */
  hides(element: Element): boolean;
  /** Whether nothing around hides it. */
  isSeen(element: Element): boolean;
  /** The ids of the story and the name of our element that a node is in. */
  whereIs(node: Node): { readonly scene: string; readonly element: string };
  /** Opens what can be opened in place. */
  openAll(isOpen: boolean): void;
}

declare global {
  var eyes: Eyes;
}

/** Runs in the page. */
export function openEyes(): void {
  const stage = document.querySelector('main')!;
  const around = (node: Node): Element | null => {
    if (node instanceof Element && node.assignedSlot !== null) return node.assignedSlot;
    const { parentNode } = node;
    if (parentNode instanceof ShadowRoot) return parentNode.host;
    return parentNode instanceof Element ? parentNode : null;
  };
  const inside = (element: Element): readonly Element[] => {
    if (element.shadowRoot !== null) return [...element.shadowRoot.children];
    const assigned = element instanceof HTMLSlotElement ? element.assignedElements() : [];
    return assigned.length > 0 ? assigned : [...element.children];
  };
  const under = (element: Element): Element[] => [element, ...inside(element).flatMap(under)];
  const hides = (element: Element): boolean => {
    const { display, visibility, clipPath } = getComputedStyle(element);
    return (
      display === 'none' ||
      visibility === 'hidden' ||
      clipPath === 'inset(50%)' ||
      (element.parentElement instanceof HTMLDetailsElement &&
        !element.parentElement.open &&
        element.localName !== 'summary') ||
      (element.localName === 'slot' && element.matches('.form[aria-busy=true] > *'))
    );
  };
  window.eyes = {
    around,
    inside,
    under,
    hides,
    elements: () => under(stage).filter((each): each is Drawn => each.localName.startsWith('leb-')),
    isSeen(element) {
      for (let at: Element | null = element; at !== null; at = around(at)) if (hides(at)) return false;
      return true;
    },
    whereIs(node) {
      let [scene, element] = ['', ''];
      for (let at = node instanceof Element ? node : around(node); at !== null; at = around(at)) {
        if (at.localName.startsWith('leb-')) element ||= at.localName;
        if (at.parentElement === stage) scene = at.id;
      }
      return { scene, element };
    },
    openAll(isOpen) {
      for (const each of under(stage)) if (each instanceof HTMLDetailsElement) each.open = isOpen;
    },
  };
}
