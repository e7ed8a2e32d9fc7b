import { fine, trouble, type Answer } from '@leb-renew/core';

/** A place in the page's own DOM, for Stripe's form works in no other. It is seen where its container is. */
export interface Place {
  readonly element: HTMLElement;
  /** What holds it there, from the container outwards, and the place itself. */
  readonly parts: readonly HTMLElement[];
  /** Whether it is on the page, and seen in its container. */
  isWhole(): boolean;
  readonly remove: () => void;
}

/**
 * Takes a place for a container in any shadow roots, also closed ones: an element in the light DOM of the outermost host,
 * handed down by a slot in each of them.
 */
export function takePlace(container: HTMLElement): Answer<Place> {
  const name = `leb-payment-${Math.random()}`;
  const element = document.createElement('div');
  element.style.cssText = style;

  const bridges: HTMLSlotElement[] = [];
  let parent: Element = container;
  let root = parent.getRootNode();
  for (; root instanceof ShadowRoot; root = parent.getRootNode()) {
    const bridge = document.createElement('slot');
    bridge.name = name;
    if (parent !== container) bridge.slot = name;
    parent.append(bridge);
    bridges.push(bridge);
    parent = root.host;
  }
  if (parent !== container) element.slot = name;
  parent.append(element);

  const parts = [...bridges, element];
  const place: Place = {
    element,
    parts,
    isWhole: () =>
      container.isConnected &&
      element.getRootNode() === document &&
      (bridges[0]?.assignedNodes({ flatten: true }).includes(element) ?? container.contains(element)),
    remove: () => {
      for (const part of parts) part.remove();
    },
  };
  if (place.isWhole()) return fine(place);
  place.remove();
  return trouble('payment-form-blocked', { detail: container.isConnected ? 'slots' : 'detached' });
}

/** No rule of the page for such elements reaches this one. It is hidden where its container is. */
const style =
  'all:initial!important;display:block!important;visibility:inherit!important;width:100%!important';
