import { css, type CSSResult } from 'lit';

/** A state in two words beside its icon. */
export const pill: CSSResult = css`
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    padding: 3px 8px;
    padding-inline-end: 10px;
    border: 1px solid var(--_tint-line);
    border-radius: var(--_badge-radius);
    background: var(--_text-tint);
    color: var(--_tone, var(--_text));
    font-size: var(--_small);
    font-weight: var(--_weight);
    line-height: 1.4667;
  }
  .pill.ok {
    background: var(--_ok-tint);
  }
  .pill.warn {
    background: var(--_warn-tint);
  }
  .pill.bad {
    background: var(--_bad-tint);
  }
`;
