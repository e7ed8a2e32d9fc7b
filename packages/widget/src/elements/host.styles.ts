import { css, type CSSResult } from 'lit';

/** An element that is a block as wide as its place, and looks to its own width only. */
export const host: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size !important;
    contain: layout !important;
    font-size: var(--_rem) !important;
  }
  :host([hidden]) {
    display: none;
  }
`;
