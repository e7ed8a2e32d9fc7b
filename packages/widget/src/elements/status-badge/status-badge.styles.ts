import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size !important;
    contain: layout !important;
    font-size: var(--_rem) !important;
  }
  :host([hidden]) {
    display: none;
  }
  :host([variant='compact']) {
    display: inline-flex;
    container-type: normal !important;
    font: 400 var(--_text-size) / 1.4667 sans-serif;
    font-variant-numeric: tabular-nums;
    vertical-align: middle;
  }
  .pill,
  .more {
    font-family: var(--_font);
  }
  .pill > bdi {
    min-inline-size: 0;
    text-wrap: balance;
  }
  button.pill,
  summary {
    position: relative;
  }
  button.pill {
    margin: 0;
    text-align: start;
    cursor: pointer;
  }
  button.pill::after,
  summary::after {
    content: '';
    position: absolute;
    inset: -10px 0;
  }
  summary::after {
    inset-block: -13px;
  }
  .more {
    max-inline-size: min(20 * var(--_rem), 100vw - 16px);
    padding: 12px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_over);
    color: var(--_text);
    font-size: var(--_small);
    text-align: start;
    overflow-wrap: anywhere;
  }
  @supports (position-area: block-end) {
    .more {
      inset: auto;
      margin: 6px 8px;
      position-area: block-end;
      position-try-fallbacks: flip-block;
    }
  }
  .more p {
    margin: 4px 0 0;
    color: var(--_text-quiet);
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
    text-decoration-line: underline;
    text-decoration-style: dotted;
    text-decoration-thickness: 1px;
    text-decoration-color: var(--_text-quiet);
    text-underline-offset: 3px;
  }
  .head {
    align-items: start;
  }
  .head > h2 {
    flex: 1;
    max-inline-size: 100%;
    overflow-wrap: break-word;
  }
  .head > .pill {
    flex: none;
    max-inline-size: 60%;
  }
  .which,
  .long {
    min-block-size: 2.9334em;
  }
  @container (inline-size < 21em) {
    .head {
      flex-direction: column;
      margin-block-end: 4px;
    }
    .head > .pill {
      max-inline-size: 100%;
    }
    .long {
      min-block-size: 4.4001em;
    }
  }
  .pill .word {
    background: var(--_line);
  }
`;
export default styles;
