import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
  :host {
    display: block;
    max-inline-size: 45rem;
    contain: layout;
    outline: none;
  }
  .journey {
    display: grid;
    gap: 16px;
    color: var(--_text);
    font: 400 var(--_text-size) / 1.45 var(--_font);
    font-family: var(--_font);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    margin: 0;
    padding-inline: 4px;
  }
  .bar h2 {
    margin: 0;
    font-size: calc(var(--_text-size) * 1.1333);
    font-weight: 650;
    outline: none;
  }
  .bar .quiet {
    font-weight: 400;
  }
  .link {
    justify-self: start;
    margin-block: -8px;
    padding-inline: 4px;
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
`;
export default styles;
