import type { Clock } from '@leb-renew/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warnOnce } from '../page/warn-once.ts';

/** Timers take no more than this many milliseconds; a longer wait is slept in parts. */
const longestSleep = 2 ** 31 - 1;

/**
 * Renders its host again when the wording changes, not every second. Asleep while the page is hidden; looks at
 * the clock again when the page comes back, also from the back-forward cache.
 */
export class ClockController implements ReactiveController, EventListenerObject {
  readonly #host: ReactiveControllerHost & { readonly localName: string };
  readonly #clock: () => Clock;
  readonly #nextChangeAt: () => number | null;
  #connected = false;
  #stop: (() => void) | null = null;

  constructor(
    host: ReactiveControllerHost & { readonly localName: string },
    clock: () => Clock,
    nextChangeAt: () => number | null,
  ) {
    this.#host = host;
    this.#clock = clock;
    this.#nextChangeAt = nextChangeAt;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener('visibilitychange', this);
    addEventListener('pageshow', this);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connected = false;
    document.removeEventListener('visibilitychange', this);
    removeEventListener('pageshow', this);
    this.#sleep();
  }

  hostUpdated(): void {
    this.#sleep();
    const at = this.#nextChangeAt();
    if (at === null || !this.#connected || document.hidden) return;
    try {
      const clock = this.#clock();
      const wait = Math.min(Math.max(at - clock.now(), 0), longestSleep);
      this.#stop = clock.after(wait, () => this.#host.requestUpdate());
    } catch (error) {
      warnOnce(this.#host, `clock.after() must call back after a time (${String(error)})`);
    }
  }

  handleEvent(): void {
    if (document.hidden) this.#sleep();
    else this.#host.requestUpdate();
  }

  #sleep(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
