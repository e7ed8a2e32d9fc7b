import type { RenewalEvent, RenewalState, SignInEvent, SignInState } from '@leb-renew/core';
import { createJourney, type Journey, type Stage } from '@leb-renew/core/journey';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Ports } from '../../ports.ts';

/**
 * Keeps the machines running for as long as their element is on the page. A move takes the element out and
 * puts it back in one go: nothing is lost then.
 */
export class World implements ReactiveController {
  ports: Ports | null = null;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #stage: Stage<HTMLElement>;
  readonly #changed: () => void;
  #journey: Journey | null = null;
  #stop: (() => void)[] = [];

  /** Calls `changed` after each change of either machine. */
  constructor(host: ReactiveControllerHost & HTMLElement, stage: Stage<HTMLElement>, changed: () => void) {
    this.#host = host;
    this.#stage = stage;
    this.#changed = changed;
    host.addController(this);
  }

  get signIn(): SignInState | null {
    return this.#journey?.signIn.state ?? null;
  }

  get renewal(): RenewalState | null {
    return this.#journey?.renewal.state ?? null;
  }

  /** The session's token; null while nobody is signed in. */
  get token(): string | null {
    return this.signIn?.status === 'signed-in' ? this.signIn.session.token : null;
  }

  /** The one card that a renewal link has opened; null where the whole account is open. */
  get onlyCard(): string | null {
    return (this.signIn?.status === 'signed-in' && this.signIn.session.onlyCard) || null;
  }

  sendSignIn(event: SignInEvent): void {
    this.#journey?.signIn.send(event);
  }

  send(event: RenewalEvent): void {
    this.#journey?.renewal.send(event);
  }

  /** Starts over with these ports; with none, stands still. What is known of the person goes `first`. */
  enter(ports: Ports | null, first: SignInEvent | null = null): void {
    this.leave();
    if (ports === null) return;
    const journey = createJourney(ports, this.#stage);
    const listener = () => {
      this.#changed();
      this.#host.requestUpdate();
    };
    this.#stop = [journey.signIn.subscribe(listener), journey.renewal.subscribe(listener)];
    this.ports = ports;
    this.#journey = journey;
    if (first !== null) journey.signIn.send(first);
    journey.resume();
  }

  leave(): void {
    for (const stop of this.#stop) stop();
    this.#stop = [];
    this.#journey?.dispose();
    this.#journey = null;
    this.ports = null;
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.leave();
    });
  }
}
