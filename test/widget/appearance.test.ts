import { expect, fixture, html } from '@open-wc/testing';
import type { Appearance } from '@stripe/stripe-js';
import { appearanceFrom, followAppearance } from '@leb-renew/widget/appearance';
import type { PlanPicker } from '@leb-renew/widget';
import '@leb-renew/widget/plan-picker/define';
import { pageIs } from './page.ts';
import { soon } from './soon.ts';

/** An element on a page of a brand, and every look of it that a form of Stripe's is told. */
async function setup(brand = '') {
  pageIs('visible');
  const page = document.createElement('div');
  page.style.cssText = `color-scheme: light; ${brand}`;
  const el = await fixture<PlanPicker>(html`<leb-plan-picker></leb-plan-picker>`, { parentNode: page });
  const looks: Appearance[] = [];
  const stop = followAppearance(el, (appearance) => looks.push(appearance));
  return { page, el, looks, stop };
}

describe('the appearance of an element for Stripe', () => {
  it('is what the element is painted with, as a browser has worked it out', async () => {
    const { el } = await setup('--leb-accent: oklch(0.5 0.2 150); --leb-radius: 0.6em; --leb-font: Papyrus');
    const { theme, variables } = appearanceFrom(el);
    expect(theme).to.equal('stripe');
    expect(variables).to.include({ colorBackground: 'rgb(255, 255, 255)', fontFamily: 'Papyrus' });
    expect(variables!.colorPrimary).to.match(/^rgb\(\d+, \d+, \d+\)$/);
    expect(variables!.borderRadius).to.match(/^[\d.]+px$/);
  });

  it('has a brand that can be read where Stripe writes in it', async () => {
    const { el } = await setup('--leb-accent: #ffb000');
    expect(appearanceFrom(el).variables!.colorPrimary).to.not.equal('rgb(255, 176, 0)');
  });

  it('is told again when the theme or the scheme is another one, and not for nothing', async () => {
    const { page, el, looks, stop } = await setup();
    expect(looks).to.have.lengthOf(1);
    page.style.colorScheme = 'dark';
    await soon(() => looks.length === 2);
    expect(looks[1]!.theme).to.equal('night');
    el.style.setProperty('--leb-surface', 'rgb(1, 2, 3)');
    await soon(() => looks.length === 3);
    expect(looks[2]!.variables!.colorBackground).to.equal('rgb(1, 2, 3)');
    stop();
    expect(el.shadowRoot!.querySelector('[style]')).to.equal(null);
  });

  it('is that of no other element', async () => {
    const other = document.createElement('p');
    document.body.append(other);
    expect(() => appearanceFrom(other)).to.throw(
      '<p> has no look to take, must be one of the elements, defined and on the page',
    );
    other.remove();
  });
});
