import { PlanPicker } from './plan-picker.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-plan-picker': PlanPicker;
  }
}

if (!customElements.get('leb-plan-picker')) customElements.define('leb-plan-picker', PlanPicker);
