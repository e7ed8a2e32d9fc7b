import { defineElement } from '../define-element.ts';
import { SignIn } from './sign-in.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-sign-in': SignIn;
  }
}

defineElement('leb-sign-in', SignIn);
