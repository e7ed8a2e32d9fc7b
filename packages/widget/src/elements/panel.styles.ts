import { css, type CSSResult } from 'lit';

/**
 * The frame of a step: its text, its headings, its hairlines. Works under `:host` and nested under a tag. The family is
 * said apart: a page's own is `inherit`, and with that in it `font` as a whole would not count.
 *
 * With the default tokens, the height of a line is a hair over whole pixels wherever one is set: WebKit drops the rest, and
 * what has its place kept would come in another size than elsewhere.
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
    gap: var(--_gap);
    padding: min(var(--_padding), 5cqi);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
    color: var(--_text);
    font: 400 var(--_text-size) / 1.4667 sans-serif;
    font-family: var(--_font);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    text-wrap: pretty;
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
    font-size: calc(var(--_text-size) * 1.1334);
    font-weight: var(--_weight);
    line-height: 1.353;
    outline: none;
    text-wrap: balance;
  }
  .panel h3 {
    font-weight: var(--_weight);
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
    font-weight: var(--_weight);
  }
  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    forced-color-adjust: auto;
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
    border-radius: min(6px, var(--_radius));
    outline: 1px solid var(--_line);
    outline-offset: -1px;
    background: var(--_text-tint);
  }
  .unshown {
    visibility: hidden;
  }
  .bone.word {
    inline-size: 7em;
    color: transparent;
  }
  .button.bone {
    border-color: transparent;
    background: var(--_text-tint);
  }
`;
