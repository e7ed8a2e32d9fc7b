import { formatMoney, type Quote } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { dateText, lastMoment } from '../../text/dates.ts';
import { icon } from '../icons.ts';
import type { Speech } from './view.ts';

/** What is another now than it was for a person who was reading when the price ran out. */
export function changes(
  before: Quote | null,
  quote: Quote,
  { words, locale }: Speech,
): TemplateResult | typeof nothing {
  if (before === null) return nothing;
  const price = ({ total }: Quote) => formatMoney(total, locale);
  const end = ({ effect, card }: Quote) => dateText(lastMoment(effect.to), 'long', locale, card.zone);
  const lost = ({ effect }: Quote) => words.lost(Math.ceil(effect.losesDays));
  const said = [
    [price, words.priceChanged] as const,
    [end, words.endChanged] as const,
    [lost, words.lossChanged] as const,
  ].flatMap(([of, say]) => (of(before) === of(quote) ? [] : say(of(before), of(quote))));
  return html`<div class="notice ${said.length === 0 ? '' : 'warn'}" role="alert" tabindex="-1">
    ${icon(said.length === 0 ? 'check' : 'alert')}
    <h3>${said.length === 0 ? words.sameAsBefore : words.changed}</h3>
    ${said.map((line) => html`<p>${line}</p>`)}
  </div>`;
}
