import { foundationFor } from '@leb-renew/themes';
import { css, unsafeCSS, type CSSResult } from 'lit';
import { button } from '../button.styles.ts';
import { field } from '../field.styles.ts';
import { notice } from '../notice.styles.ts';
import { panel } from '../panel.styles.ts';

/** Reaches nothing outside the tag; the names that nothing has lift it above what host pages say about forms. */
const scope = 'leb-sign-in:not(#_#_)';

/**
 * As if the page around had no styles. `all` leaves out the direction. The strokes of an icon are an attribute, which
 * `revert` would take along.
 */
const bare =
  `${scope} :where(:not(path)){all:revert;}${scope} path{all:revert-layer;}` +
  `${scope} :where(*){direction:inherit;unicode-bidi:revert;}` +
  ['ltr', 'rtl'].map((dir) => `${scope} [dir=${dir}]{direction:${dir};}`).join('') +
  `${scope} ::before,${scope} ::after{content:none;}`;

const inside: CSSResult = css`
  ${unsafeCSS(scope)} {
    container-type: inline-size;
    contain: layout;
    font-size: var(--_rem);
    ${panel}
    ${button}
    ${notice}
    ${field}
    form,
    .form {
      display: grid;
      gap: 16px;
      margin: 0;
    }
    .field .word {
      font-size: var(--_small);
    }
    .box {
      block-size: 44px;
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
    .hint:not(:has(p:not(:empty))) {
      position: absolute;
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
`;

/** Whether the tag itself is shown is the page's to say. */
const styles: CSSResult = css`
  leb-sign-in {
    display: block;
  }
  leb-sign-in[hidden] {
    display: none;
  }
  ${unsafeCSS(`${bare}${foundationFor(scope)}${String(inside)}`.replaceAll(/(\s*!important)?;/g, '!important;'))}
`;
export default styles;
