import { css, type CSSResult } from 'lit';

/**
 * Under what a payment provider puts over the page, which takes the highest number there is; over everything else. A
 * phone shows a sheet that comes from the edge.
 */
export const sheetStyles: CSSResult = css`
  .veil,
  .sheet {
    position: fixed;
    z-index: 2147483000;
  }
  .veil {
    inset: 0;
    background: rgb(0 0 0 / 45%);
  }
  .sheet {
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding-block-start: 56px;
    padding: 0 min(20px, 5vw) max(20px, env(safe-area-inset-bottom));
    border: 1px solid var(--_line);
    background: color-mix(in oklab, var(--_text) 6%, var(--_over));
    color: var(--_text);
    font: 400 var(--_text-size) / 1.4667 sans-serif;
    font-family: var(--_font);
    outline: none;
    transition:
      opacity var(--_motion),
      translate var(--_motion);
  }
  .veil[hidden],
  .sheet[hidden] {
    display: none;
  }
  :host([display='dialog']) .sheet {
    inset: 0;
    inline-size: min(36 * var(--_rem), 100% - 32px);
    block-size: fit-content;
    max-block-size: calc(100dvh - 32px);
    margin: auto;
    border-radius: calc(var(--_radius) + 4px);
  }
  :host([display='drawer']) .sheet {
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: min(30 * var(--_rem), 100%);
    border-width: 0;
    border-inline-start-width: 1px;
  }
  .sheet-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 52px;
    margin-inline: -4px -12px;
    padding-inline-start: 4px;
    background: inherit;
  }
  .sheet p {
    margin: 0;
  }
  .refused:not(:empty) {
    margin-block-end: 12px;
    color: var(--_warn);
  }
  .close {
    display: grid;
    place-content: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: var(--_text-quiet);
    cursor: pointer;
  }
  .close:hover {
    background: var(--_text-tint);
    color: var(--_text);
  }
  @media (max-width: 560px) {
    :host([display]) .sheet {
      inset: auto 0 0;
      inline-size: auto;
      max-block-size: calc(100dvh - 24px);
      margin: 0;
      border-width: 1px 0 0;
      border-radius: calc(var(--_radius) + 4px) calc(var(--_radius) + 4px) 0 0;
    }
  }
  @starting-style {
    .veil,
    .sheet {
      opacity: 0;
    }
    .sheet {
      translate: 0 12px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .veil,
    .sheet {
      transition: none;
    }
  }
`;
