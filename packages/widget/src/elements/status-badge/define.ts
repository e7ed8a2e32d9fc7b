import { defineElement } from '../define-element.ts';
import { StatusBadge } from './status-badge.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-status-badge': StatusBadge;
  }
}

defineElement('leb-status-badge', StatusBadge);
