import { formatMoney, type RenewalState } from '@leb-renew/core';
import { html, type TemplateResult } from 'lit';
import { DoneEvent } from '../../events.ts';
import { icon } from '../icons.ts';
import { supportLink } from '../support-link.ts';
import { wholeWithin } from '../whole.ts';
import type { Speech } from './view.ts';
import { wish } from './wish.ts';

/** Paid, and a person is needed, or the money goes back. */
export function held(
  { renewal }: Extract<RenewalState, { status: 'held' }>,
  { words, locale }: Speech,
): TemplateResult {
  const { status, quote, receiptNumber, reference } = renewal;
  return html`<div class="notice ${status === 'refunded' ? '' : 'warn'}" role="status">
      ${icon('info')}
      <p>
        ${wholeWithin(words.held[status](formatMoney(quote.total, locale), receiptNumber), receiptNumber)}
      </p>
    </div>
    <div class="stack">
      ${supportLink(quote.seller.support, reference, words.problem, 'button')}
      <button class="button" @click=${wish(() => new DoneEvent())}>${words.done}</button>
    </div>`;
}
