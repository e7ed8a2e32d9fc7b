// Made of tokens/*.tokens.json by `npm run tokens`.

/** Tokens whose values are of one syntax; `first` is what a browser is told of them when they are registered. */
export type Defaults = readonly [syntax: string, values: Readonly<Record<string, string>>, first?: string];

/** Each may be overridden as `--leb-<name>`. */
export const defaults: readonly Defaults[] = [
  [
    '<color>',
    {
      /** What everything lies on. */
      surface: 'light-dark(#fff,#14181f)',
      /** What lies over other things: the dialog, and what the compact badge says when it is pressed. Never see-through. */
      over: 'var(--_leb-surface)',
      /** Loud text: prices, dates, headings. 4.5:1 on the surface and on every tint. */
      text: 'light-dark(#171c26,#edf0f5)',
      /** Secondary facts. 4.5:1 on the surface and on every tint. */
      'text-quiet': 'light-dark(#545d6b,#a7afbc)',
      /** Hairlines between things. */
      line: 'light-dark(#dce0e6,#323a46)',
      /** Outlines of fields, radios and quiet buttons. 3:1 on the surface. */
      edge: 'light-dark(#858e9b,#6f7988)',
      /** The one brand colour. Any colour: what it paints stays readable. */
      accent: 'light-dark(#1f66bd,#6cb0f7)',
      /** Renewed, active. */
      ok: 'light-dark(#13703a,#6fd295)',
      /** Soon, waiting. */
      warn: 'light-dark(#7a5000,#f3c15f)',
      /** Ended, declined. */
      bad: 'light-dark(#b0202b,#ff9d95)',
      /** The ring around what the keyboard is at. 3:1 on the surface. */
      focus: 'var(--_leb-text)',
      /** Outline of what is tinted: states and notices. */
      'tint-line': 'transparent',
    },
    '#000',
  ],
  [
    '*',
    {
      /** Family of all text. That of the page, if nothing is said. */
      font: 'inherit',
      /** Of panels. */
      shadow: 'none',
    },
  ],
  [
    '<length-percentage>',
    {
      /** Body text; the small size follows it. Follows the person’s own size, but no page that makes its `rem` small. */
      'text-size': 'max(0.9375rem,15px)',
      /** Room inside a panel’s edge. */
      padding: '20px',
      /** Room between the parts of a panel. */
      gap: '16px',
      /** Corners of panels. Those of fields, plans and notices follow it. */
      radius: '12px',
      /** Corners of buttons. */
      'button-radius': 'calc(var(--_leb-radius)*.8333)',
      /** Corners of the state in two words. */
      'badge-radius': '99px',
    },
    '0px',
  ],
  [
    '<number>',
    {
      /** Of headings, prices and states. */
      weight: '650',
      /** How strong tints are: 0 for none, 1 as designed. */
      tint: '1',
    },
    '0',
  ],
  [
    '<time>',
    {
      /** How long a change of colour or place takes. None with reduced motion. */
      motion: '160ms',
    },
    '0s',
  ],
];
