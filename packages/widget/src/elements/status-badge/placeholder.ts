import { html, type TemplateResult } from 'lit';
import type { StatusWords } from '../../text/messages.ts';

/** Built like the real thing, so that nothing moves when the card is here. */
export const compactPlaceholder = (words: StatusWords | null): TemplateResult =>
  html`<span class="pill" role="status"
    ><span class="unseen">${words?.loading}</span><span class="bone word">&nbsp;</span></span
  >`;

export const fullPlaceholder = (words: StatusWords | null): TemplateResult =>
  html`<div class="panel" part="panel" aria-busy="true">
    <div>
      <div class="head">
        <div class="title bone word">&nbsp;</div>
        <span class="pill bone word">&nbsp;</span>
      </div>
      <p class="which quiet"><span class="unseen" role="status">${words?.loading}</span></p>
    </div>
    <div>
      <div class="bar bone"></div>
      <div class="ends quiet">&nbsp;</div>
    </div>
    <p class="long bone quiet"></p>
    <div class="actions">
      <div class="button bone"></div>
      <div class="button bone"></div>
    </div>
  </div>`;
