import { isServer as known } from 'lit';

/** Whether a server renders this, without a page. Lit's own is typed for browsers alone. */
export const isServer: boolean = known;
