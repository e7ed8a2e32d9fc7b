import { html, nothing, type TemplateResult } from 'lit';
import type { PlanWords } from '../../text/messages.ts';
import { chips, radio, type PlanRow } from './radio.ts';

/** One box per plan, the whole of which can be pressed. */
export const planList = (rows: readonly PlanRow[], words: PlanWords): readonly TemplateResult[] =>
  rows.map((row) => {
    const { planId, name, isOpen, price, month, allowance, includes, until, comparedWith } = row.facts;
    return html`<label class="plan ${isOpen ? '' : 'closed'}" part="plan">
      ${radio(row)}
      <span class="name"><bdi class="strong" id="${planId}-name">${name}</bdi> ${chips(row, words)}</span>
      <span class="cost">
        <span class="strong" part="price" id="${planId}-price"><bdi>${price}</bdi></span>
        ${
          month === null
            ? nothing
            : html`<span class="month quiet" id="${planId}-month"><bdi>${month}</bdi></span>`
        }
      </span>
      <span class="facts quiet">
        ${comparedWith === null ? nothing : html`<span id="${planId}-compared">${comparedWith}</span>`}
        <span id="${planId}-facts">
          <span><bdi>${allowance}</bdi>${includes.map((fact) => html` · <bdi>${fact}</bdi>`)}</span>
          <span class="until">${until}</span>
        </span>
      </span>
    </label>`;
  });
