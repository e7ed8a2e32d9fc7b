import '../sign-in/define.ts';
import '../status-badge/define.ts';
import { defineElement } from '../define-element.ts';
import { CardList } from './card-list.ts';
import { LebRenewalElement } from './renewal.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-card-list': CardList;
    'leb-renewal': LebRenewalElement;
  }
}

defineElement('leb-card-list', CardList);
defineElement('leb-renewal', LebRenewalElement);
