import { css, type CSSResult } from 'lit';

/** What happened, in a tinted box: `.warn`, `.bad`, `.ok` or, without any, neutral. */
export const notice: CSSResult = css`
  .notice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 10px;
    padding: 12px 14px;
    border: 1px solid var(--_tint-line);
    border-radius: var(--_radius-small);
    background: var(--_text-tint);
    outline: none;
  }
  .notice > .icon {
    margin-block-start: 1px;
  }
  .notice > :not(.icon) {
    grid-column: 2;
    margin: 0;
  }
  .notice h3 {
    font-size: inherit;
    font-weight: var(--_weight);
  }
  .notice p {
    font-size: var(--_small);
  }
  .notice h3,
  .notice > .icon {
    color: var(--_tone, var(--_text));
  }
  .notice.warn {
    background: var(--_warn-tint);
  }
  .notice.bad {
    background: var(--_bad-tint);
  }
  .notice.ok {
    background: var(--_ok-tint);
  }
`;
