import { html, nothing, type TemplateResult } from 'lit';
import { dateText, lastMoment } from '../../text/dates.ts';
import type { ReceiptWords } from '../../text/messages.ts';
import { validityBar } from '../validity-bar.ts';
import { startOf, type PaidFacts } from './facts.ts';

/** What was left and what was added, as a picture and with both dates; nothing until the card is extended. */
export function span(
  { previousExpiry, paidAt, period, zone }: PaidFacts,
  words: ReceiptWords,
  locale: string,
): TemplateResult | typeof nothing {
  if (period === null) return nothing;
  const { from, to } = period;
  const short = (moment: number) => dateText(moment, 'short', locale, zone);
  const since = startOf(from, previousExpiry, short, locale);
  const newDay = short(lastMoment(to));
  const now = Date.parse(paidAt);
  const end = previousExpiry === null ? now : Math.min(Date.parse(previousExpiry), Date.parse(from));
  return html`<div class="two">
    ${validityBar(
      { start: Math.min(now, Date.parse(from)), now, end: Math.max(now, end), newEnd: Date.parse(to) },
      `${words.extended} ${since}${newDay}`,
    )}
    <div class="ends quiet">
      <span>${words.extended}</span>
      <bdi>${since}<span class="strong">${newDay}</span></bdi>
    </div>
  </div>`;
}
