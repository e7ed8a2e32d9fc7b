import { formatMoney, inLanguage, type Money } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { lastFour, percentText } from '../../text/amounts.ts';
import { dateText } from '../../text/dates.ts';
import type { ReceiptWords } from '../../text/messages.ts';
import { planName } from '../../text/plan-name.ts';
import { whole } from '../whole.ts';
import type { PaidFacts } from './facts.ts';

/** The facts to keep. What the total is made of is shown where it is made of more than one amount. */
export function paidRows(facts: PaidFacts, words: ReceiptWords, locale: string): TemplateResult {
  const { number, lines, total, paidWith, paidAt, zone, card, plan, seller, corrects } = facts;
  const money = (amount: Money) => html`<bdi>${formatMoney(amount, locale)}</bdi>`;
  const parts = lines.filter(({ amount }) => amount.minor !== 0);
  return html`<dl class="rows">
    ${row(corrects === null ? words.number : words.correction, whole(number))}
    ${
      parts.length < 2
        ? nothing
        : parts.map(({ label, labelIn, amount, rateBasisPoints: rate }) =>
            row(
              html`<bdi
                >${
                  rate === null
                    ? inLanguage(locale, labelIn, label)
                    : words.tax(label, percentText(rate / 10_000, locale, 2))
                }</bdi
              >`,
              money(amount),
            ),
          )
    }
    ${row(
      corrects === null ? words.amount : words.returned,
      html`<span class="strong">${money(total)}</span
        >${paidWith === null ? nothing : html` · <bdi>${paidWith}</bdi>`}`,
    )}
    ${row(
      words.paidOn,
      html`<bdi>${dateText(Date.parse(paidAt), 'moment', locale, zone)}</bdi>
        <span class="quiet">(${zone})</span>`,
    )}
    ${row(words.card, html`<bdi>${card.label}</bdi> <bdi dir="ltr">${lastFour(card.iccidMasked)}</bdi>`)}
    ${row(words.plan, html`<bdi>${planName(plan, locale)}</bdi>`)}
    ${row(words.seller, html`<bdi>${seller.name}</bdi>`)}
  </dl>`;
}

const row = (name: unknown, fact: unknown): TemplateResult =>
  html`<div>
    <dt>${name}</dt>
    <dd>${fact}</dd>
  </div>`;
