import { formatMoney, type Money, type Quote } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { percentText } from '../../text/amounts.ts';
import type { Speech } from './speech.ts';

/** Every line of the price, and the total with its currency. */
export function bill({ switchesPlan, lines, total }: Quote, { words, locale }: Speech): TemplateResult {
  const money = (amount: Money) => html`<bdi>${formatMoney(amount, locale)}</bdi>`;
  return html`<dl class="rows">
    ${lines.map(
      ({ kind, label, amount, rateBasisPoints }) =>
        html`<div>
          <dt>
            ${rateBasisPoints === null ? label : words.tax(label, percentText(rateBasisPoints / 10_000, locale, 2))}
            ${kind === 'plan' && switchesPlan ? html`<div class="quiet">${words.switched}</div>` : nothing}
          </dt>
          <dd>${money(amount)}</dd>
        </div>`,
    )}
    <div class="sum">
      <dt>${words.total}</dt>
      <dd>${money(total)} <span class="code">${total.currency}</span></dd>
    </div>
  </dl>`;
}
