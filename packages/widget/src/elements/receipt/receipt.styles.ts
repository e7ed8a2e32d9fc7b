import { css, type CSSResult } from 'lit';

const styles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
    contain: layout;
  }
  :host([hidden]) {
    display: none;
  }
  .news {
    display: grid;
    justify-items: start;
    gap: 4px;
  }
  .news h2 {
    margin-block-start: 8px;
    font-size: calc(var(--_text-size) * 1.4667);
    line-height: 1.3;
  }
  .sent {
    min-block-size: 1.45em;
  }
  .actions {
    grid-template-columns: repeat(auto-fit, minmax(min(88px, 100%), 1fr));
  }
  .actions .button {
    font-size: var(--_small);
  }
  .news-bone {
    block-size: 90px;
  }
  .rows-bone {
    block-size: 199px;
  }
  .button-bone {
    block-size: 150px;
  }
`;
export default styles;
