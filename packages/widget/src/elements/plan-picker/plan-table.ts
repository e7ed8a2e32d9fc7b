import { html, nothing, type TemplateResult } from 'lit';
import type { PlanWords } from '../../text/messages.ts';
import { chips, radio, type PlanRow } from './radio.ts';

/** Plans side by side, for comparing one fact at a time. Too narrow for columns, each plan becomes a box of its own. */
export const planTable = (rows: readonly PlanRow[], words: PlanWords): TemplateResult => {
  const { columns } = words;
  return html`<table role="table">
    <thead>
      <tr role="row">
        <th role="columnheader" scope="col">${columns.plan}</th>
        <th role="columnheader" scope="col">${columns.data}</th>
        <th role="columnheader" scope="col">${columns.included}</th>
        <th role="columnheader" scope="col">${columns.end}</th>
        <th role="columnheader" scope="col" class="number">${columns.price}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => tableRow(row, words))}
    </tbody>
  </table>`;
};

function tableRow(row: PlanRow, words: PlanWords): TemplateResult {
  const { planId, name, isOpen, price, month, allowance, includes, until, comparedWith } = row.facts;
  return html`<tr role="row" class="plan ${isOpen ? '' : 'closed'}" part="plan">
    <th role="rowheader" scope="row">
      <label>
        ${radio(row)}
        <span class="name"><bdi class="strong" id="${planId}-name">${name}</bdi> ${chips(row, words)}</span>
      </label>
    </th>
    <td role="cell" id="${planId}-facts"><bdi>${allowance}</bdi></td>
    <td role="cell">${includes.map((fact) => html`<span class="fact"><bdi>${fact}</bdi></span> `)}</td>
    <td role="cell" class="until">${until}</td>
    <td role="cell" class="number">
      <span class="strong" part="price" id="${planId}-price"><bdi>${price}</bdi></span>
      ${month === null ? nothing : html`<span class="quiet" id="${planId}-month"><bdi>${month}</bdi></span>`}
      ${
        comparedWith === null
          ? nothing
          : html`<span class="quiet" id="${planId}-compared">${comparedWith}</span>`
      }
    </td>
  </tr>`;
}
