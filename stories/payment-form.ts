import { html, type TemplateResult } from 'lit';

/** Stands where a payment provider puts its form. */
export const paymentForm = (): TemplateResult =>
  html`<div slot="payment" class="payment-form" lang="en" dir="ltr">
    <p>The payment provider's form is shown here.</p>
  </div>`;
