/** What the Tab key stops at inside of a node, in the order that is seen: through shadow roots and slots. */
export function tabStops(node: ParentNode): HTMLElement[] {
  return [...node.children].flatMap((child) => {
    if (!(child instanceof HTMLElement)) return [];
    const inside =
      child instanceof HTMLSlotElement
        ? child
            .assignedElements()
            .flatMap((each) => (each instanceof HTMLElement ? [each, ...tabStops(each)] : []))
        : tabStops(child.shadowRoot ?? child);
    return [child, ...inside].filter(
      (each) =>
        each.tabIndex >= 0 &&
        !each.matches(':disabled') &&
        each.checkVisibility({ visibilityProperty: true }),
    );
  });
}
