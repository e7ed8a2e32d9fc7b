import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
    contain: layout;
  }
  :host([hidden]) {
    display: none;
  }
  fieldset,
  .bones {
    display: grid;
    gap: 10px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  [role='status']:empty {
    align-self: start;
    margin-block-start: -16px;
  }
  .plan {
    min-block-size: 44px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    cursor: pointer;
  }
  label.plan {
    display: grid;
    grid-template: auto auto auto / 20px 1fr auto;
    gap: 2px 12px;
    padding: 13px 15px;
  }
  .plan:hover {
    border-color: var(--_edge);
  }
  .plan:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-tint);
    outline: 1px solid var(--_accent);
    outline-offset: -2px;
  }
  .plan:has(:focus-visible) {
    outline: 2px solid var(--_text);
    outline-offset: 2px;
  }
  .plan:has(:disabled) {
    cursor: default;
  }
  .plan:has(:disabled:not(:checked)):hover {
    border-color: var(--_line);
  }
  .plan.closed {
    border-style: dashed;
  }
  .closed :is(.strong, .chip) {
    color: var(--_text-quiet);
  }
  .plan input {
    appearance: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 1px 0 0;
    border: 1.5px solid var(--_edge);
    border-radius: 50%;
    background: var(--_surface);
    cursor: inherit;
    outline: none;
  }
  .plan input:checked {
    border: 6px solid var(--_accent);
    background: var(--_on-accent);
  }
  .plan input:disabled:not(:checked) {
    border-color: var(--_line);
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    align-items: center;
    gap: 2px 8px;
  }
  label.plan > .name {
    grid-area: 1 / 2 / span 2;
  }
  label.plan > .price {
    grid-area: 1 / 3;
    text-align: end;
  }
  .chip {
    padding: 0 6px;
    border-radius: 6px;
    background: var(--_text-tint);
    color: var(--_tone, var(--_text));
    font-size: calc(var(--_small) * 0.9231);
    font-weight: 650;
    line-height: 1.55;
  }
  .chip.ok {
    background: var(--_ok-tint);
  }
  .facts {
    grid-area: 3 / 2 / auto / -1;
    display: grid;
  }
  .month {
    grid-area: 2 / 3;
    align-self: start;
    text-align: end;
    white-space: nowrap;
  }
  .facts > span {
    display: grid;
  }
  .until {
    color: var(--_text);
  }
  .chip.best {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .missed {
    --_tone: var(--_bad);
    display: flex;
    gap: 6px;
    color: var(--_bad);
  }
  .need summary {
    display: list-item;
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: 2px;
    cursor: pointer;
  }
  .need summary:focus-visible {
    border-radius: 4px;
    outline: 2px solid var(--_text);
    outline-offset: 2px;
  }
  .need .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(160px, 100%), 1fr));
    gap: 12px;
    padding-block: 12px;
  }
  .need label {
    display: grid;
    gap: 4px;
    font-size: var(--_small);
  }
  .need input {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: max(16px, var(--_text-size));
  }
  .need input:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .need p:empty {
    display: none;
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  th,
  td {
    padding: 12px;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    padding-block: 0 8px;
    color: var(--_text-quiet);
    font-size: var(--_small);
    font-weight: 400;
  }
  tbody th {
    padding: 0;
    font-weight: 400;
  }
  tbody th label {
    display: grid;
    grid-template-columns: 20px 1fr;
    gap: 2px 12px;
    min-block-size: 44px;
    padding: 12px;
    cursor: inherit;
  }
  tr.plan:has(:checked) {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  tr.plan:has(:focus-visible) {
    outline: 2px solid var(--_text);
    outline-offset: 2px;
  }
  .number {
    text-align: end;
  }
  td.number > span {
    display: block;
  }
  .fact {
    display: block;
  }
  @container (inline-size < 560px) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    table,
    tbody {
      display: grid;
      gap: 10px;
    }
    tr.plan {
      display: grid;
      grid-template-columns: 1fr auto;
      padding-block-end: 12px;
    }
    th,
    td {
      border: 0;
    }
    tr.plan > td {
      grid-column: 1;
      padding: 0 15px 0 47px;
      color: var(--_text-quiet);
      font-size: var(--_small);
    }
    tr.plan > td.number {
      grid-area: 1 / 2 / span 4;
      padding: 12px 15px 0 0;
    }
  }
  select {
    min-block-size: 44px;
    margin-block: -8px;
    padding: 4px 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  .title-bone {
    inline-size: 45%;
    block-size: 23px;
  }
  .plan-bone {
    block-size: 108px;
  }
  .button-bone {
    block-size: 44px;
  }
  @media (forced-colors: active) {
    .plan:has(:checked) {
      border-color: Highlight;
      outline-color: Highlight;
    }
    .plan input:checked {
      border-color: Highlight;
      background: Canvas;
    }
    .closed :is(.strong, .chip, .facts, .until) {
      color: GrayText;
    }
  }
`;
export default styles;
