import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import * as widget from '@leb-renew/widget';
import '@leb-renew/widget/checkout-panel/define';
import '@leb-renew/widget/define';
import '@leb-renew/widget/plan-picker/define';
import '@leb-renew/widget/receipt/define';
import { everythingSaid } from './endpoint/standing-time.ts';
import { settings, type Setting, type Values } from './bad-input/settings.ts';
import { pageIs, readIn } from './page.ts';
import { heardBy } from './warnings.ts';

/**
 * An element on a narrow page with everything it needs, what a person reads there, and what the page's developer is told.
 * As the same words are told once, each goes by a name of its own.
 */
async function setup({ tag, right }: Setting, beside: Values = {}, alias = tag) {
  pageIs('visible');
  const heard = heardBy(console);
  const page = document.createElement('div');
  page.style.inlineSize = '320px';
  const el = Object.assign(document.createElement(alias) as LitElement, { ...right(), ...beside });
  page.append(el);
  document.body.append(page);
  await settled(el);
  return {
    page,
    reads: () => read(el),
    /** Of this element, or of a value that is told once for the page, whichever element was given it first. */
    told: (name: string, value: unknown) =>
      [...before, ...heard.warnings].filter(
        (each) =>
          each.startsWith(`<${alias}>: `) || each.startsWith(`<leb-*>: ${name} is "${String(value)}"`),
      ),
    async give(name: string, value: unknown) {
      Object.assign(el, { [name]: value });
      await settled(el);
    },
    leave() {
      heard.stop();
      before.push(...heard.warnings);
      page.remove();
    },
  };
}

/** What the page's developer was told by the elements before. */
const before: string[] = [];

let aliases = 0;

/** Another name for an element. */
function aliasOf(tag: string): string {
  const alias = `${tag}-${(aliases += 1)}`;
  customElements.define(alias, class extends (customElements.get(tag) as typeof LitElement) {});
  return alias;
}

const partsOf = (el: Element): LitElement[] =>
  [el.shadowRoot ?? el, el]
    .flatMap((root) => [...root.querySelectorAll<LitElement>('*')])
    .filter(({ localName }) => localName.startsWith('leb-'));

async function settled(el: LitElement): Promise<void> {
  await everythingSaid();
  await drawn(el);
}

async function drawn(el: LitElement): Promise<void> {
  await el.updateComplete;
  for (const part of partsOf(el)) await drawn(part);
}

const read = (el: Element): string => readIn(el.shadowRoot ?? el);

const publicOf = (tag: string): string[] =>
  Object.entries((customElements.get(tag) as typeof LitElement).properties)
    .filter(([, { state }]) => state !== true)
    .map(([name]) => name);

describe('Nonsense', () => {
  it('is given to every element', () => {
    const tried = settings.map(({ tag }) => customElements.get(tag));
    for (const each of Object.values(widget))
      if ('elementProperties' in each) expect(tried.includes(each), each.name).to.equal(true);
  });

  for (const setting of settings) {
    const { tag, rows } = setting;

    it(`is given to every property of <${tag}>`, () => {
      expect(Object.keys(rows)).to.have.members(publicOf(tag));
    });

    for (const [name, { wrong, fine, hidden = {}, shows, beside = {} }] of Object.entries(rows)) {
      for (const [kind, value] of Object.entries(wrong))
        it(`for ${name} of <${tag}>, ${kind}, is said to the person, told once, and forgotten`, async () => {
          const { reads, told, give, leave } = await setup(setting, beside, aliasOf(tag));
          const before = reads();
          await give(name, value);
          expect(reads()).to.contain(shows);
          expect(told(name, value).join()).to.match(new RegExp(`>: ${name}\\b.* must \\S`, 's'));
          const once = told(name, value).length;
          await give(name, setting.right()[name]);
          expect(reads()).to.equal(before);
          await give(name, value);
          expect(told(name, value)).to.have.length(once);
          leave();
        });

      for (const [kind, value] of Object.entries(fine))
        it(`for ${name} of <${tag}> is not ${kind}`, async () => {
          const { page, reads, told, give, leave } = await setup(setting, beside);
          const before = reads();
          await give(name, value);
          expect(reads()).to.not.equal('');
          expect(told(name, value)).to.deep.equal([]);
          expect(page.scrollWidth).to.be.at.most(320);
          await give(name, setting.right()[name]);
          expect(reads()).to.equal(before);
          leave();
        });

      for (const [kind, value] of Object.entries(hidden))
        it(`for ${name} of <${tag}> is not ${kind}, which hides it`, async () => {
          const { reads, told, give, leave } = await setup(setting, beside);
          const before = reads();
          await give(name, value);
          expect(reads()).to.equal('');
          expect(told(name, value)).to.deep.equal([]);
          await give(name, setting.right()[name]);
          expect(reads()).to.equal(before);
          leave();
        });
    }
  }
});
