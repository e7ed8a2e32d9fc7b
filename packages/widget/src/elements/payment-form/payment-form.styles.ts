import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
  .area {
    display: grid;
    gap: 16px;
    color: var(--_text);
    font: 400 var(--_text-size) / 1.4667 sans-serif;
    font-family: var(--_font);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  :where(.area h3, .area p) {
    margin: 0;
  }
  .stack {
    display: grid;
    gap: 8px;
  }
`;
export default styles;
