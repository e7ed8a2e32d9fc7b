import { defineElement } from '../define-element.ts';
import { PlanPicker } from './plan-picker.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-plan-picker': PlanPicker;
  }
}

defineElement('leb-plan-picker', PlanPicker);
