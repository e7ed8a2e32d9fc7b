import { LitElement, type ReactiveController } from 'lit';
import type { Step } from './step.ts';

/** Takes the focus along to a new step, and to what went wrong in it, unless the person is somewhere else on the page. */
export class StepFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #signIn: () => HTMLElement;
  readonly #step: () => Step;
  #shown: Step | null = null;
  #trouble: HTMLElement | null = null;
  #hadFocus = false;

  constructor(host: LitElement, signIn: () => HTMLElement, step: () => Step) {
    this.#host = host;
    this.#signIn = signIn;
    this.#step = step;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#host.matches(':focus-within');
  }

  hostUpdated(): void {
    void this.#follow();
  }

  async #follow(): Promise<void> {
    const before = this.#shown;
    const step = (this.#shown = this.#step());
    const known = this.#trouble;
    const trouble = (this.#trouble = this.#host.renderRoot.querySelector<HTMLElement>('.notice[role=alert]'));
    if (before === null || !this.#mayTake) return;
    if (before !== step) await this.#go(step);
    else if (trouble !== null && trouble !== known) trouble.focus();
    // The button that was pressed has gone with the trouble.
    else if (trouble === null && known !== null && this.#hadFocus && !this.#host.matches(':focus-within'))
      await this.#go(step);
  }

  /** Takes the focus here: to the step, or to the frame while there is none yet. */
  async take(): Promise<void> {
    await this.#host.updateComplete;
    await this.#go(this.#step());
  }

  /** Nobody else on the page has it. */
  get #mayTake(): boolean {
    const { activeElement, body } = document;
    return activeElement === body || this.#host.contains(activeElement);
  }

  async #go(step: Step): Promise<void> {
    const find = (selector: string) => this.#host.renderRoot.querySelector<HTMLElement>(selector);
    const next =
      step === 'sign-in' && find('slot')
        ? this.#signIn()
        : (find('.step') ?? find('.notice[role=alert]') ?? find('.sheet'));
    if (next?.matches(':not(:defined)')) {
      await customElements.whenDefined(next.localName);
      // The person may have gone on meanwhile.
      if (!next.isConnected || !this.#mayTake) return;
    }
    if (next instanceof LitElement) await next.updateComplete;
    next?.focus();
  }
}
