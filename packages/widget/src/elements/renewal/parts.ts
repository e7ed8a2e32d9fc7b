import { problem, type Problem } from '@leb-renew/core';
import type { ReactiveControllerHost } from 'lit';
import { deviceClock } from '../../controllers/device-clock.ts';
import { languageOf } from '../../text/language.ts';
import { loadMessages } from '../../text/load-messages.ts';
import { later } from './later.ts';
import type { Step } from './step.ts';

/** The element that a step is made of. The first view brings all others. */
const needs: { readonly [step in Step]?: string } = {
  plans: 'leb-plan-picker',
  checkout: 'leb-checkout-panel',
  receipts: 'leb-receipt',
  receipt: 'leb-receipt',
};

/** After so long a person is told, and may try again; what comes after all is shown at once. */
const patienceMs = 15_000;
/** From the first try that a person does not see to the next; twice as long each time. */
const firstRestMs = 1_000;
const longestRestMs = 30_000;

/** Has the parts of later steps loaded: once the first view is on the screen, and again where a step still lacks its own. */
export class Parts {
  /** Whether the step that is shown still waits for its part. */
  isComing = false;
  /** Why it cannot be shown; null unless it was tried. */
  problem: Problem | null = null;

  readonly #host: ReactiveControllerHost & Element;
  readonly #failed: (problem: Problem) => void;
  #isNeeded = false;
  #coming: Promise<unknown> | null = null;
  #isPrepared = false;
  /** The connection came back while a part was on its way. */
  #isBack = false;
  #stopResting = () => {};

  constructor(host: ReactiveControllerHost & Element, failed: (problem: Problem) => void) {
    this.#host = host;
    this.#failed = failed;
  }

  /** To be called before each render. */
  need(step: Step): void {
    const tag = needs[step];
    if (tag === undefined || customElements.get(tag) !== undefined) {
      this.#coming = this.problem = null;
      this.#isNeeded = this.isComing = false;
      this.#stopResting();
    } else if (!this.#isNeeded) {
      this.#isNeeded = true;
      this.again();
    }
  }

  readonly again = (): void => {
    if (!this.#isNeeded) return;
    const coming = (this.#coming = this.#rest());
    this.isComing = true;
    this.#isBack = false;
    this.problem = null;
    this.#stopResting();
    this.#host.requestUpdate();
    const fail = () => {
      if (this.#coming === coming) this.#fail();
    };
    const stop = deviceClock.after(patienceMs, fail);
    void coming.then(() => this.#host.requestUpdate(), fail).finally(stop);
  };

  /** Tries again what could not be had. What was asked for without a connection may fail after it is back. */
  lookAgain(): void {
    if (this.problem !== null) this.again();
    else this.#isBack = this.isComing;
  }

  /** Whatever fails here is tried again when it is needed. */
  prepare(): void {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    requestAnimationFrame(() => {
      setTimeout(() => this.#rest().catch(() => {}));
    });
  }

  /** With their words, which are not waited for where they cannot be had. */
  #rest(): Promise<unknown> {
    return Promise.all([later.rest(), loadMessages(languageOf(this.#host), 'checkout')]);
  }

  #fail(): void {
    if (this.#isBack) {
      this.again();
      return;
    }
    this.isComing = false;
    this.problem = problem(navigator.onLine ? 'unavailable' : 'offline');
    this.#host.requestUpdate();
    this.#failed(this.problem);
    this.#tryQuietly(firstRestMs);
  }

  /** A browser may say that it is online before anything can be fetched, and not again. */
  #tryQuietly(restMs: number): void {
    this.#stopResting = deviceClock.after(restMs, () => {
      if (!this.#host.isConnected) return;
      this.#rest().then(
        () => this.#host.requestUpdate(),
        () => {
          if (this.problem !== null) this.#tryQuietly(Math.min(restMs * 2, longestRestMs));
        },
      );
    });
  }
}
