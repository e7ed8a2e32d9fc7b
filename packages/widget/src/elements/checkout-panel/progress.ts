import type { Quote } from '@leb-renew/core';
import { html, type TemplateResult } from 'lit';
import { dateText, lastMoment } from '../../text/dates.ts';
import { icon } from '../icons.ts';
import type { Speech } from './view.ts';

/** *Paid* and *renewed* as two facts: one is done, one is under way, and the date is promised for the end. */
export function progress({ effect, card }: Quote, { words, locale }: Speech): TemplateResult {
  const { paid, extending, active } = words.steps;
  return html`<ol class="steps">
    <li class="ok">${icon('check')}<span>${paid}</span></li>
    <li aria-current="step">${icon('clock')}<span>${extending}</span></li>
    <li class="later">
      ${icon('dot')}<span>${active(dateText(lastMoment(effect.to), 'long', locale, card.zone))}</span>
    </li>
  </ol>`;
}
