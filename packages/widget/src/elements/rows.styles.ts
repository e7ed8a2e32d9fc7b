import { css, type CSSResult } from 'lit';

/** Facts in two columns: what on the left, how much or when on the right. */
export const rows: CSSResult = css`
  .rows {
    display: grid;
    gap: 8px;
  }
  .rows > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
  }
  .rows dt {
    flex: 1 1 3em;
    max-inline-size: 100%;
    color: var(--_text-quiet);
    overflow-wrap: break-word;
  }
  .rows dd {
    margin-inline-start: auto;
    text-align: end;
  }
  .rows > .sum {
    align-items: baseline;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
    font-size: calc(var(--_text-size) * 1.1334);
    font-weight: var(--_weight);
    line-height: 1.4707;
  }
  .rows > .sum dt {
    color: inherit;
  }
`;
