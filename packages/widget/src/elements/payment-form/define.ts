import { defineElement } from '../define-element.ts';
import { PaymentFormElement } from './payment-form.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-payment-form': PaymentFormElement;
  }
}

defineElement('leb-payment-form', PaymentFormElement);
