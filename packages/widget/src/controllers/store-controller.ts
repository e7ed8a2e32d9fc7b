import type { Store } from '@leb-renew/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets a host render a store's state: follows it while the host is connected. */
export class StoreController<State, Message> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: Store<State, Message>;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, store: Store<State, Message>) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  get state(): State {
    return this.#store.state;
  }

  send(message: Message): void {
    this.#store.send(message);
  }

  hostConnected(): void {
    this.#stop = this.#store.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
