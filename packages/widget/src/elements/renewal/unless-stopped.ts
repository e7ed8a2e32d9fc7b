/**
 * Acts once everybody has heard an event, unless one of them has cancelled it. A listener of the page is outside of
 * ours, and so hears it after us; a microtask comes after them all, and still counts as the person's click.
 */
export const unlessStopped =
  <Heard extends Event>(act: (event: Heard) => void) =>
  (event: Heard): void => {
    queueMicrotask(() => {
      if (!event.defaultPrevented) act(event);
    });
  };
