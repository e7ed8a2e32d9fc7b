import { css, type CSSResult } from 'lit';

/** For the page's own DOM, where the form lives; the tokens come down from the panel it is slotted into. */
export const sandboxFormStyles: CSSResult = css`
  .leb-sandbox {
    display: grid;
    gap: 14px;
    font: inherit;
    color: var(--_text);
  }
  .leb-sandbox-mark {
    justify-self: start;
    margin: 0;
    padding: 3px 10px;
    border: 1px solid var(--_tint-line, transparent);
    border-radius: var(--_badge-radius, 99px);
    background: var(--_warn-tint);
    color: var(--_warn);
    font-size: var(--_small);
    font-weight: var(--_weight, 650);
    line-height: 1.4667;
  }
  .leb-sandbox-hint {
    margin: 0;
    font-size: var(--_small);
    color: var(--_text-quiet);
  }
  .leb-sandbox-methods {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .leb-sandbox-methods legend,
  .leb-sandbox-scenario > span {
    padding: 0;
    margin-block-end: 4px;
    font-size: var(--_small);
    color: var(--_text-quiet);
  }
  .leb-sandbox-methods label {
    position: relative;
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding-inline: 10px;
    border: 1px solid var(--_line, currentColor);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    font-size: var(--_small);
    font-weight: 600;
    cursor: pointer;
  }
  .leb-sandbox-methods label:has(:checked) {
    border-color: var(--_accent-ink);
    box-shadow: inset 0 0 0 1px var(--_accent-ink);
  }
  .leb-sandbox-methods label:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .leb-sandbox-methods input {
    appearance: none;
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    border: 1.5px solid var(--_edge, currentColor);
    border-radius: 50%;
    outline: none;
    cursor: inherit;
  }
  .leb-sandbox-methods input:checked {
    border: 5px solid var(--_accent-ink, currentColor);
  }
  @container (inline-size < 26em) {
    .leb-sandbox-methods label:last-of-type:nth-of-type(odd) {
      grid-column: span 2;
    }
  }
  @container (min-inline-size: 26em) {
    .leb-sandbox-methods {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .leb-sandbox-methods legend {
      grid-column: 1 / -1;
    }
    .leb-sandbox-methods label {
      grid-column: span 2;
    }
    .leb-sandbox-methods label:nth-of-type(n + 4) {
      grid-column: span 3;
    }
  }
  .leb-sandbox-scenario {
    display: grid;
  }
  .leb-sandbox-scenario select {
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: 12px;
    border: 1px solid var(--_edge, currentColor);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  .leb-sandbox-scenario select:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .leb-sandbox-mark {
      border-color: CanvasText;
    }
    .leb-sandbox-methods label:has(:checked) {
      border: 3px solid Highlight;
    }
    .leb-sandbox-methods input:checked {
      border-color: Highlight;
    }
  }
`;

/** A window that a bank or a wallet opens is none of the page's, and does not look like it: in the system's colours. */
export const windowStyles: CSSResult = css`
  .leb-sandbox-veil {
    position: fixed;
    inset: 0;
    z-index: 2147483647;
    display: grid;
    place-items: center;
    overflow: auto;
    padding: 16px;
    background: rgb(0 0 0 / 0.6);
    font:
      16px/1.45 system-ui,
      sans-serif;
  }
  .leb-sandbox-window {
    display: grid;
    gap: 12px;
    box-sizing: border-box;
    inline-size: min(100%, 336px);
    padding: 20px;
    border: 1px solid GrayText;
    border-radius: 12px;
    background: Canvas;
    color: CanvasText;
    overflow-wrap: anywhere;
  }
  .leb-sandbox-window :is(h2, p) {
    margin: 0;
    padding: 0;
    background: none;
    color: inherit;
    font: inherit;
  }
  .leb-sandbox-window h2 {
    font-size: 20px;
    font-weight: 650;
  }
  .leb-sandbox-window .leb-sandbox-mark {
    border: 0;
    font-size: 13px;
    font-weight: 650;
  }
  .leb-sandbox-code {
    forced-color-adjust: none;
    inline-size: 132px;
    block-size: 132px;
    border: 12px solid #fff;
    box-sizing: border-box;
    background: repeating-conic-gradient(#000 0 25%, #fff 0 50%) 0 0 / 18px 18px;
    justify-self: center;
  }
  .leb-sandbox-window button {
    min-block-size: 44px;
    margin: 0;
    border: 1px solid GrayText;
    border-radius: 8px;
    background: Canvas;
    color: CanvasText;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .leb-sandbox-window button:first-of-type {
    border-color: CanvasText;
    background: CanvasText;
    color: Canvas;
  }
  .leb-sandbox-window button:focus-visible {
    outline: 2px solid CanvasText;
    outline-offset: 2px;
  }
`;
