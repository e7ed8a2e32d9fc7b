import { expect } from '@open-wc/testing';
import type { Appearance } from '@stripe/stripe-js';
import { followAppearance } from '@leb-renew/widget/appearance';
import '@leb-renew/widget/define';
import { colourOf } from './colour.ts';
import { soon } from './soon.ts';

/** The samples of docs/tokens.md as they are printed there, and a page to try them on. */
async function setup() {
  const paper = await (await fetch('/docs/tokens.md')).text();
  const samples = [...paper.matchAll(/```(\w+)\n(.*?)\n```/gs)].map(([, language, text]) => ({
    language,
    text: text!,
  }));
  const page = document.createElement('div');
  document.body.append(page);
  return {
    of: (language: string) => samples.filter((each) => each.language === language).map(({ text }) => text),
    show: (markup: string) => {
      page.innerHTML = markup;
      return page.querySelector('leb-renewal')!;
    },
    page,
  };
}

const radiusOf = (el: Element): string => {
  const panel = el.querySelector('leb-sign-in .panel');
  return panel === null ? '' : getComputedStyle(panel).borderRadius;
};

describe('the samples of docs/tokens.md', () => {
  it('give a page a theme by a sheet', async () => {
    const { of, show, page } = await setup();
    const el = show(of('html')[0]!.replace('/themes/soft.css', '/packages/themes/src/soft.css'));
    await soon(() => radiusOf(el) === '24px');
    page.remove();
  });

  it('give an element a theme by its name', async () => {
    const { of, show, page } = await setup();
    const el = show(of('html')[1]!);
    await soon(() => radiusOf(el) === '2px');
    page.remove();
  });

  it('set a brand', async () => {
    const { of, show, page } = await setup();
    page.className = 'shop';
    const el = show(`<style>${of('css')[0]!}</style>${of('html')[1]!}`);
    await soon(() => radiusOf(el) === '4px');
    expect(colourOf(el.shadowRoot!, 'var(--_accent)')).to.deep.equal([122, 31, 162]);
    page.remove();
  });

  it('give a form of Stripe’s the look of an element', async () => {
    const { of, page } = await setup();
    page.innerHTML = '<leb-status-badge></leb-status-badge>';
    const told: Appearance[] = [];
    const [, body = ''] = /;\n\n(.*)/s.exec(of('js')[0]!) ?? [];
    // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- A sample, as it is printed.
    const stop = new Function('followAppearance', 'elements', `${body}\nreturn stop;`)(followAppearance, {
      update: ({ appearance }: { appearance: Appearance }) => told.push(appearance),
    }) as () => void;
    expect(told[0]?.variables?.colorPrimary).to.match(/^rgb\(/);
    stop();
    page.remove();
  });
});
