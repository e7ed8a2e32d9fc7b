import type { Quote } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dateText, lastMoment } from '../../text/dates.ts';
import { icon } from '../icons.ts';
import { validityBar } from '../validity-bar.ts';
import type { Speech } from './speech.ts';

/** What the renewal does to the card's dates, as a picture and as text. */
export function dates({ effect, card, plan, issuedAt }: Quote, { words, locale }: Speech): TemplateResult {
  const now = Date.parse(issuedAt);
  const { from, to, losesDays, previousExpiry } = effect;
  const day = (end: string) => dateText(lastMoment(end), 'short', locale, card.zone);
  const old = previousExpiry === null ? null : day(previousExpiry);
  const running = previousExpiry !== null && losesDays === 0 && Date.parse(previousExpiry) > now;
  const lost = Math.ceil(losesDays);
  const text = words.extension(old, day(to), plan.term, lost);
  const bar = validityBar(
    {
      start: Math.min(now, Date.parse(from)),
      now,
      end: running ? Date.parse(previousExpiry) : now,
      newEnd: Date.parse(to),
    },
    text,
  );
  return html`<div class="two">
      ${bar}
      <div class="ends quiet">
        <span>${running && old !== null ? words.until(old) : words.now}</span>
        <span>${words.added(plan.term)} → <span class="strong">${day(to)}</span></span>
      </div>
      <p class="quiet"><bdi>${text}</bdi></p>
    </div>
    ${lost === 0 ? nothing : html`<div class="notice warn">${icon('alert')}<h3>${words.startsNow(lost)}</h3></div>`}`;
}
