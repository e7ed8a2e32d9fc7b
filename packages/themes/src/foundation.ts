import { measures, tones, type ToneName } from './tokens.ts';

/** How much of a colour its quiet tint keeps; the rest is surface. */
const quiet = {
  accent: 9,
  ok: 11,
  warn: 13,
  bad: 9,
  text: 6,
} as const satisfies { readonly [name in ToneName]?: number };

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
  const tints = Object.entries(quiet).map(
    ([name, share]) => `--_${name}-tint:color-mix(in oklab,var(--_${name}) ${share}%,var(--_surface))`,
  );
  const derived = [
    `--_on-accent:var(--leb-on-accent,${readableOn('var(--_accent)')})`,
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
