import { html, nothing, type TemplateResult } from 'lit';
import { dateText, lastMoment } from '../../text/dates.ts';
import type { ReceiptWords } from '../../text/messages.ts';
import { icon, type IconName } from '../icons.ts';
import { wholeWithin } from '../whole.ts';
import type { PaidFacts, Standing } from './facts.ts';

/** The news on top: a state in a word, what it means for the card, and where it was told. */
export function news(
  facts: PaidFacts,
  standing: Standing,
  words: ReceiptWords,
  locale: string,
): TemplateResult {
  const { period, zone, corrects, sentTo } = facts;
  const until = period === null ? '' : dateText(lastMoment(period.to), 'long', locale, zone);
  const [tone, name, state, title]: readonly [string, IconName, string, unknown] = {
    correction: [
      '',
      'info',
      words.correction,
      wholeWithin(words.correctionOf(corrects ?? ''), corrects ?? ''),
    ] as const,
    corrected: ['', 'info', words.corrected, words.wasCorrected] as const,
    extending: ['warn', 'clock', words.paid, words.stillExtending] as const,
    over: ['', 'check', words.paid, words.ranUntil(until)] as const,
    active: ['ok', 'check', words.renewed, words.activeUntil(until)] as const,
  }[standing];
  return html`<div class="news">
    <span class="pill ${tone}" part="badge">${icon(name)}${state}</span>
    <h2 id="title" tabindex="-1">${title}</h2>
    <p class="quiet sent">${sentTo === null ? nothing : words.sentTo(sentTo)}</p>
  </div>`;
}
