import { css, type CSSResult } from 'lit';
import later from './later.styles.ts';

const styles: CSSResult = css`
  ${later}
  :host {
    display: block;
    max-inline-size: calc(45 * var(--_rem));
    contain: layout;
    outline: none;
  }
  :host([display='dialog']),
  :host([display='drawer']) {
    display: contents;
  }
  .silence {
    box-sizing: content-box;
    block-size: 287px;
    padding-block: min(20px, 5%);
  }
  .late {
    position: fixed;
    inset: auto 16px 16px;
    z-index: 2147483000;
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_over);
    color: var(--_text);
    font: 400 var(--_text-size) / 1.4667 sans-serif;
    font-family: var(--_font);
  }
  .journey {
    display: grid;
    gap: 16px;
    color: var(--_text);
    font: 400 var(--_text-size) / 1.4667 sans-serif;
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
    font-size: calc(var(--_text-size) * 1.1334);
    font-weight: var(--_weight);
    line-height: 1.4707;
    outline: none;
  }
  .bar p {
    margin: 0;
    color: var(--_text-quiet);
    font-size: var(--_small);
  }
  .bar .link {
    padding-inline: 0;
  }
  .bar .quiet {
    font-weight: 400;
  }
  .link {
    justify-self: start;
    margin-block: -8px;
    padding-inline: 4px;
  }
`;
export default styles;
