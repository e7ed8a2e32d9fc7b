/** A colour by role, with one value for each colour scheme. */
export interface Tone {
  readonly light: string;
  readonly dark: string;
}

export type ToneName = 'surface' | 'text' | 'text-quiet' | 'line' | 'edge' | 'accent' | 'ok' | 'warn' | 'bad';

export type MeasureName = 'font' | 'text-size' | 'radius' | 'padding';

/** Colours a host page may override, each as `--leb-<name>`. Quiet tints are derived from these where they are used. */
export const tones: Readonly<Record<ToneName, Tone>> = {
  /** What everything lies on. */
  surface: { light: '#ffffff', dark: '#14181f' },
  /** Loud text: prices, dates, headings. */
  text: { light: '#171c26', dark: '#edf0f5' },
  /** Secondary facts. */
  'text-quiet': { light: '#545d6b', dark: '#a7afbc' },
  /** Hairlines between things. */
  line: { light: '#dce0e6', dark: '#323a46' },
  /** Outlines of things one can use: fields, radios, quiet buttons. */
  edge: { light: '#858e9b', dark: '#6f7988' },
  /** The one brand colour. */
  accent: { light: '#1f66bd', dark: '#6cb0f7' },
  /** Renewed, active. */
  ok: { light: '#13703a', dark: '#6fd295' },
  /** Soon, waiting. */
  warn: { light: '#7a5000', dark: '#f3c15f' },
  /** Ended, declined. */
  bad: { light: '#b0202b', dark: '#ff9d95' },
};

/** Sizes a host page may override, each as `--leb-<name>`. */
export const measures: Readonly<Record<MeasureName, string>> = {
  /** Family of all text. */
  font: 'inherit',
  /** Body text; the small size follows it. */
  'text-size': '.9375rem',
  /** Corners of panels and buttons. */
  radius: '12px',
  /** Room inside a panel's edge. */
  padding: '20px',
};
