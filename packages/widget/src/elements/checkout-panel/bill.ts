import { formatMoney, type Money, type Quote } from '@leb-renew/core';
import { html, type TemplateResult } from 'lit';
import { lastFour, percentText } from '../../text/amounts.ts';
import type { Speech } from './speech.ts';

/** Card, plan, every line of the price, and the total. */
export function bill({ card, plan, switchesPlan, lines, total }: Quote, { words, locale }: Speech): TemplateResult {
  const money = (amount: Money) => html`<bdi>${formatMoney(amount, locale)}</bdi>`;
  return html`<dl class="rows">
    <div>
      <dt>${words.card}</dt>
      <dd>${card.label} <bdi dir="ltr">${lastFour(card.iccidMasked)}</bdi></dd>
    </div>
    <div>
      <dt>${words.plan}</dt>
      <dd>${plan.name}${switchesPlan ? html`<br /><span class="quiet">${words.switched}</span>` : null}</dd>
    </div>
    ${lines.map(
      ({ label, amount, rateBasisPoints }) => html`<div>
        <dt>
          ${rateBasisPoints === null ? label : words.tax(label, percentText(rateBasisPoints / 10_000, locale, 2))}
        </dt>
        <dd>${money(amount)}</dd>
      </div>`,
    )}
    <div class="sum">
      <dt>${words.total}</dt>
      <dd><bdi>${formatMoney(total, locale)}</bdi> <span class="code">${total.currency}</span></dd>
    </div>
  </dl>`;
}
