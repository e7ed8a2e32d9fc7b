import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
  .news {
    display: grid;
    justify-items: start;
    gap: 4px;
  }
  .news h2 {
    margin-block-start: 8px;
    font-size: calc(var(--_text-size) * 1.4667);
    line-height: 1.3183;
  }
  .sent {
    min-block-size: 1.4667em;
  }
  .actions .button {
    flex-basis: calc(4.75 * var(--_rem));
    font-size: var(--_small);
  }
  .fine {
    display: grid;
    gap: 4px;
  }
  .notice p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 16px;
  }
  .notice .inline {
    padding-block: 13px;
  }
  .past {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .past ul {
    margin-block: 4px;
    list-style: none;
  }
  .past li + li {
    border-block-start: 1px solid var(--_line);
  }
  .past .link {
    margin: 0;
  }
  .paper {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    inline-size: 100%;
    min-block-size: 56px;
    padding: 8px 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-variant-numeric: inherit;
    letter-spacing: inherit;
    text-align: start;
    text-transform: none;
    text-decoration: none;
    cursor: pointer;
  }
  .paper > span {
    flex: 1 1 8em;
    min-inline-size: min-content;
  }
  .paper > span > * {
    display: block;
  }
  .paper:hover .day {
    text-decoration: underline;
    text-decoration-color: var(--_accent-ink);
    text-underline-offset: 3px;
  }
  .sum {
    flex: none;
    margin-inline-start: auto;
  }
  .code {
    white-space: nowrap;
  }
  .paper[aria-current] :is(.day, .sum) {
    font-weight: var(--_weight);
  }
  .pill.bone {
    inline-size: 6em;
  }
  @media print {
    .button,
    .help,
    .past {
      display: none;
    }
  }
`;
export default styles;
