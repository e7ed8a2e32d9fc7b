// Made of tokens/*.tokens.json by `npm run tokens`.
export const themeNames = ['default', 'contrast', 'midnight', 'paper', 'plain', 'sharp', 'soft'] as const;

export type ThemeName = (typeof themeNames)[number];

/** A public token. */
export interface Token {
  /** In a page: `--leb-<name>`. */
  readonly name: TokenName;
  /** Of its values, as `CSS.registerProperty` takes it; `*` for any. */
  readonly syntax: string;
  /** A role that all elements share, or a hook of one kind of element. */
  readonly tier: 'role' | 'element';
  readonly description: string;
}

export type TokenName =
  | 'surface'
  | 'over'
  | 'text'
  | 'text-quiet'
  | 'line'
  | 'edge'
  | 'accent'
  | 'accent-fill'
  | 'accent-ink'
  | 'on-accent'
  | 'ok'
  | 'warn'
  | 'bad'
  | 'focus'
  | 'font'
  | 'text-size'
  | 'weight'
  | 'padding'
  | 'gap'
  | 'radius'
  | 'shadow'
  | 'motion'
  | 'tint'
  | 'tint-line'
  | 'button-radius'
  | 'badge-radius';

export interface Theme {
  readonly description: string;
  /** The colour scheme that it has whatever the page has. */
  readonly scheme: 'light' | 'dark' | null;
  /** As CSS, for both schemes; empty for what is computed. */
  readonly values: Readonly<Record<TokenName, string>>;
}

export const tokens: readonly Token[] = [
  { name: 'surface', syntax: '<color>', tier: 'role', description: 'What everything lies on.' },
  {
    name: 'over',
    syntax: '<color>',
    tier: 'role',
    description:
      'What lies over other things: the dialog, and what the compact badge says when it is pressed. Never see-through.',
  },
  {
    name: 'text',
    syntax: '<color>',
    tier: 'role',
    description: 'Loud text: prices, dates, headings. 4.5:1 on the surface and on every tint.',
  },
  {
    name: 'text-quiet',
    syntax: '<color>',
    tier: 'role',
    description: 'Secondary facts. 4.5:1 on the surface and on every tint.',
  },
  { name: 'line', syntax: '<color>', tier: 'role', description: 'Hairlines between things.' },
  {
    name: 'edge',
    syntax: '<color>',
    tier: 'role',
    description: 'Outlines of fields, radios and quiet buttons. 3:1 on the surface.',
  },
  {
    name: 'accent',
    syntax: '<color>',
    tier: 'role',
    description: 'The one brand colour. Any colour: what it paints stays readable.',
  },
  {
    name: 'accent-fill',
    syntax: '<color>',
    tier: 'role',
    description:
      'The accent under text, e.g. of a button. The accent itself, unless a theme limits how light or dark it may be.',
  },
  {
    name: 'accent-ink',
    syntax: '<color>',
    tier: 'role',
    description:
      'The accent as a line, a shape or text on the surface: darker or lighter than the brand colour where that cannot be read.',
  },
  {
    name: 'on-accent',
    syntax: '<color>',
    tier: 'role',
    description: 'Text on the accent: black or white, whichever reads better.',
  },
  { name: 'ok', syntax: '<color>', tier: 'role', description: 'Renewed, active.' },
  { name: 'warn', syntax: '<color>', tier: 'role', description: 'Soon, waiting.' },
  { name: 'bad', syntax: '<color>', tier: 'role', description: 'Ended, declined.' },
  {
    name: 'focus',
    syntax: '<color>',
    tier: 'role',
    description: 'The ring around what the keyboard is at. 3:1 on the surface.',
  },
  {
    name: 'font',
    syntax: '*',
    tier: 'role',
    description: 'Family of all text. That of the page, if nothing is said.',
  },
  {
    name: 'text-size',
    syntax: '<length-percentage>',
    tier: 'role',
    description:
      'Body text; the small size follows it. Follows the person’s own size, but no page that makes its `rem` small.',
  },
  { name: 'weight', syntax: '<number>', tier: 'role', description: 'Of headings, prices and states.' },
  {
    name: 'padding',
    syntax: '<length-percentage>',
    tier: 'role',
    description: 'Room inside a panel’s edge.',
  },
  {
    name: 'gap',
    syntax: '<length-percentage>',
    tier: 'role',
    description: 'Room between the parts of a panel.',
  },
  {
    name: 'radius',
    syntax: '<length-percentage>',
    tier: 'role',
    description: 'Corners of panels. Those of fields, plans and notices follow it.',
  },
  { name: 'shadow', syntax: '*', tier: 'role', description: 'Of panels.' },
  {
    name: 'motion',
    syntax: '<time>',
    tier: 'role',
    description: 'How long a change of colour or place takes. None with reduced motion.',
  },
  {
    name: 'tint',
    syntax: '<number>',
    tier: 'role',
    description: 'How strong tints are: 0 for none, 1 as designed.',
  },
  {
    name: 'tint-line',
    syntax: '<color>',
    tier: 'role',
    description: 'Outline of what is tinted: states and notices.',
  },
  {
    name: 'button-radius',
    syntax: '<length-percentage>',
    tier: 'element',
    description: 'Corners of buttons.',
  },
  {
    name: 'badge-radius',
    syntax: '<length-percentage>',
    tier: 'element',
    description: 'Corners of the state in two words.',
  },
];

