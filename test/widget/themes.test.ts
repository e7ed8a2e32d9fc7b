import { expect, fixture, html } from '@open-wc/testing';
import { themeNames } from '@leb-renew/themes';
import soft from '@leb-renew/themes/soft';
import type { StatusBadge } from '@leb-renew/widget';
import '@leb-renew/widget/define';
import { colourOf } from './colour.ts';
import { emulate, needs } from './engine.ts';
import { card, plans, receipt, stoppedClock } from './fixtures.ts';
import { pageIs } from './page.ts';
import { soon } from './soon.ts';
import { heardBy } from './warnings.ts';

/** A badge on a page that has linked the sheets of some themes. */
async function setup({ theme = '', linked = [] as readonly string[], page = '' } = {}) {
  const heard = heardBy(console);
  const links = await Promise.all(linked.map(async (name) => sheetOf(name)));
  document.adoptedStyleSheets.push(...links);
  const around = document.createElement('div');
  around.style.cssText = `color-scheme: light; ${page}`;
  const el = await fixture<StatusBadge>(
    html`<leb-status-badge theme=${theme} .card=${card()} .clock=${stoppedClock()}></leb-status-badge>`,
    { parentNode: around },
  );
  const look = (name: string) => getComputedStyle(el.shadowRoot!.querySelector(`.${name}`)!);
  return {
    around,
    el,
    warnings: heard.warnings,
    colour: (name: string) => colourOf(el.shadowRoot!, `var(--_${name})`).join(),
    radius: () => look('panel').borderRadius,
    look,
    leave() {
      heard.stop();
      document.adoptedStyleSheets = before;
    },
  };
}

const before = [...document.adoptedStyleSheets];

async function sheetOf(theme: string): Promise<CSSStyleSheet> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetch(`/packages/themes/src/${theme}.css`)).text());
  return sheet;
}

const red = '255,0,0';
const white = '255,255,255';
const radii = {
  default: '12px',
  contrast: '8px',
  midnight: '14px',
  paper: '2px',
  plain: '6px',
  sharp: '0px',
  soft: '24px',
};

