import type { Quote } from '@leb-renew/core';
import { html, type TemplateResult } from 'lit';
import { arrow, dateText, lastMoment } from '../../text/dates.ts';
import { validityBar } from '../validity-bar.ts';
import type { Speech } from './view.ts';

/** What the renewal does to the card's dates, as a picture and as text. */
export function dates({ effect, card, plan, issuedAt }: Quote, { words, locale }: Speech): TemplateResult {
  const now = Date.parse(issuedAt);
  const { from, to, losesDays, previousExpiry } = effect;
  const day = (end: string) => dateText(lastMoment(end), 'short', locale, card.zone);
  const fromNow = effect.basis === 'now';
  const old = previousExpiry === null ? null : day(previousExpiry);
  const lost = Math.ceil(losesDays);
  const kept = previousExpiry !== null && lost === 0 ? Math.max(now, Date.parse(previousExpiry)) : now;
  const gain = fromNow ? words.fromToday(plan.term, lost) : words.gain(plan.term, lost);
  const first = fromNow ? dateText(Date.parse(from), 'short', locale, card.zone) : old;
  const since = first === null ? '' : `${first} ${arrow(locale)} `;
  return html`<div class="two">
    ${validityBar(
      {
        start: Math.min(now, Date.parse(from)),
        now,
        end: kept,
        newEnd: Date.parse(to),
        lostUntil: lost === 0 || previousExpiry === null ? now : Date.parse(previousExpiry),
      },
      `${since}${day(to)}, ${gain}`,
    )}
    <div class="ends quiet" aria-hidden="true">
      <span>${kept > now && old !== null ? words.until(old) : words.now}</span>
      <span>${words.added(plan.term)}</span>
    </div>
    <p class="head">
      <bdi>${since}<span class="strong">${day(to)}</span></bdi>
      <span class="quiet">${gain}</span>
    </p>
  </div>`;
}
