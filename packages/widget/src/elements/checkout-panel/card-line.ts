import type { Quote } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { lastFour } from '../../text/amounts.ts';
import { dateText, lastMoment } from '../../text/dates.ts';
import type { Speech } from './view.ts';

/** Which card it is about, so that nobody renews the wrong one. */
export const cardLine = ({ card }: Quote): TemplateResult =>
  html`<p class="quiet">
    <bdi>${card.label}</bdi> <bdi dir="ltr">${lastFour(card.iccidMasked)}</bdi>${
      card.region === undefined ? nothing : html` · <bdi>${card.region}</bdi>`
    }
  </p>`;

/** Until when it runs without this renewal, in the zone of the card. */
export function expiryLine(
  { card, effect, issuedAt }: Quote,
  { words, locale }: Speech,
): TemplateResult | typeof nothing {
  const { previousExpiry } = effect;
  if (previousExpiry === null) return nothing;
  const end = dateText(lastMoment(previousExpiry), 'moment', locale, card.zone);
  const hasEnded = Date.parse(previousExpiry) <= Date.parse(issuedAt);
  return html`<p class="quiet">${hasEnded ? words.ended(end, card.zone) : words.expires(end, card.zone)}</p>`;
}
