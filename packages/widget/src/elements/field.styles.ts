import { css, type CSSResult } from 'lit';

/** A labelled field with its complaint. */
export const field: CSSResult = css`
  .field {
    display: grid;
    gap: 4px;
  }
  .field > label {
    color: var(--_text);
    font-size: var(--_small);
    font-weight: 600;
    letter-spacing: inherit;
  }
  .field input {
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: max(16px, var(--_text-size));
    letter-spacing: inherit;
  }
  .field input:focus {
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }
  .field input[aria-invalid='true'] {
    border-color: var(--_bad);
  }
  .complaint {
    display: flex;
    gap: 6px;
    color: var(--_bad);
    font-size: var(--_small);
  }
`;
