import { expect, fixture, html } from '@open-wc/testing';
import { measures, tones } from '@leb-renew/themes';
import '@leb-renew/widget/plan-picker/define';
import { colourOf, contrast } from './colour.ts';

type Scheme = 'light' | 'dark';

/** An element with a brand's own tokens around it; reads what the elements are painted with. */
async function setup(scheme: Scheme, brand: Readonly<Record<string, string>> = {}) {
  const page = document.createElement('div');
  page.style.colorScheme = scheme;
  for (const [token, value] of Object.entries(brand)) page.style.setProperty(token, value);
  const el = await fixture<HTMLElement>(html`<leb-plan-picker></leb-plan-picker>`, { parentNode: page });
  return {
    el,
    contrast: (text: string, ground: string) =>
      contrast(colourOf(el.shadowRoot!, `var(--_${text})`), colourOf(el.shadowRoot!, `var(--_${ground})`)),
    colour: (name: string) => colourOf(el.shadowRoot!, `var(--_${name})`),
  };
}

const readable = [
  ['text', 'surface'],
  ['text', 'text-tint'],
  ['text', 'accent-tint'],
  ['text', 'ok-tint'],
  ['text', 'warn-tint'],
  ['text', 'bad-tint'],
  ['text-quiet', 'surface'],
  ['text-quiet', 'text-tint'],
  ['text-quiet', 'accent-tint'],
  ['ok', 'ok-tint'],
  ['warn', 'warn-tint'],
  ['bad', 'bad-tint'],
  ['bad', 'surface'],
  ['on-accent', 'accent'],
] as const;

const visible = [
  ['edge', 'surface'],
  ['accent', 'surface'],
  ['ok', 'surface'],
  ['warn', 'surface'],
] as const;

const brands = [
  '#ffb000',
  '#000000',
  '#ffffff',
  '#c8102e',
  '#00a884',
  '#7b2cbf',
  '#808080',
  'oklch(0.9 0.2 130)',
];

describe('the tokens', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const [text, ground] of readable)
      it(`can be read: ${text} on ${ground}, ${scheme}`, async () => {
        expect((await setup(scheme)).contrast(text, ground)).to.be.at.least(4.5);
      });

    for (const [shape, ground] of visible)
      it(`can be seen: ${shape} on ${ground}, ${scheme}`, async () => {
        expect((await setup(scheme)).contrast(shape, ground)).to.be.at.least(3);
      });

    for (const brand of brands)
      it(`put readable text on the accent ${brand}, ${scheme}`, async () => {
        const tokens = await setup(scheme, { '--leb-accent': brand });
        expect(tokens.contrast('on-accent', 'accent')).to.be.at.least(4.5);
      });
  }

  it('carry a brand set on any ancestor into what is derived from it', async () => {
    const own = (await setup('light')).colour('accent-tint');
    const branded = (await setup('light', { '--leb-accent': '#c8102e' })).colour('accent-tint');
    expect(branded).to.not.deep.equal(own);
  });

  it('follow the page, and an element can be told otherwise', async () => {
    const { el, colour } = await setup('light');
    const light = colour('surface');
    el.setAttribute('theme', 'dark');
    expect(colour('surface')).to.not.deep.equal(light);
  });

  it('are listed in default.css with the values the elements have', async () => {
    const css = await (await fetch('/packages/themes/src/default.css')).text();
    const listed: Record<string, unknown> = Object.fromEntries(
      [...css.matchAll(/^ {2}--leb-([\w-]+): (.+);$/gm)].map(([, name = '', value]): [string, unknown] => [
        name,
        value,
      ]),
    );
    const built = {
      ...Object.fromEntries(
        Object.entries(tones).map(([name, { light, dark }]) => [name, `light-dark(${light}, ${dark})`]),
      ),
      ...Object.fromEntries(
        Object.entries(measures).map(([name, value]) => [name, value.replace(/^\./, '0.')]),
      ),
    };
    expect(listed).to.deep.equal(built);
  });
});
