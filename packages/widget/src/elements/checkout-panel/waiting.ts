import { formatMoney, type RenewalState } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { BackEvent, RetryEvent } from '../../events.ts';
import { icon } from '../icons.ts';
import { problemNotice } from '../problem-notice.ts';
import { supportLink } from '../support-link.ts';
import { wholeWithin } from '../whole.ts';
import { progress } from './progress.ts';
import type { View } from './view.ts';
import { wish } from './wish.ts';

/** What is known is on its way; nobody can hurry it. */
export type Waiting = Extract<RenewalState, { status: 'checking' | 'resuming' | 'extending' }>;

/** After so many questions, about half a minute, nobody is to be kept before the page without a word. */
const longWait = 7;

/** What is being waited for, that nothing is lost meanwhile, and a way to look. Never a way to pay. */
export function waiting(state: Waiting, view: View): TemplateResult {
  switch (state.status) {
    case 'checking':
      return html`${notice(state, '', view.words.checking, view.words.checkingSafe, view)}
        ${around(state, view)}
        <div hidden><slot name="payment"></slot></div>`;
    case 'resuming':
      return html`<p class="quiet" role="status">
          ${state.asks < longWait ? view.words.resuming : view.words.resumingLong(state.ticket.confirming)}
        </p>
        ${around(state, view)}`;
    case 'extending': {
      const { quote, receiptNumber } = state.renewal;
      const total = formatMoney(quote.total, view.locale);
      const safe = wholeWithin(view.words.receivedSafe(total, receiptNumber), receiptNumber);
      return html`${notice(state, 'warn', view.words.received, safe, view)} ${progress(quote, view)}
      ${around(state, view)}`;
    }
  }
}

function notice(
  { asks, status }: Waiting,
  tone: string,
  title: string,
  said: unknown,
  { words }: View,
): TemplateResult {
  return html`<div class="notice ${tone}" role="status">
    ${icon('clock')}
    <h3>${title}</h3>
    <p>${said}</p>
    ${
      asks < longWait
        ? nothing
        : html`<p>${status === 'extending' ? words.receivedLong : words.checkingLong}</p>`
    }
  </div>`;
}

function around(state: Waiting, { words, isOnline }: View): TemplateResult {
  const { problem } = state;
  return html`${
      problem === null || (problem.code === 'offline' && !isOnline)
        ? nothing
        : problemNotice(problem, words.problem)
    }
    <div class="stack">
      <button class="button" @click=${wish(() => new RetryEvent())}>${words.look}</button>
      ${
        state.status === 'resuming' && !state.ticket.confirming
          ? html`<button class="button" @click=${wish(() => new BackEvent())}>${words.back}</button>`
          : nothing
      }
    </div>
    ${
      state.status === 'resuming'
        ? nothing
        : supportLink(state.renewal.quote.seller.support, state.renewal.reference, words.problem, 'help')
    }`;
}