export const themes: Readonly<Record<ThemeName, Theme>> = {
  default: {
    description: 'Calm and exact: white space, one accent, hairlines. Built into the elements.',
    scheme: null,
    values: {
      surface: 'light-dark(#fff,#14181f)',
      over: 'var(--leb-surface)',
      text: 'light-dark(#171c26,#edf0f5)',
      'text-quiet': 'light-dark(#545d6b,#a7afbc)',
      line: 'light-dark(#dce0e6,#323a46)',
      edge: 'light-dark(#858e9b,#6f7988)',
      accent: 'light-dark(#1f66bd,#6cb0f7)',
      'accent-fill': '',
      'accent-ink': '',
      'on-accent': '',
      ok: 'light-dark(#13703a,#6fd295)',
      warn: 'light-dark(#7a5000,#f3c15f)',
      bad: 'light-dark(#b0202b,#ff9d95)',
      focus: 'var(--leb-text)',
      font: 'inherit',
      'text-size': 'max(0.9375rem,15px)',
      weight: '650',
      padding: '20px',
      gap: '16px',
      radius: '12px',
      shadow: 'none',
      motion: '160ms',
      tint: '1',
      'tint-line': 'transparent',
      'button-radius': 'calc(var(--leb-radius)*.8333)',
      'badge-radius': '99px',
    },
  },
  contrast: {
    description: '7:1 for all text, 3:1 for every shape, lines around what is tinted, nothing faint.',
    scheme: null,
    values: {
      surface: 'light-dark(#fff,#000)',
      over: 'var(--leb-surface)',
      text: 'light-dark(#000,#fff)',
      'text-quiet': 'light-dark(#2e2e2e,#e3e3e3)',
      line: 'light-dark(#6b6b6b,#8c8c8c)',
      edge: 'light-dark(#000,#fff)',
      accent: 'light-dark(#003d99,#8fc7ff)',
      'accent-fill': '',
      'accent-ink': '',
      'on-accent': '',
      ok: 'light-dark(#00461d,#82efab)',
      warn: 'light-dark(#553000,#ffd24d)',
      bad: 'light-dark(#86000f,#ffb8b2)',
      focus: 'var(--leb-text)',
      font: 'inherit',
      'text-size': 'max(0.9375rem,15px)',
      weight: '750',
      padding: '20px',
      gap: '16px',
      radius: '8px',
      shadow: 'none',
      motion: '0ms',
      tint: '0.35',
      'tint-line': 'currentcolor',
      'button-radius': 'calc(var(--leb-radius)*.8333)',
      'badge-radius': '99px',
    },
  },
  midnight: {
    description: 'Deep blue and brass, by day as well.',
    scheme: 'dark',
    values: {
      surface: '#0f1630',
      over: 'var(--leb-surface)',
      text: '#edf0ff',
      'text-quiet': '#aab4d6',
      line: '#2a345a',
      edge: '#7480ad',
      accent: '#e6c27a',
      'accent-fill': '',
      'accent-ink': '',
      'on-accent': '',
      ok: '#7fdcc0',
      warn: '#ffb27a',
      bad: '#ff9aa8',
      focus: 'var(--leb-text)',
      font: 'inherit',
      'text-size': 'max(0.9375rem,15px)',
      weight: '600',
      padding: '20px',
      gap: '16px',
      radius: '14px',
      shadow: 'inset 0 1px 0 0 #ffffff0f,0 24px 48px -20px #0006',
      motion: '200ms',
      tint: '1',
      'tint-line': 'transparent',
      'button-radius': 'calc(var(--leb-radius)*.8333)',
      'badge-radius': '99px',
    },
  },
  paper: {
    description: 'As if it were printed: serifs, ink on cream, outlines instead of tints.',
    scheme: null,
    values: {
      surface: 'light-dark(#fbf7ee,#221e19)',
      over: 'var(--leb-surface)',
      text: 'light-dark(#1f1b16,#efe6d6)',
      'text-quiet': 'light-dark(#5b5245,#bdb09a)',
      line: 'light-dark(#d9ceb9,#433b31)',
      edge: 'light-dark(#857a6a,#8f836f)',
      accent: 'light-dark(#6e1f2a,#e3a48f)',
      'accent-fill': '',
      'accent-ink': '',
      'on-accent': '',
      ok: 'light-dark(#33591f,#abc98c)',
      warn: 'light-dark(#754a00,#e6c173)',
      bad: 'light-dark(#a4161a,#f59f93)',
      focus: 'var(--leb-text)',
      font: '"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,"Noto Serif",serif',
      'text-size': 'max(0.9375rem,15px)',
      weight: '700',
      padding: '20px',
      gap: '16px',
      radius: '2px',
      shadow: 'none',
      motion: '0ms',
      tint: '0.3',
      'tint-line': 'currentcolor',
      'button-radius': 'calc(var(--leb-radius)*.8333)',
      'badge-radius': '2px',
    },
  },
  plain: {
    description: 'No look of its own: the font and the colours of the page around, black or white buttons.',
    scheme: null,
    values: {
      surface: 'transparent',
      over: 'Canvas',
      text: 'currentcolor',
      'text-quiet': 'currentcolor',
      line: 'color-mix(in srgb,currentcolor 22%,transparent)',
      edge: 'color-mix(in srgb,currentcolor 65%,transparent)',
      accent: 'light-dark(#1f1f1f,#ededed)',
      'accent-fill': '',
      'accent-ink': '',
      'on-accent': '',
      ok: 'light-dark(#13703a,#6fd295)',
      warn: 'light-dark(#7a5000,#f3c15f)',
      bad: 'light-dark(#b0202b,#ff9d95)',
      focus: 'light-dark(#1f1f1f,#ededed)',
      font: 'inherit',
      'text-size': 'max(0.9375rem,15px)',
      weight: '600',
      padding: '20px',
      gap: '16px',
      radius: '6px',
      shadow: 'none',
      motion: '0ms',
      tint: '0.6',
      'tint-line': 'transparent',
      'button-radius': 'calc(var(--leb-radius)*.8333)',
      'badge-radius': '4px',
    },
  },
  sharp: {
    description: 'Graphic: square corners, black lines, ultramarine, nothing that moves.',
    scheme: null,
    values: {
      surface: 'light-dark(#fff,#0b0b0c)',
      over: 'var(--leb-surface)',
      text: 'light-dark(#0a0a0a,#fafafa)',
      'text-quiet': 'light-dark(#4d4d4d,#b8b8b8)',
      line: 'light-dark(#0a0a0a,#e6e6e6)',
      edge: 'light-dark(#0a0a0a,#fafafa)',
      accent: 'light-dark(#2b12ff,#9d9bff)',
      'accent-fill': '',
      'accent-ink': '',
      'on-accent': '',
      ok: 'light-dark(#00692f,#5fe08f)',
      warn: 'light-dark(#754600,#ffc83d)',
      bad: 'light-dark(#c00023,#ff8f8f)',
      focus: 'var(--leb-text)',
      font: '"Helvetica Neue",Helvetica,Arial,"Nimbus Sans","Liberation Sans",sans-serif',
      'text-size': 'max(0.9375rem,15px)',
      weight: '700',
      padding: '20px',
      gap: '16px',
      radius: '0px',
      shadow: 'none',
      motion: '0ms',
      tint: '0.8',
      'tint-line': 'transparent',
      'button-radius': 'calc(var(--leb-radius)*.8333)',
      'badge-radius': '0px',
    },
  },
  soft: {
    description: 'Friendly: round corners, round letters, violet, a shadow instead of a line.',
    scheme: null,
    values: {
      surface: 'light-dark(#fff,#221d2d)',
      over: 'var(--leb-surface)',
      text: 'light-dark(#2a2438,#f3eff9)',
      'text-quiet': 'light-dark(#5f5870,#beb5ce)',
      line: 'light-dark(#ebe5f3,#3a3348)',
      edge: 'light-dark(#8a80a0,#8f85a5)',
      accent: 'light-dark(#6a46d6,#b9a3ff)',
      'accent-fill': '',
      'accent-ink': '',
      'on-accent': '',
      ok: 'light-dark(#0f6b4c,#7ddab2)',
      warn: 'light-dark(#7c4a00,#f4c874)',
      bad: 'light-dark(#ab1f4a,#ffa3b8)',
      focus: 'var(--leb-text)',
      font: 'ui-rounded,"SF Pro Rounded","Hiragino Maru Gothic ProN",Nunito,Quicksand,"Varela Round",system-ui,sans-serif',
      'text-size': 'max(0.9375rem,15px)',
      weight: '700',
      padding: '20px',
      gap: '16px',
      radius: '24px',
      shadow: '0 1px 2px 0 light-dark(#2a24380d,#0000004d),0 16px 40px -12px light-dark(#2a24382e,#0009)',
      motion: '240ms',
      tint: '1.2',
      'tint-line': 'transparent',
      'button-radius': '99px',
      'badge-radius': '99px',
    },
  },
};
