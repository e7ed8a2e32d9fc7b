import { html, type TemplateResult } from 'lit';

/** Holds the place of a panel whose words or price are on their way. */
export const skeleton = (title: string, said: string): TemplateResult =>
  html`<div class="panel" aria-busy="true">
    <h2 tabindex="-1">${title}</h2>
    <p class="unseen" role="status">${said}</p>
    <div class="bone dates-bone"></div>
    <div class="bone bill-bone"></div>
    <div class="bone form-bone"></div>
    <div class="bone button-bone"></div>
  </div>`;
