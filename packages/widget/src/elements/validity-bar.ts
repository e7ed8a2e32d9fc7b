import { html, svg, type TemplateResult } from 'lit';

/** Stretches of one time line, epoch ms. */
export interface Validity {
  readonly start: number;
  readonly now: number;
  /** End of what is paid for so far. */
  readonly end: number;
  /** End after a renewal. */
  readonly newEnd?: number;
}

/**
 * The one picture that explains renewal: what is used up, what is left, what a renewal adds. `label` says the
 * same in words. Widths are attributes, so that a strict content security policy does not mind.
 */
export function validityBar({ start, now, end, newEnd = end }: Validity, label: string): TemplateResult {
  const span = Math.max(newEnd - start, 1);
  const at = (moment: number) => Math.min(100, Math.max(0, ((moment - start) / span) * 100));
  const part = (name: string, from: number, to: number) =>
    to > from ? svg`<rect class=${name} x="${from}%" width="${to - from}%" height="100%" />` : null;
  return html`<svg class="bar" part="bar" role="img" aria-label=${label} width="100%" height="8">
    <rect class="track" width="100%" height="100%" />
    ${part('left', at(now), at(end))} ${part('added', at(Math.max(end, now)), at(newEnd))}
    <rect class="today" x="${at(now)}%" width="2" height="100%" />
  </svg>`;
}
