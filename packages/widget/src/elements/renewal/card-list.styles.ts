import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
  :host {
    display: grid;
    gap: 16px;
    color: var(--_text);
    font: 400 var(--_text-size) / 1.45 sans-serif;
    font-family: var(--_font);
    font-variant-numeric: tabular-nums;
  }
  p {
    margin: 0;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
    gap: 16px;
    align-items: start;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .cards > li {
    min-inline-size: 0;
    border-radius: var(--_radius);
  }
`;
export default styles;
