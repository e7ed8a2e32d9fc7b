import type { Problem } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemWords } from '../text/messages.ts';
import { icon } from './icons.ts';

/** Trouble in the order people need it: what happened, `meaning` for money and service, what to do next. */
export function problemNotice(
  { code, next, retryAfterSeconds }: Problem,
  words: ProblemWords,
  meaning: string = '',
): TemplateResult {
  const isCalm = next === 'wait' || code === 'payment-not-seen';
  return html`<div class="notice ${isCalm ? 'warn' : 'bad'}" role="alert" tabindex="-1">
    ${icon('alert')}
    <h3>${words.what[code]}</h3>
    <p>
      ${meaning} ${words.instead[code] ?? (next === 'wait' && retryAfterSeconds ? nothing : words.next[next])}
      ${retryAfterSeconds ? html`<span role="timer">${words.retryIn(retryAfterSeconds)}</span>` : nothing}
    </p>
  </div>`;
}
