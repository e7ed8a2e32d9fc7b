import { defaults } from './defaults.ts';

/** How much of a colour its quiet tint has, per cent; the rest is surface. */
const tinted = 22;

/** Of a colour by its channels in linear light (WCAG 2). */
const luminance = '(.2126*r + .7152*g + .0722*b)';

const linear = (colour: string, channel: (name: string) => string): string =>
  `color(from ${colour} srgb-linear ${['r', 'g', 'b'].map((name) => `calc(${channel(name)})`).join(' ')})`;

/**
 * Black or white, whichever reads better: the switch is at relative luminance 0.179, where both have 4.58:1
 * (WCAG 2). Exact for any accent, because the luminance is computed in linear light. A million is beyond any channel;
 * Firefox takes an infinite one for black.
 */
const readableOn = (colour: string): string => linear(colour, () => `(.179 - ${luminance})*1e6`);

/** The same hue with at most, in the dark at least, this luminance. Exact: in linear light, it grows with the channels. */
const within = (colour: string, most: string, least: string): string =>
  `light-dark(${linear(colour, (name) => `${name}*min(1,${most}/max(${luminance},.001))`)},` +
  `${linear(colour, (name) => `1 - (1 - ${name})*min(1,(1 - ${least})/max(1 - ${luminance},.001))`)})`;

/** A clear shade of a colour: one that is dark or light enough to read would make a muddy tint. */
const clear = (colour: string): string =>
  `light-dark(oklch(from ${colour} .8 min(c*1.4,.16) h),oklch(from ${colour} .56 min(c*1.6,.2) h))`;

/** How text would be if the page around had said nothing, but for its family. */
const plainText =
  'font-style:normal;font-variant:normal;letter-spacing:normal;word-spacing:normal;white-space:normal;word-break:normal;' +
  'hyphens:manual;text-align:start;text-indent:0;text-shadow:none;text-transform:none;cursor:auto;';

/** Made of the accent, where nobody says otherwise. */
export const ofAccent: Readonly<Record<string, string>> = {
  'accent-fill': within(
    'var(--_leb-accent)',
    'var(--leb-theme-accent-most,1)',
    'var(--leb-theme-accent-least,0)',
  ),
  'accent-ink': within('var(--_leb-accent-fill)', '.16', '.26'),
  'on-accent': readableOn('var(--_leb-accent-fill)'),
};

const settled: [name: string, value: string][] = [];

/*
 * A browser is told what each token must be. What is something else counts as not said, and the value of the element around
 * is taken, which is that of the theme.
 */
for (const [syntax, values, initialValue] of defaults)
  for (const [name, value] of Object.entries(syntax === '<color>' ? { ...values, ...ofAccent } : values)) {
    settled.push([name, `var(--leb-theme-${name},${value})`]);
    try {
      CSS.registerProperty({
        name: `--_leb-${name}`,
        syntax,
        inherits: true,
        initialValue,
      } as PropertyDefinition);
    } catch {
      // Another copy of us was here first, or this is a server.
    }
  }

/** Made of several, wherever they are used. */
const derived =
  ['accent', 'ok', 'warn', 'bad']
    .map(
      (name) =>
        `--_${name}-tint:color-mix(in oklab,${clear(`var(--_${name})`)} calc(${tinted}%*var(--_tint)),var(--_surface));`,
    )
    .join('') +
  `--_accent-hover:color-mix(in oklab,var(--_accent-fill) 88%,${linear('var(--_on-accent)', (name) => `1 - ${name}`)});` +
  '--_text-tint:color-mix(in oklab,var(--_text) 6%,var(--_surface));' +
  '--_small:calc(var(--_text-size)*.8646);' +
  '--_radius-small:calc(var(--_radius)*.8333);' +
  '--_rem:max(1rem,16px);';

/**
 * The private properties (`--_accent`, `--_accent-tint` …) that elements are painted with, for `scope`
 * (`:host`, or a tag in the light DOM). Public tokens are only read here, on the element itself. So a token set
 * on any ancestor reaches the derived values too, in light and in dark.
 *
 * The element has what its theme says, and what is in it what the page says: so there is something to go back to.
 */
export function foundationFor(scope: string): string {
  const all = (said: (name: string, otherwise: string) => string) =>
    settled
      .map(([name, value]) => `--_leb-${name}:${said(name, value)};--_${name}:var(--_leb-${name});`)
      .join('') + derived;
  return (
    `${scope}{color-scheme:var(--leb-theme-scheme);${all((_, value) => value)}}` +
    `${scope}>*{${all((name, value) => `var(--leb-${name},${value})`)}${plainText}}` +
    `@media(prefers-contrast:more){${scope}>*{--_text-quiet:var(--_text);--_edge:var(--_text);--_line:var(--_leb-edge);}}` +
    ['light', 'dark'].map((scheme) => forced(scope, scheme)).join('')
  );
}

const forced = (scope: string, scheme: string): string =>
  `${scope === ':host' ? `:host([theme~=${scheme}])` : `${scope}[theme~=${scheme}]`}{color-scheme:${scheme};}`;
