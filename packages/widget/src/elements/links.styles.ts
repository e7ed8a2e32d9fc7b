import { css, type CSSResult } from 'lit';

/** A link in a sentence, and the one to support, which stands alone. */
export const links: CSSResult = css`
  :is(.inline, .help),
  :is(.inline, .help) .whole {
    color: var(--_text);
    font-size: var(--_small);
    text-decoration: underline;
    text-decoration-color: var(--_accent-ink);
    text-underline-offset: 3px;
  }
  .help {
    justify-self: start;
    padding-block: 13px;
    margin-block: -9px;
  }
`;
