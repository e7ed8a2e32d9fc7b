import type { LitElement } from 'lit';
import { lookController } from '../controllers/look-controller.ts';
import { everyElement, warnOnce } from '../page/warn-once.ts';

/**
 * Gives an element its name. Who comes second on a page, e.g. another version of us, leaves the names to the first: two that
 * share them would speak of each other's parts.
 */
export function defineElement(name: string, element: typeof LitElement): void {
  if (customElements.get(name) === undefined) {
    element.addInitializer((host) => host.addController(lookController(host)));
    customElements.define(name, element);
  } else
    warnOnce(
      everyElement,
      'loaded twice, perhaps in two versions: the page goes on with the elements that were here first',
    );
}
