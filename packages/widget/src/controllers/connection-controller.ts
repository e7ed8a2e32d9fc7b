import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isServer } from '../is-server.ts';

/** Renders its host again when the device loses its network, and when it has one again. */
export class ConnectionController implements ReactiveController, EventListenerObject {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Knows of a network, not of a way to the server. A page that a server renders has one. */
  get isOnline(): boolean {
    return isServer || navigator.onLine;
  }

  hostConnected(): void {
    addEventListener('online', this);
    addEventListener('offline', this);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('online', this);
    removeEventListener('offline', this);
  }

  handleEvent(): void {
    this.#host.requestUpdate();
  }
}
