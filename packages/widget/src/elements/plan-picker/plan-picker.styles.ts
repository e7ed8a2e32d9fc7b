import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
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
    position: absolute;
  }
  .plan {
    min-block-size: 44px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    cursor: pointer;
  }
  label.plan {
    display: grid;
    grid-template-columns: 20px 1fr auto;
    gap: 2px 12px;
    padding: 13px 15px;
    overflow-wrap: anywhere;
  }
  .plan:hover {
    border-color: var(--_edge);
  }
  .plan:has(:checked) {
    border-color: var(--_accent-ink);
    background: var(--_accent-tint);
    outline: 1px solid var(--_accent-ink);
    outline-offset: -2px;
  }
  .plan:has(:focus-visible) {
    outline: 2px solid var(--_focus);
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
    border: 6px solid var(--_accent-ink);
    background: var(--_over);
  }
  .plan input:disabled:not(:checked) {
    border-color: var(--_line);
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
  }
  .cost {
    display: grid;
    grid-area: 1 / 3;
    gap: 2px;
    align-content: start;
    text-align: end;
  }
  .cost:has(.month) {
    grid-row-end: span 2;
  }
  .chips {
    display: contents;
  }
  .name > bdi {
    justify-self: start;
  }
  .chip {
    padding: 0 6px;
    border-radius: min(6px, var(--_radius));
    background: var(--_text-tint);
    color: var(--_tone, var(--_text));
    font-size: calc(var(--_small) * 0.9231);
    font-weight: var(--_weight);
    line-height: 1.5889;
  }
  .chip.ok {
    background: var(--_ok-tint);
  }
  .facts {
    display: contents;
  }
  .facts > span {
    display: grid;
    grid-column: 2 / -1;
    gap: 2px;
  }
  .cost:has(.month) + .facts > :first-child {
    grid-column: 2;
  }
  @container (inline-size < 30em) {
    label.plan > .name {
      display: contents;
    }
    label.plan .chips:has(.chip) {
      display: flex;
      flex-wrap: wrap;
      grid-column: 2;
      gap: 2px 6px;
    }
    .name:has(.chip) + .cost + .facts > :first-child {
      grid-column: 2 / -1;
    }
  }
  .until {
    color: var(--_text);
  }
  .chip.best {
    background: var(--_accent-fill);
    color: var(--_on-accent);
  }
  .missed {
    --_tone: var(--_bad);
    display: flex;
    gap: 6px;
    color: var(--_bad);
  }
  .need summary {
    position: relative;
    display: list-item;
    inline-size: fit-content;
    min-block-size: 24px;
    padding-block: 2px;
    cursor: pointer;
  }
  .need summary::after {
    content: '';
    position: absolute;
    inset: -10px 0;
  }
  .need summary:focus-visible {
    border-radius: 4px;
    outline: 2px solid var(--_focus);
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
    outline: 2px solid var(--_focus);
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
    overflow-wrap: break-word;
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
    outline: 2px solid var(--_accent-ink);
    outline-offset: -2px;
  }
  tr.plan:has(:focus-visible) {
    outline: 2px solid var(--_focus);
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
  @container (inline-size < 35em) {
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
      grid-template-columns: 1fr fit-content(45%);
      padding-block-end: 12px;
    }
    th,
    td {
      border: 0;
    }
    tr.plan > td {
      grid-column: 1;
      padding: 0;
      padding-inline: 47px 4px;
      color: var(--_text-quiet);
      font-size: var(--_small);
    }
    tr.plan > td.number {
      grid-area: 1 / 2 / span 4;
      padding-block-start: 12px;
      padding-inline: 0 15px;
      font-size: inherit;
    }
  }
  /* On a small phone, or with large text, a price has no place beside a name. */
  @container (inline-size < 18.5em) {
    label.plan {
      grid-template-columns: 20px 1fr;
      column-gap: 8px;
      padding-inline: 10px;
    }
    label.plan > .cost {
      grid-area: auto / 2;
      text-align: start;
    }
    tr.plan {
      grid-template-columns: 1fr;
    }
    tr.plan > td.number {
      grid-area: auto;
      padding: 0;
      padding-inline: 47px 4px;
      text-align: start;
    }
  }
  select {
    min-block-size: 44px;
    margin-block: -11px;
    padding: 4px 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  .bones .plan {
    background: var(--_text-tint);
  }
  .bones :is(thead, .plan > *) {
    visibility: hidden;
  }
  .need.bone {
    block-size: 24px;
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
