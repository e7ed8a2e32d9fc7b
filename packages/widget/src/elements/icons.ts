import { html, type TemplateResult } from 'lit';

/** Strokes on a 20 × 20 grid. Beside words always, so hidden from screen readers. */
const strokes = {
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6.5V10l2.5 2',
  check: 'm4.5 10.5 4 4 7.5-9',
  alert: 'M10 3.2 17.5 16.5h-15ZM10 8.5v3.5M10 14.3v.01',
  stop: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M7.5 7.5l5 5M12.5 7.5l-5 5',
  question: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M8 8.2a2 2 0 1 1 2.8 1.9c-.6.3-.8.7-.8 1.3M10 13.8v.01',
  pause: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M8.3 7.8v4.4M11.7 7.8v4.4',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 9.5v4M10 6.6v.01',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5M10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4',
  hidden: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5M4 16 16 4',
  close: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
  dot: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14',
} as const;

export type IconName = keyof typeof strokes;

export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${strokes[name]} /></svg>`;
