import { html, type TemplateResult } from 'lit';

/** Stands where a payment provider puts its form. */
export const paymentForm = (): TemplateResult =>
  html`<div slot="payment" class="payment-form">
    <p>The payment provider's form is shown here.</p>
  </div>`;