describe('a theme', () => {
  it('is that of the sheet a page has linked, and not of the elements that name another', async () => {
    const { el, radius, leave } = await setup({ linked: ['soft', 'paper', 'sharp'] });
    expect(radius()).to.equal(radii.sharp);
    el.setAttribute('theme', 'paper');
    expect(radius()).to.equal(radii.paper);
    leave();
  });

  it('is that of a class of an element around, and of another inside of it', async () => {
    const { around, el, radius, leave } = await setup({ linked: ['soft', 'paper'] });
    around.className = 'leb-theme-soft';
    expect(radius()).to.equal(radii.soft);
    el.setAttribute('theme', 'paper');
    expect(radius()).to.equal(radii.paper);
    leave();
  });

  for (const theme of themeNames)
    it(`comes by its name alone: ${theme}`, async () => {
      const { radius, leave } = await setup({ theme, page: '--leb-theme-radius: 1px' });
      await soon(() => radius() === radii[theme]);
      leave();
    });

  it('comes by its name into a page’s own shadow roots, and when the name is given later', async () => {
    const own = document.createElement('div').attachShadow({ mode: 'open' });
    document.body.append(own.host);
    const el = document.createElement('leb-status-badge');
    el.setAttribute('theme', 'soft');
    own.append(el);
    await el.updateComplete;
    const radius = () => getComputedStyle(el.shadowRoot!.firstElementChild!).borderRadius;
    await soon(() => radius() === radii.soft);
    el.setAttribute('theme', 'sharp dark');
    await soon(() => radius() === radii.sharp);
    const another = document.createElement('div').attachShadow({ mode: 'closed' });
    own.host.after(another.host);
    another.append(el);
    expect(radius()).to.equal(radii.default);
    await soon(() => radius() === radii.sharp);
    own.host.remove();
    another.host.remove();
  });

  it('can be put into a shadow root as a text', async () => {
    const own = document.createElement('div').attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(soft);
    own.adoptedStyleSheets = [sheet];
    document.body.append(own.host);
    const el = document.createElement('leb-status-badge');
    own.append(el);
    await el.updateComplete;
    const radius = () => getComputedStyle(el.shadowRoot!.firstElementChild!).borderRadius;
    expect(radius()).to.equal(radii.default);
    el.className = 'leb-theme-soft';
    expect(radius()).to.equal(radii.soft);
    own.host.remove();
  });

  it('is there from the first moment that there is anything', async () => {
    const { around, leave } = await setup({ linked: ['soft'] });
    const el = document.createElement('leb-status-badge');
    around.append(el);
    await el.updateComplete;
    expect(getComputedStyle(el.shadowRoot!.firstElementChild!).borderRadius).to.equal(radii.soft);
    leave();
  });

  for (const theme of themeNames)
    it(`leaves the brand and all else that a page says to the page: ${theme}`, async () => {
      const { colour, radius, leave } = await setup({
        theme,
        linked: [theme],
        page: '--leb-accent: #f00; --leb-radius: 3px',
      });
      expect([colour('accent'), radius()]).to.deep.equal([red, '3px']);
      leave();
    });

  it('follows the page from light to dark and back, unless the element is told otherwise', async () => {
    const { around, el, colour, leave } = await setup({ theme: 'soft', linked: ['soft'] });
    const [light, dark] = [colour('surface'), '34,29,45'];
    expect(light).to.equal(white);
    around.style.colorScheme = 'dark';
    expect(colour('surface')).to.equal(dark);
    el.setAttribute('theme', 'soft light');
    expect(colour('surface')).to.equal(light);
    around.style.colorScheme = 'light';
    el.setAttribute('theme', 'soft dark');
    expect(colour('surface')).to.equal(dark);
    leave();
  });

  it('may be dark by day: the browser’s own controls are as well', async () => {
    const { around, el, look, leave } = await setup({ theme: 'midnight', linked: ['midnight'] });
    expect(look('panel').colorScheme).to.equal('dark');
    el.removeAttribute('theme');
    around.className = 'leb-theme-midnight';
    expect(look('panel').colorScheme).to.equal('dark');
    expect(getComputedStyle(around).colorScheme).to.equal('light');
    leave();
  });

  it('may be the page itself: its colours and its font', async () => {
    const { look, leave } = await setup({
      theme: 'plain',
      linked: ['plain'],
      page: 'color: rgb(1, 2, 3); font-family: Papyrus',
    });
    const { color, fontFamily, backgroundColor } = look('panel');
    expect([color, fontFamily, backgroundColor]).to.deep.equal([
      'rgb(1, 2, 3)',
      'Papyrus',
      'rgba(0, 0, 0, 0)',
    ]);
    leave();
  });

  it('moves nothing on the page when it is set, but for what another font would wrap otherwise', async () => {
    pageIs('visible');
    for (const sheet of await Promise.all(themeNames.map(sheetOf))) document.adoptedStyleSheets.push(sheet);
    const page = document.createElement('div');
    page.style.cssText = 'inline-size: 390px; --leb-font: system-ui';
    page.className = 'leb-theme-default';
    const clock = stoppedClock();
    const elements = [
      Object.assign(document.createElement('leb-status-badge'), { card: card(), clock }),
      Object.assign(document.createElement('leb-status-badge'), { card: card(), clock, variant: 'compact' }),
      Object.assign(document.createElement('leb-plan-picker'), {
        plans,
        clock,
        currency: 'USD',
        zone: 'Asia/Shanghai',
      }),
      Object.assign(document.createElement('leb-sign-in'), {
        state: { status: 'signed-out', run: 1, problem: null },
      }),
      Object.assign(document.createElement('leb-receipt'), { receipt: receipt(), clock }),
    ];
    const below = elements.map((el) => {
      const line = document.createElement('p');
      line.textContent = 'What the page itself says';
      page.append(el, line);
      return line;
    });
    document.body.append(page);
    for (const el of elements) await el.updateComplete;
    const places = () => below.map((line) => Math.round(line.getBoundingClientRect().top));
    const asItWas = places();
    let shift = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
    });
    observer.observe({ type: 'layout-shift' });
    for (const theme of themeNames) {
      for (const el of elements) el.setAttribute('theme', theme);
      expect(places(), theme).to.deep.equal(asItWas);
    }
    observer.disconnect();
    expect(shift).to.equal(0);
    page.remove();
    document.adoptedStyleSheets = before;
  });

  it(
    'has more contrast for who wants more',
    needs('a wish for more contrast', async () => {
      for (const theme of themeNames) {
        const { colour, leave } = await setup({
          theme,
          linked: [theme],
          page: 'color: #000; background: #fff',
        });
        const [text, quiet] = [colour('text'), colour('text-quiet')];
        await emulate({ 'prefers-contrast': 'more' });
        const more = [colour('text-quiet'), colour('edge')];
        await emulate({ 'prefers-contrast': 'no-preference' });
        expect(more, theme).to.deep.equal([text, text]);
        expect(colour('text-quiet'), theme).to.equal(quiet);
        leave();
      }
    }),
  );

  it(
    'gives way to forced colours, and the first button stays the first',
    needs('forced colours', async () => {
      for (const theme of themeNames) {
        const { look, leave } = await setup({ theme, linked: [theme] });
        await emulate({ 'forced-colors': 'active' });
        const [panel, first, other] = ['panel', 'primary', 'button:not(.primary)'].map(
          (name) => look(name).backgroundColor,
        );
        await emulate({ 'forced-colors': 'none' });
        expect(first, theme).to.not.be.oneOf([panel, other]);
        leave();
      }
    }),
  );
});

