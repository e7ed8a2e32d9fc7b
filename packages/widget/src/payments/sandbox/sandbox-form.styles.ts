import { css, type CSSResult } from 'lit';

/** For the page's own DOM, where the form lives; the tokens come down from the panel it is slotted into. */
export const sandboxFormStyles: CSSResult = css`
  .leb-sandbox {
    display: grid;
    gap: 12px;
    font: inherit;
    color: var(--_text);
  }
  .leb-sandbox-methods {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  @container (min-inline-size: 26rem) {
    .leb-sandbox-methods {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  .leb-sandbox-methods legend,
  .leb-sandbox-scenario > span {
    padding: 0;
    margin-block-end: 4px;
    font-size: 0.8125rem;
    color: var(--_text-quiet);
  }
  .leb-sandbox-methods label {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 44px;
    padding-inline: 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 0.8125rem;
    font-weight: 600;
    cursor: pointer;
  }
  .leb-sandbox-methods label:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    color: var(--_accent);
  }
  .leb-sandbox-methods label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .leb-sandbox-methods input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .leb-sandbox-scenario {
    display: grid;
  }
  .leb-sandbox-scenario select {
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  .leb-sandbox-scenario select:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;
