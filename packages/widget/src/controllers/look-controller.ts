import type { ReactiveController, ReactiveElement } from 'lit';

/** Milliseconds until the look of an element is seen to, by when the page has had what it needs. */
const whenQuiet = 2_000;

/**
 * Has the look of an element seen to: at once where it names a theme, which may have to be fetched. Where that cannot be had,
 * e.g. offline, an element is as it is.
 */
export const lookController = (host: ReactiveElement): ReactiveController => ({
  hostConnected(): void {
    setTimeout(
      () =>
        void import('../page/look.ts').then(
          ({ seeTo }) => seeTo(host),
          () => {},
        ),
      host.hasAttribute('theme') ? 0 : whenQuiet,
    );
  },
});
