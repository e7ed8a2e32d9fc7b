import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
  :host {
    display: grid;
    gap: 16px;
  }
  :host > * {
    color: var(--_text);
    font: 400 var(--_text-size) / 1.4667 sans-serif;
    font-family: var(--_font);
    font-variant-numeric: tabular-nums;
  }
  p {
    margin: 0;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20 * var(--_rem), 100%), 1fr));
    gap: 16px;
    align-items: start;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .cards > li {
    container-type: inline-size;
    min-inline-size: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  /* The frame is drawn around the card and its foot. */
  leb-status-badge::part(panel) {
    border: 0;
    background: none;
    box-shadow: none;
  }
  .foot {
    min-block-size: 44px;
    margin-inline: min(var(--_padding), 5cqi);
    border-block-start: 1px solid var(--_line);
  }
  .foot .link {
    display: block;
    inline-size: 100%;
    margin: 0;
  }
`;
export default styles;
