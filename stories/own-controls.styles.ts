import { css, type CSSResult } from 'lit';

/** How what belongs to a story, and not to the widget, is told apart: a dashed frame, and a mark that says so. */
export const ownControls: CSSResult = css`
  .own {
    display: grid;
    gap: 10px;
    padding: 14px 16px;
    border: 1px dashed light-dark(#858e9b, #6f7988);
    border-radius: 12px;
    color: light-dark(#171c26, #edf0f5);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  .own p {
    margin: 0;
  }
  .own .mark {
    color: light-dark(#545d6b, #a7afbc);
    font-size: 0.8125rem;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .own button {
    min-block-size: 44px;
    padding: 0 14px;
    border: 1px solid light-dark(#858e9b, #6f7988);
    border-radius: 8px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .own button[aria-pressed='true'] {
    border-color: currentcolor;
    background: light-dark(#171c26, #edf0f5);
    color: light-dark(#ffffff, #14181f);
  }
  .own :is(button, input, select, textarea):focus-visible {
    outline: 2px solid light-dark(#171c26, #edf0f5);
    outline-offset: 2px;
  }
`;
