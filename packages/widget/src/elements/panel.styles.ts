import { css, type CSSResult } from 'lit';

/**
 * The frame of a step: its text, its headings, its hairlines. Works under `:host` and nested under a tag. The family is
 * said apart: a page's own is `inherit`, and with that in it `font` as a whole would not count.
 */
export const panel: CSSResult = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  .panel {
    display: grid;
    gap: 16px;
    padding: min(var(--_padding), 5cqi);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: 400 var(--_text-size) / 1.45 sans-serif;
    font-family: var(--_font);
    font-variant-numeric: tabular-nums;
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
    overflow-wrap: anywhere;
  }
  .panel > * {
    min-width: 0;
  }
  .panel :where(h2, h3, p, dl, dd, ul, ol) {
    margin: 0;
    padding: 0;
    font: inherit;
    color: inherit;
  }
  .panel h2,
  .title {
    font-size: calc(var(--_text-size) * 1.1333);
    font-weight: 650;
    line-height: 1.35;
    outline: none;
    text-wrap: balance;
  }
  .panel h3 {
    font-weight: 650;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
  }
  .quiet {
    color: var(--_text-quiet);
    font-size: var(--_small);
  }
  .ok {
    --_tone: var(--_ok);
  }
  .warn {
    --_tone: var(--_warn);
  }
  .bad {
    --_tone: var(--_bad);
  }
  .strong {
    color: var(--_text);
    font-weight: 650;
  }
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .bone {
    border-radius: 6px;
    background: var(--_text-tint);
  }
`;
