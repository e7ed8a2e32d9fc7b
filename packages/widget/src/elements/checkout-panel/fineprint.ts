import type { Quote } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dateText } from '../../text/dates.ts';
import type { Speech } from './speech.ts';

/** What has to be said before a payment, and is not the first thing to read. */
export function fineprint(quote: Quote, { words, locale }: Speech): TemplateResult {
  const { seller, validUntil, withdrawal } = quote;
  return html`<div class="fine quiet">
    <p>${words.once} ${words.direct}</p>
    ${withdrawal === '14-days' ? html`<p>${words.withdrawal}</p>` : nothing}
    <p>
      ${words.soldBy(seller.name)} ·
      ${
        seller.termsUrl === null
          ? nothing
          : html`<a href=${seller.termsUrl} target="_blank" rel="noopener">${words.terms}</a> · `
      }
      ${words.heldUntil(dateText(Date.parse(validUntil), 'time', locale, null))}
    </p>
  </div>`;
}
