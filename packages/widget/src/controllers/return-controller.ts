import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells when the person is back: the connection returned, or the page is being looked at again. */
export class ReturnController implements ReactiveController, EventListenerObject {
  readonly #back: () => void;

  constructor(host: ReactiveControllerHost, back: () => void) {
    this.#back = back;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this);
    addEventListener('pageshow', this);
    document.addEventListener('visibilitychange', this);
  }

  hostDisconnected(): void {
    removeEventListener('online', this);
    removeEventListener('pageshow', this);
    document.removeEventListener('visibilitychange', this);
  }

  handleEvent({ type }: Event): void {
    if (type === 'online' || !document.hidden) this.#back();
  }
}
