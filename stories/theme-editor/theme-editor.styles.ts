import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    container: editor / inline-size;
    padding: 20px;
    border-radius: 16px;
    background: light-dark(#eceff3, #0a0d12);
    color: light-dark(#171c26, #edf0f5);
    font-size: 0.875rem;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .page {
    display: grid;
    gap: 24px;
    align-items: start;
  }
  .panel {
    display: grid;
    gap: 20px;
  }
  h2,
  h3,
  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h2 {
    font-size: 1.25rem;
  }
  h3 {
    font-size: 0.9375rem;
  }
  .quiet {
    color: light-dark(#545d6b, #a7afbc);
    font-size: 0.8125rem;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .choices label {
    display: grid;
    gap: 4px;
    flex: 1 1 8rem;
  }
  .tokens {
    display: grid;
    gap: 12px;
  }
  .token {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr) auto;
    gap: 4px 10px;
    align-items: center;
  }
  .token > label,
  .token > .quiet {
    grid-column: 1 / -1;
  }
  .token > label {
    font-weight: 600;
  }
  .token > .value:first-of-type {
    grid-column: 1 / 3;
  }
  input,
  select,
  button {
    box-sizing: border-box;
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 0 12px;
    border: 1px solid light-dark(#858e9b, #6f7988);
    border-radius: 8px;
    background: light-dark(#ffffff, #14181f);
    color: inherit;
    font: inherit;
  }
  [aria-invalid='true'] {
    border-color: light-dark(#b0202b, #ff9d95);
  }
  input[type='color'] {
    inline-size: 44px;
    padding: 3px;
  }
  button {
    cursor: pointer;
  }
  .warnings {
    display: grid;
    gap: 6px;
    list-style: none;
  }
  .warnings li {
    display: grid;
    grid-template-columns: 1.25rem minmax(0, 1fr) auto;
    gap: 8px;
    font-variant-numeric: tabular-nums;
  }
  .warnings li::before {
    content: '✓' / '';
  }
  .warnings .bad::before {
    content: '✕' / '';
  }
  .bad {
    color: light-dark(#b0202b, #ff9d95);
    font-weight: 600;
  }
  pre {
    margin: 0;
    padding: 12px;
    border-radius: 8px;
    background: light-dark(#ffffff, #14181f);
    font:
      0.8125rem/1.5 ui-monospace,
      monospace;
    white-space: pre-wrap;
  }
  .journey {
    columns: 20rem;
    column-gap: 20px;
    padding: 20px 0;
  }
  ::slotted(*) {
    break-inside: avoid;
    margin-block-end: 20px;
  }
  :is(input, select, button, .tokens):focus-visible {
    outline: 2px solid light-dark(#171c26, #edf0f5);
    outline-offset: 2px;
  }
  @container editor (inline-size >= 56rem) {
    .page {
      grid-template-columns: 22rem minmax(0, 1fr);
    }
    .tokens {
      max-block-size: 34rem;
      margin: -4px;
      padding: 4px;
      overflow: auto;
    }
    .journey {
      padding: 0;
    }
  }
`;
