import { foundationFor } from '@leb-renew/themes';
import { css, unsafeCSS, type CSSResult } from 'lit';
import { button } from '../button.styles.ts';
import { field } from '../field.styles.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';

/** Reaches nothing outside the tag; `:not(#_)` lifts it above what host pages say about forms. */
const scope = 'leb-sign-in:not(#_)';

const styles: CSSResult = css`
  ${unsafeCSS(foundationFor(scope))}
  ${unsafeCSS(scope)} {
    display: block;
    container-type: inline-size;
    contain: layout;
    ${panel}
    ${button}
    ${notice}
    ${field}
    form {
      display: grid;
      gap: 16px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .secret {
      position: relative;
    }
    .secret input {
      padding-inline-end: 52px;
    }
    .secret button {
      position: absolute;
      inset-block: 0;
      inset-inline-end: 0;
      display: grid;
      place-content: center;
      inline-size: 44px;
      min-block-size: 44px;
      margin: 0;
      padding: 0;
      border: 0;
      border-radius: var(--_radius-small);
      background: none;
      color: var(--_text-quiet);
      box-shadow: none;
      cursor: pointer;
    }
    .trouble:not(:has(*)),
    .again:empty {
      position: absolute;
    }
    .again {
      color: var(--_text-quiet);
      font-size: var(--_small);
    }
    .hint {
      margin-block-start: -4px;
      color: var(--_text-quiet);
      font-size: var(--_small);
    }
    .hint p:not(:empty) {
      padding-block-start: 4px;
    }
    .field input.code {
      font-size: 20px;
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.2em;
    }
  }
  ${unsafeCSS(scope)}[hidden] {
    display: none;
  }
`;
export default styles;
