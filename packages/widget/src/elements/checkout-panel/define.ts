import { CheckoutPanel } from './checkout-panel.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-checkout-panel': CheckoutPanel;
  }
}

if (!customElements.get('leb-checkout-panel')) customElements.define('leb-checkout-panel', CheckoutPanel);
