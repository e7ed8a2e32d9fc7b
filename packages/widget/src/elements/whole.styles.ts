import { css, type CSSResult } from 'lit';

/** What `whole` writes. No line of a link reaches into a box: `links` draws it there. */
export const whole: CSSResult = css`
  .whole {
    display: inline-block;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
`;
