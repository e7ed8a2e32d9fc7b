import { foundationFor } from '@leb-renew/themes';
import { css, unsafeCSS, type CSSResult } from 'lit';

/** The tokens, read where they are used. Every element with a shadow root adopts this one sheet. */
export const foundation: CSSResult = css`
  ${unsafeCSS(foundationFor(':host'))}
`;