describe('a token that is nonsense', () => {
  const nonsense: readonly (readonly [
    said: string,
    reads: (page: Awaited<ReturnType<typeof setup>>) => string,
  ])[] = [
    ['--leb-accent: blurple', ({ colour }) => colour('accent')],
    ['--leb-surface: 12px', ({ colour }) => colour('surface')],
    ['--leb-on-accent: url(x)', ({ look }) => look('primary').color],
    ['--leb-focus: #12', ({ colour }) => colour('focus')],
    ['--leb-radius: round', ({ radius }) => radius()],
    ['--leb-text-size: #fff', ({ look }) => look('panel').fontSize],
    ['--leb-padding: much', ({ look }) => look('panel').padding],
    ['--leb-weight: red', ({ look }) => look('pill').fontWeight],
    ['--leb-tint: all', ({ look }) => look('pill').backgroundColor],
    ['--leb-motion: 12', ({ colour }) => colour('surface')],
    ['--leb-shadow: much', ({ look }) => look('panel').boxShadow],
  ];

  for (const [said, reads] of nonsense)
    it(`is as if it were not said, and the console names it: ${said}`, async () => {
      const right = await setup({ theme: 'paper', linked: ['paper'] });
      const expected = reads(right);
      right.leave();
      const wrong = await setup({ theme: 'paper', linked: ['paper'], page: said });
      expect(reads(wrong)).to.equal(expected);
      const [name = '', value = ''] = said.split(': ');
      await soon(() => wrong.warnings.some((each) => each.includes(`${name} is "${value}", must be `)));
      wrong.leave();
    });

  it('is told when an element says nothing of themes, a while after it has come', async () => {
    const { warnings, el, leave } = await setup({ page: '--leb-gap: wide' });
    el.removeAttribute('theme');
    await soon(() => warnings.length > 0);
    expect(warnings).to.deep.equal([
      '<leb-*>: --leb-gap is "wide", must be a length from 0: the default applies',
    ]);
    leave();
  });
});

describe('a theme that nobody knows', () => {
  it('is the default, and the console names it once', async () => {
    const { radius, warnings, el, leave } = await setup({ theme: 'sofd' });
    el.after(el.cloneNode());
    await soon(() => warnings.length > 0);
    expect(warnings).to.deep.equal([
      '<leb-status-badge>: theme is "sofd", must be of light, dark, default, contrast, midnight, paper, plain, sharp, soft: the default applies',
    ]);
    expect(radius()).to.equal(radii.default);
    leave();
  });

  it('may be the page’s own', async () => {
    const { radius, warnings, leave } = await setup({
      theme: 'acme',
      page: '--leb-theme-name: acme; --leb-theme-radius: 5px; --leb-accent: nonsense-of-acme',
    });
    await soon(() => warnings.length > 0);
    expect(warnings).to.have.lengthOf(1);
    expect(radius()).to.equal('5px');
    leave();
  });
});
