import { css, type CSSResultGroup } from 'lit';
import { isServer } from '../is-server.ts';

/** What a server has rendered has its own height: `reserve.css` keeps no place for it. */
export const served: CSSResultGroup = isServer
  ? css`
      :host(:not(:defined)) {
        block-size: auto !important;
        padding: 0 !important;
      }
      :host([variant='compact']:not(:defined)) {
        display: inline-flex !important;
      }
    `
  : [];
