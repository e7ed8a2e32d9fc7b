import { css, type CSSResult } from 'lit';

/** A state in two words beside its icon. */
export const pill: CSSResult = css`
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    padding: 3px 10px 3px 8px;
    border: 1px solid transparent;
    border-radius: 99px;
    background: var(--_text-tint);
    color: var(--_tone, var(--_text));
    font-size: var(--_small);
    font-weight: 650;
    line-height: 1.45;
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
