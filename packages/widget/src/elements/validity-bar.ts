import { html, svg, type TemplateResult } from 'lit';

/** Stretches of one time line, epoch ms. */
export interface Validity {
  readonly start: number;
  readonly now: number;
  /** End of what is paid for so far. */
  readonly end: number;
  /** End after a renewal. */
  readonly newEnd?: number;
  /** End of grace, while a card is in it. */
  readonly graceEnd?: number;
  /** Until when time was paid for that a renewal from now drops. */
  readonly lostUntil?: number;
  /** Where one period follows another. */
  readonly turns?: readonly number[];
}

/** Per cent of the line. What is shorter would not be seen; days of grace beside years neither. */
const least = 2;
const leastGrace = 10;

/**
 * The one picture that explains renewal. Before one, what has passed is filled up to today, as on any time line: a card
 * that has ended is full, not empty. At review, what is left and what is added lie side by side. `label` says the same in
 * words. Widths are attributes, so that a strict content security policy does not mind.
 */
export function validityBar(
  { start, now, end, newEnd = end, graceEnd = end, lostUntil = now, turns = [] }: Validity,
  label: string,
): TemplateResult {
  const close = Math.max(newEnd, graceEnd, start + 1);
  const share = (from: number, to: number) => (100 * (to - from)) / (close - start);
  const grace = graceEnd > end ? Math.max(share(end, graceEnd), leastGrace) : 0;
  const at = (moment: number) => {
    if (moment <= start) return 0;
    if (grace === 0) return share(start, moment);
    return moment < end
      ? ((100 - grace) * (moment - start)) / (end - start)
      : 100 - (grace * (graceEnd - moment)) / (graceEnd - end);
  };
  const part = (name: string, from: number, to: number) => {
    if (to <= from) return null;
    const wide = Math.max(at(to) - at(from), least);
    const x = Math.min(at(from), 100 - wide);
    return svg`<line class=${name} x1="${x}%" x2="${x + wide}%" y1="50%" y2="50%" />`;
  };
  const mark = (name: string, moment: number) =>
    moment < start || moment >= close
      ? null
      : svg`<line class=${name} x1="${at(moment)}%" x2="${at(moment)}%" y1="0" y2="100%" />`;
  return html`<svg class="bar" part="bar" role="img" aria-label=${label} width="100%" height="14">
    <g>
      <line class="track" x2="100%" y1="50%" y2="50%" />
      ${part('past', start, Math.min(now, end))} ${part('left', Math.max(now, start), end)}
      ${part('grace', end, graceEnd)} ${part('added', Math.max(end, now), newEnd)}
      ${part('lost', now, Math.min(lostUntil, newEnd))} ${turns.map((turn) => mark('turn', turn))}
    </g>
    ${mark('today', now)}
  </svg>`;
}
