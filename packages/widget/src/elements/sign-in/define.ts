import { SignIn } from './sign-in.ts';

declare global {
  interface HTMLElementTagNameMap {
    'leb-sign-in': SignIn;
  }
}

if (!customElements.get('leb-sign-in')) customElements.define('leb-sign-in', SignIn);
