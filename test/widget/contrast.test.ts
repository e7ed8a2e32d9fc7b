import { expect } from '@open-wc/testing';
import { foundationFor, themeNames } from '@leb-renew/themes';
import { blend, contrast, sharesOf, type Shares } from './colour.ts';
import { paintOf, pairs, type Pair } from './contrast-pairs.ts';

type Scheme = 'light' | 'dark';
type Theme = (typeof themeNames)[number];

const texts = pairs.filter(({ least }) => least === 4.5);
const shapes = pairs.filter(({ least }) => least === 3);
const names = [...new Set(pairs.flatMap(({ ink, ground }) => [ink, ground]))];
const isBrands = (name: string): boolean => name.includes('accent');

/** Colours of pages around, which `plain` has nothing but: what is written, and on what. */
const pages: Readonly<Record<Scheme, readonly (readonly [ink: string, paper: string])[]>> = {
  light: [
    ['#000000', '#ffffff'],
    ['#1b2b4b', '#fdf6e3'],
  ],
  dark: [
    ['#ffffff', '#121212'],
    ['#e8e6f0', '#1d1b26'],
  ],
};

/** Two hundred colours that a brand may have, the same in every run, and those that are hard. */
function* brands(): Generator<string> {
  yield* ['#000000', '#ffffff', '#808080', '#ffff00', '#0000ff', '#00ff00', '#ff0000', '#ffb000'];
  yield 'oklch(0.9 0.2 130)';
  let seed = 8;
  for (let nth = 0; nth < 200; nth++) {
    seed = (seed * 48_271) % 2_147_483_647;
    yield `#${(seed & 0xff_ff_ff).toString(16).padStart(6, '0')}`;
  }
}

/** The sheet that every element is painted with. */
const foundation = new CSSStyleSheet();
foundation.replaceSync(foundationFor(':host'));

/** An element of a theme on a page; reads the colours that it is painted with. */
async function setup(theme: Theme, scheme: Scheme, [ink, paper] = pages[scheme][0]!) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetch(`/packages/themes/src/${theme}.css`)).text());
  document.adoptedStyleSheets.push(sheet);
  const page = document.createElement('div');
  for (const [property, value] of Object.entries({ 'color-scheme': scheme, color: ink, background: paper }))
    page.style.setProperty(property, value);
  const el = document.createElement('div');
  el.setAttribute('theme', theme);
  const root = el.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [foundation];
  page.append(el);
  document.body.append(page);
  const box = root.appendChild(document.createElement('p'));
  const painted = new Map(
    names.map((name) => {
      const probe = document.createElement('i');
      probe.style.color = `color(from ${paintOf(name)} srgb r g b / alpha)`;
      box.append(probe);
      return [name, getComputedStyle(probe)];
    }),
  );
  const read = new Map<string, Shares>();
  const paperShares = sharesOf(
    `color(srgb ${[1, 3, 5].map((at) => Number.parseInt(paper.slice(at, at + 2), 16) / 255).join(' ')})`,
  );
  return {
    brand: (colour: string) => page.style.setProperty('--leb-accent', colour),
    /** Those that the brand has no part in are read but once. */
    ratios(wanted: readonly Pair[]): number[] {
      for (const name of names)
        if (isBrands(name) || !read.has(name)) read.set(name, sharesOf(painted.get(name)!.color));
      return wanted.map(({ ink, ground }) => {
        const under = blend(read.get(ground)!, paperShares);
        return contrast(blend(read.get(ink)!, under), under);
      });
    },
    remove() {
      page.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    },
  };
}

describe('the tokens', () => {
  for (const theme of themeNames)
    for (const scheme of ['light', 'dark'] as const)
      it(`can be read and seen with any brand: ${theme}, ${scheme}`, async () => {
        const least = theme === 'contrast' ? 7 : 4.5;
        const faint = new Map<string, string>();
        for (const colours of theme === 'plain' ? pages[scheme] : pages[scheme].slice(0, 1)) {
          const { brand, ratios, remove } = await setup(theme, scheme, colours);
          for (const accent of ['', ...brands()]) {
            brand(accent);
            for (const [some, wanted] of [
              [texts, least],
              [shapes, 3],
            ] as const)
              for (const [nth, ratio] of ratios(some).entries())
                if (ratio < wanted)
                  faint.set(
                    `${some[nth]!.ink} on ${some[nth]!.ground}`,
                    `${ratio.toFixed(2)} with ${accent || 'its own accent'}`,
                  );
          }
          remove();
        }
        expect([...faint].map((each) => each.join(': '))).to.deep.equal([]);
      });
});
