import { defineElement } from '../define-element.ts';
import { CheckoutPanel } from './checkout-panel.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-checkout-panel': CheckoutPanel;
  }
}

defineElement('leb-checkout-panel', CheckoutPanel);
