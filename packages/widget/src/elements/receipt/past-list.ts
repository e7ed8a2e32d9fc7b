import { formatMoney, type ReceiptSummary } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dateText } from '../../text/dates.ts';
import { planName } from '../../text/plan-name.ts';
import type { ReceiptWords } from '../../text/messages.ts';

interface PastList {
  readonly words: ReceiptWords;
  readonly locale: string;
  /** Number of the receipt that is shown; null while there is none. */
  readonly shown: string | null;
  /** So many are listed. */
  readonly most: number;
  readonly pick: (paper: ReceiptSummary) => void;
  readonly more: () => void;
}

/** What has been paid for the card. A correction has a page of its own; without one, it leads to what it corrects. */
export function pastList(
  past: readonly ReceiptSummary[],
  { words, locale, shown, most, pick, more }: PastList,
): TemplateResult {
  const content = ({ number, issuedAt, zone, plan, corrects, total }: ReceiptSummary, isShown: boolean) =>
    html`<span>
        <span class="day"><bdi>${dateText(Date.parse(issuedAt), 'short', locale, zone)}</bdi></span>
        <span class="quiet"
          ><bdi>${corrects === null ? planName(plan, locale) : words.correction}</bdi> ·
          <bdi class="code">${number}</bdi>${isShown ? ` · ${words.shown}` : nothing}</span
        >
      </span>
      <bdi class="sum">${formatMoney(total, locale)}</bdi>`;
  return html`<section class="past" aria-labelledby="past">
    <h3 id="past">${words.past}</h3>
    <ul>
      ${past.slice(0, most).map((paper) => {
        const isShown = paper.number === shown;
        const { page } = paper.links;
        return html`<li>
          ${
            paper.corrects !== null && page !== null
              ? html`<a class="paper" href=${page} target="_blank" rel="noopener noreferrer"
                  >${content(paper, isShown)}</a
                >`
              : html`<button
                  class="paper"
                  aria-current=${isShown ? 'true' : nothing}
                  @click=${() => pick(paper)}
                >
                  ${content(paper, isShown)}
                </button>`
          }
        </li>`;
      })}
    </ul>
    ${
      past.length > most
        ? html`<button class="link" @click=${more}>${words.more(past.length - most)}</button>`
        : nothing
    }
  </section>`;
}
