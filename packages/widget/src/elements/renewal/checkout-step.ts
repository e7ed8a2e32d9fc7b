import type { RenewalState } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { AgreeEvent, PayEvent } from '../../events.ts';
import type { Scene } from './scene.ts';

interface CheckoutWishes {
  readonly agree: (event: AgreeEvent) => void;
  readonly pay: (event: PayEvent) => void;
  readonly retry: () => void;
  readonly back: () => void;
  readonly done: () => void;
}

/** From the review to the payment, and what stands in between. */
export const checkoutStep = (
  { lang, clock, instead }: Scene,
  renewal: RenewalState,
  methods: readonly string[] | null,
  on: CheckoutWishes,
): TemplateResult =>
  instead ??
  html`<leb-checkout-panel
    class="step ${renewal.status}"
    lang=${lang || nothing}
    .state=${renewal}
    .methods=${methods}
    .clock=${clock}
    @leb-agree=${on.agree}
    @leb-pay=${on.pay}
    @leb-retry=${on.retry}
    @leb-back=${on.back}
    @leb-done=${on.done}
    ><slot name="payment" slot="payment"></slot
  ></leb-checkout-panel>`;
