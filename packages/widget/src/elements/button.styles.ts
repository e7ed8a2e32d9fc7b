import { css, type CSSResult } from 'lit';

/** One primary button per step; the others are quiet; `.link` is a button that reads like a link. */
export const button: CSSResult = css`
  .button {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_button-radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    line-height: 1.3334;
    letter-spacing: inherit;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_text-tint);
    transition: background-color var(--_motion);
  }
  .button.primary {
    border-color: var(--_accent-ink);
    background: var(--_accent-fill);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: var(--_accent-hover);
  }
  .button[aria-disabled='true'],
  .button[aria-disabled='true']:hover {
    border-color: var(--_line);
    background: var(--_text-tint);
    color: var(--_text-quiet);
    cursor: default;
  }
  .link {
    min-inline-size: 24px;
    min-block-size: 44px;
    margin: -12px 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    font-size: var(--_small);
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_accent-ink);
    text-underline-offset: 3px;
    cursor: pointer;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  /* Side by side while their longest words are whole. */
  .actions .button {
    flex: 1 1 calc(8.5 * var(--_rem));
    inline-size: auto;
    max-inline-size: 100%;
    padding-inline: 4px;
    overflow-wrap: break-word;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    .button:hover {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
    .button.primary:not([aria-disabled='true']) {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
