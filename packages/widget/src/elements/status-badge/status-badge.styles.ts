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
    display: inline-flex;
    container-type: normal;
    font: 400 var(--_text-size) / 1.45 sans-serif;
    font-family: var(--_font);
    font-variant-numeric: tabular-nums;
    vertical-align: middle;
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
    font-family: inherit;
    letter-spacing: inherit;
    text-align: start;
    cursor: pointer;
  }
  button.pill::after,
  summary::after {
    content: '';
    position: absolute;
    inset: -10px 0;
  }
  .more {
    max-inline-size: min(20rem, 100vw - 16px);
    padding: 12px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    background: var(--_surface);
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
    text-decoration: underline dotted 1px var(--_text-quiet);
    text-underline-offset: 3px;
  }
  .head {
    flex-wrap: nowrap;
    align-items: start;
  }
  .head > :first-child {
    min-inline-size: 0;
  }
  .head > .pill {
    flex: none;
    max-inline-size: 60%;
  }
  .which,
  .long {
    min-block-size: 2.9em;
  }
  @container (inline-size < 21rem) {
    .head {
      flex-direction: column;
      margin-block-end: 4px;
    }
    .head > .pill {
      max-inline-size: 100%;
    }
    .long {
      min-block-size: 4.35em;
    }
  }
  .word {
    inline-size: 7em;
    color: transparent;
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
