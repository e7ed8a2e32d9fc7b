import { html, nothing, type TemplateResult } from 'lit';
import type { SignInWords } from '../../text/messages.ts';

/** Built like the form for a password, so that nothing moves when it is here. */
export const placeholder = (words: SignInWords | null, reset: boolean): TemplateResult =>
  html`<section class="panel" aria-busy="true">
    <p class="unseen" role="status">${words?.loading}</p>
    <div class="title bone word">&nbsp;</div>
    <div class="form">
      ${field} ${field}
      <div class="button bone"></div>
    </div>
    ${reset ? html`<div class="link unshown"></div>` : nothing}
  </section>`;

const field = html`<div class="field">
  <div class="bone word">&nbsp;</div>
  <div class="bone box"></div>
</div>`;
