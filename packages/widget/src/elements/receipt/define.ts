import { ReceiptPanel } from './receipt.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-receipt': ReceiptPanel;
  }
}

if (!customElements.get('leb-receipt')) customElements.define('leb-receipt', ReceiptPanel);
