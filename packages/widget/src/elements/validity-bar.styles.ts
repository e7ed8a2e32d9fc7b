import { css, type CSSResult } from 'lit';

export const validityBar: CSSResult = css`
  .bar {
    display: block;
    border-radius: 4px;
  }
  .bar .track {
    fill: var(--_line);
  }
  .bar .left {
    fill: var(--_tone, var(--_accent));
  }
  .bar .added {
    fill: var(--_accent);
  }
  .bar .today {
    fill: var(--_text);
    transform: translateX(-1px);
  }
  .two .left {
    fill: color-mix(in oklab, var(--_accent) 45%, var(--_surface));
  }
  :dir(rtl) > .bar {
    transform: scaleX(-1);
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    margin-block-start: 6px;
  }
  .ends > :last-child {
    margin-inline-start: auto;
    text-align: end;
  }
  @media (forced-colors: active) {
    .bar .track {
      fill: Canvas;
    }
    .bar .left,
    .bar .today {
      fill: CanvasText;
    }
    .bar .added {
      fill: Highlight;
    }
  }
`;
