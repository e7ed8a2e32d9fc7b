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
    display: grid;
    grid-template: auto auto auto / 20px 1fr auto;
    gap: 2px 12px;
    min-block-size: 44px;
    padding: 13px 15px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    cursor: pointer;
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
    grid-area: 1 / 2 / span 2;
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    align-items: center;
    gap: 2px 8px;
  }
  .price {
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
  .until {
    color: var(--_text);
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
