import type { Quote } from '@leb-renew/core';
import { html, nothing, type TemplateResult } from 'lit';
import { planName } from '../../text/plan-name.ts';
import { dates } from './dates.ts';
import { tickBox } from './tick-box.ts';
import { icon } from '../icons.ts';
import type { View } from './view.ts';

/** What is bought: the plan, and what it does to the card's dates. */
export function review(quote: Quote, view: View): TemplateResult {
  const { words, locale } = view;
  const { plan, switchesPlan } = quote;
  const name = planName(plan, locale);
  const term = words.term(plan.term);
  const lost = daysLost(quote);
  return html`<div class="stack">
    <dl class="rows">
      <div>
        <dt>${words.plan}</dt>
        <dd>
          <bdi>${name}</bdi>${tells(name, term) ? nothing : ` · ${term}`}
          ${switchesPlan ? html`<div class="quiet">${words.switched}</div>` : nothing}
        </dd>
      </div>
    </dl>
    ${dates(quote, view)}
    ${
      lost === 0
        ? nothing
        : html`<div class="notice warn">
            ${icon('alert')}
            <h3>${words.startsNow}</h3>
            <p>${words.losesDays(lost)}</p>
            ${tickBox('loss', words.acceptLoss(lost), view)}
          </div>`
    }
  </div>`;
}

/** Whether a name says the term already: `1年` does of `1 年`, and in Japanese of `1年間`. */
function tells(name: string, term: string): boolean {
  const [said, meant] = [name, term].map((text) => text.replace(/\s/g, ''));
  return meant === said || meant === `${said}間`;
}

/** Whole days that were paid for and are dropped. A part of a day counts as one. */
export const daysLost = ({ effect }: Quote): number => Math.ceil(effect.losesDays);
