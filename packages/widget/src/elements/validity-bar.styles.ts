import { css, type CSSResult } from 'lit';

/** `.two` around a bar is a renewal: what is left and what is added. Without it, what has passed is filled. */
export const validityBar: CSSResult = css`
  .bar {
    display: block;
    block-size: 14px;
    overflow: visible;
  }
  .bar g {
    clip-path: inset(3px 0 round min(4px, var(--_radius))) view-box;
  }
  .bar line {
    stroke-width: 8px;
  }
  .bar .track {
    stroke: color-mix(in oklab, var(--_text) 14%, var(--_surface));
  }
  .bar .past {
    stroke: var(--_tone, var(--_accent-ink));
  }
  .bar .left,
  .two .past {
    stroke: none;
  }
  .two .left {
    stroke: color-mix(in oklab, var(--_accent-ink) 45%, var(--_surface));
  }
  .bar .added {
    stroke: var(--_accent-ink);
  }
  .bar .grace,
  .bar .lost {
    stroke: var(--_tone, var(--_text));
    stroke-dasharray: 2 2;
  }
  .bar .lost,
  .bar .turn {
    stroke: var(--_over);
  }
  .bar .turn,
  .bar .today {
    stroke-width: 2px;
  }
  .bar .today {
    stroke: var(--_text);
    stroke-linecap: round;
  }
  :dir(rtl) > .bar {
    transform: scaleX(-1);
  }
  .ends {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    margin-block-start: 3px;
  }
  .ends > :last-child {
    margin-inline-start: auto;
    text-align: end;
  }
  @media (forced-colors: active) {
    .bar .track {
      stroke: GrayText;
    }
    .bar .past,
    .bar .added {
      stroke: Highlight;
    }
    .two .left,
    .bar .today,
    .bar .grace {
      stroke: CanvasText;
    }
    .bar .lost,
    .bar .turn {
      stroke: Canvas;
    }
  }
`;
