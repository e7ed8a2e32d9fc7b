import { defineElement } from '../define-element.ts';
import { ReceiptPanel } from './receipt.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-receipt': ReceiptPanel;
  }
}

defineElement('leb-receipt', ReceiptPanel);
