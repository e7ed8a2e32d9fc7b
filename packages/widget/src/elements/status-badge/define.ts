import { StatusBadge } from './status-badge.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-status-badge': StatusBadge;
  }
}

if (!customElements.get('leb-status-badge')) customElements.define('leb-status-badge', StatusBadge);
