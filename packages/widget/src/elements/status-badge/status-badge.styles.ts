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
  :host([variant='compact']) {
    display: inline-block;
    container-type: normal;
    font: 400 var(--_text-size) / 1.45 var(--_font);
    font-family: var(--_font);
    font-variant-numeric: tabular-nums;
    vertical-align: middle;
  }
  details {
    max-inline-size: 100%;
    text-align: end;
  }
  summary {
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary .strong {
    text-decoration: underline dotted 1px var(--_text-quiet);
    text-underline-offset: 3px;
  }
  .long {
    min-block-size: 2.9em;
  }
  .word {
    inline-size: 7em;
    color: transparent;
  }
  .line {
    block-size: 8px;
  }
  .button.bone {
    border-color: transparent;
    background: var(--_text-tint);
  }
  .pill .word {
    background: var(--_line);
  }
`;
export default styles;
