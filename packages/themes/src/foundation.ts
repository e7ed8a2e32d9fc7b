import { measures, tones, type ToneName } from './tokens.ts';

/** How much of a colour its quiet tint has; the rest is surface. */
const tinted: readonly (readonly [name: ToneName, percent: number])[] = [
  ['accent', 20],
  ['ok', 25],
  ['warn', 25],
  ['bad', 22],
];

/** A clear shade of a colour: one that is dark or light enough to read would make a muddy tint. */
const clear = (colour: string): string =>
  `light-dark(oklch(from ${colour} .8 min(c*1.4,.16) h),oklch(from ${colour} .56 min(c*1.6,.2) h))`;

/**
 * Black or white, whichever reads better: the switch is at relative luminance 0.179, where both have 4.58:1
 * (WCAG 2). Exact for any accent, because the luminance is computed in linear light.
 */
const readableOn = (colour: string): string => {
  const channel = 'calc((.179 - .2126*r - .7152*g - .0722*b)*infinity)';
  return `color(from ${colour} srgb-linear ${channel} ${channel} ${channel})`;
};

/**
 * The private properties (`--_accent`, `--_accent-quiet` …) that elements are painted with, for `scope`
 * (`:host`, or a tag in the light DOM). Public tokens are only read here, on the element itself. So a token set
 * on any ancestor reaches the derived values too, in light and in dark.
 */
export function foundationFor(scope: string): string {
  const colours = Object.entries(tones).map(
    ([name, { light, dark }]) => `--_${name}:var(--leb-${name},light-dark(${light},${dark}))`,
  );
  const sizes = Object.entries(measures).map(([name, value]) => `--_${name}:var(--leb-${name},${value})`);
  const tints = tinted.map(
    ([name, percent]) =>
      `--_${name}-tint:color-mix(in oklab,${clear(`var(--_${name})`)} ${percent}%,var(--_surface))`,
  );
  const derived = [
    `--_on-accent:var(--leb-on-accent,${readableOn('var(--_accent)')})`,
    '--_text-tint:color-mix(in oklab,var(--_text) 6%,var(--_surface))',
    '--_small:calc(var(--_text-size)*.8667)',
    '--_radius-small:calc(var(--_radius)*.8333)',
  ];
  return (
    `${scope}{${[...colours, ...sizes, ...tints, ...derived].join(';')}}` +
    (['light', 'dark'] as const).map((theme) => forced(scope, theme)).join('')
  );
}

const forced = (scope: string, theme: 'light' | 'dark'): string =>
  `${scope === ':host' ? `:host([theme=${theme}])` : `${scope}[theme=${theme}]`}{color-scheme:${theme}}`;
