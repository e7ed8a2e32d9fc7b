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
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    letter-spacing: inherit;
    text-align: center;
    text-transform: none;
    text-decoration: none;
    box-shadow: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_text-tint);
    transition: background-color 160ms;
  }
  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    background: color-mix(in oklab, var(--_accent) 90%, var(--_text));
  }
  .button[aria-disabled='true'] {
    border-color: var(--_line);
    background: var(--_text-tint);
    color: var(--_text-quiet);
    cursor: default;
  }
  .link {
    min-block-size: 44px;
    margin: -12px 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    font-size: var(--_small);
    text-align: start;
    text-decoration: underline var(--_accent);
    text-underline-offset: 3px;
    text-transform: none;
    cursor: pointer;
  }
  .actions .button {
    padding-inline: 4px;
  }
  .actions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(136px, 100%), 1fr));
    gap: 8px;
  }
  :focus-visible {
    outline: 2px solid var(--_text);
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
  }
`;
