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
  details:first-child:last-child {
    margin-inline-start: auto;
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
  .word {
    inline-size: 7em;
    block-size: 1em;
    margin-block: 0.225em;
    background: var(--_line);
  }
  .head-bone {
    block-size: 46px;
  }
  .dates-bone {
    block-size: 34px;
  }
  .line-bone {
    block-size: 19px;
  }
  .button-bone {
    block-size: 44px;
  }
`;
export default styles;
