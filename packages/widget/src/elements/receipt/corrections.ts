import { formatMoney, type ReceiptSummary } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReceiptWords } from '../../text/messages.ts';
import { icon } from '../icons.ts';
import { whole } from '../whole.ts';

/** The papers that took money back. What they say beside their number is known where the card's receipts are. */
export function corrections(
  numbers: readonly string[],
  past: readonly ReceiptSummary[],
  words: ReceiptWords,
  locale: string,
): TemplateResult | typeof nothing {
  if (numbers.length === 0) return nothing;
  return html`<div class="notice">
    ${icon('info')}
    <p>${words.correctedBy}</p>
    ${numbers.map((number) => {
      const paper = past.find((each) => each.number === number);
      const page = paper?.links.page ?? null;
      return html`<p>
        ${
          page === null
            ? whole(number)
            : html`<a class="inline" href=${page} target="_blank" rel="noopener noreferrer"
                >${whole(number)}</a
              >`
        }
        ${paper === undefined ? nothing : html`<bdi>${formatMoney(paper.total, locale)}</bdi>`}
      </p>`;
    })}
  </div>`;
}
