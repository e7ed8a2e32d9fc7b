import '../checkout-panel/define.ts';
import '../plan-picker/define.ts';
import '../receipt/define.ts';
import '../sign-in/define.ts';
import '../status-badge/define.ts';
import { CardList } from './card-list.ts';
import { RenewalJourney } from './renewal.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-card-list': CardList;
    'leb-renewal': RenewalJourney;
  }
}

if (!customElements.get('leb-card-list')) customElements.define('leb-card-list', CardList);
if (!customElements.get('leb-renewal')) customElements.define('leb-renewal', RenewalJourney);
