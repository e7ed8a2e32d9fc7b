import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptWords } from '../../text/messages.ts';
import { supportLink } from '../support-link.ts';
import type { PaidFacts } from './facts.ts';

/** What belongs on a receipt and is not the first thing to read. */
export function fineprint(
  { corrects, withdrawal, seller, reference }: PaidFacts,
  words: ReceiptWords,
): TemplateResult {
  return html`<div class="fine quiet">
    ${corrects === null ? html`<p>${words.withdrawal[withdrawal]}</p>` : nothing}
    ${supportLink(seller.support, reference, words.problem, 'help')}
  </div>`;
}
