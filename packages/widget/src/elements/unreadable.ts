import { html, type nothing, type TemplateResult } from 'lit';
import { icon } from './icons.ts';

/** In place of what makes no sense: says so, and what to do. Its developer has been told why. */
export const unreadable = (
  words: { readonly tag: string; readonly unreadable: string },
  dir: string | typeof nothing,
): TemplateResult =>
  html`<div class="panel" part="panel" lang=${words.tag} dir=${dir}>
    <div class="notice" role="alert">
      ${icon('alert')}
      <p>${words.unreadable}</p>
    </div>
  </div>`;
