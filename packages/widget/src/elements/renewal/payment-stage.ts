import type { RenewalEvent, RenewalState } from '@leb-renew/core';
import type { StageView } from '@leb-renew/core/journey';
import type { LitElement } from 'lit';
import { PaymentPlace, returnUrl, warnOfTrouble } from '../../page/payment-place.ts';

export { Till } from '../../page/till.ts';

/** The journey, as far as its payment form has to do with it. */
interface Journey {
  readonly renewal: RenewalState | null;
  send(event: RenewalEvent): void;
  restyle(): void;
  focusForm(): void;
}

/** While these last a payment form may be there. */
const formStates: ReadonlySet<RenewalState['status'] | undefined> = new Set([
  'paying',
  'confirming',
  'checking',
]);

/** What the journey and the place of its payment form have to tell each other. */
export class PaymentStage {
  readonly #host: LitElement;
  readonly #journey: Journey;
  readonly #place: PaymentPlace;
  #wasSending = false;

  constructor(host: LitElement, journey: Journey) {
    this.#host = host;
    this.#journey = journey;
    this.#place = new PaymentPlace(host, { changed: () => journey.restyle(), lost: () => this.#tellLost() });
  }

  container(): HTMLElement {
    if (!formStates.has(this.#journey.renewal?.status)) throw new Error('nobody waits for a form any more');
    return this.#place.container();
  }

  view(renewalId: string): StageView {
    return { ...this.#place.view(), returnUrl: returnUrl(renewalId) };
  }

  leave(): void {
    this.#place.leave();
  }

  /** To be called after each change of the renewal. After a decline the person goes on with the form. */
  follow(): void {
    const state = this.#journey.renewal;
    const wasSending = this.#wasSending;
    this.#wasSending = state?.status === 'confirming';
    if (state?.status === 'paying' && state.problem !== null) warnOfTrouble(this.#host, state.problem);
    if (wasSending && state?.status === 'paying' && state.form === 'ready') void this.#focus();
  }

  /** The host was taken from its place and put into another. */
  reopen(): void {
    if (this.#place.hasFrames) this.#tellLost();
  }

  /** The host was moved with all that is in it. */
  moved(): void {
    this.#place.moved();
  }

  #tellLost(): void {
    const { renewal } = this.#journey;
    if (renewal !== null && 'renewal' in renewal)
      this.#journey.send({ type: 'form-lost', renewalId: renewal.renewal.renewalId });
  }

  async #focus(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // What is around the form lets nobody in while a payment is being sent.
    await this.#host.renderRoot.querySelector<LitElement>('leb-checkout-panel')?.updateComplete;
    const { activeElement, body } = document;
    // Nobody has it elsewhere on the page, and no field of the form has taken it by itself.
    if (activeElement === body || activeElement === this.#host) this.#journey.focusForm();
  }
}
