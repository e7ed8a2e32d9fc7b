import { formatMoney, inLanguage, type Money, type Quote } from '@leb-renew/core';
import { html, type TemplateResult } from 'lit';
import { percentText } from '../../text/amounts.ts';
import type { Speech } from './view.ts';

/** Every line of the price, and the total with its currency. */
export function bill({ lines, total }: Quote, { words, locale }: Speech): TemplateResult {
  const money = (amount: Money) => html`<bdi>${formatMoney(amount, locale)}</bdi>`;
  return html`<dl class="rows">
    ${lines.map(
      ({ label, labelIn, amount, rateBasisPoints }) =>
        html`<div>
          <dt>
            <bdi
              >${rateBasisPoints === null ? inLanguage(locale, labelIn, label) : words.tax(label, percentText(rateBasisPoints / 10_000, locale, 2))}</bdi
            >
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
