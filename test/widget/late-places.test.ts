import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { later } from '../../packages/widget/src/elements/renewal/later.ts';
import { stoppedClock } from './fixtures.ts';
import { pageIs } from './page.ts';
import { openSandbox, visit } from './visit.ts';

const clock = stoppedClock();
const choice = { cardRef: 'card-1', planId: 'year', currency: 'USD' };
const ticket = { renewalId: 'renewal-1', renewalToken: null, confirming: false };

/** The parts of later steps, as they are shown before anything is known. */
const parts: readonly (readonly [tag: string, className: string, given: object])[] = [
  ['leb-plan-picker', '', { zone: 'Asia/Shanghai' }],
  ['leb-checkout-panel', '', { state: { status: 'quoting', run: 1, choice } }],
  [
    'leb-checkout-panel',
    'resuming',
    { state: { status: 'resuming', run: 1, asks: 0, problem: null, ticket } },
  ],
  ['leb-receipt', '', {}],
];

/** Phones and wide pages. Where a line breaks hangs on fonts and engine; none of these is near such a place. */
const widths = [300, 320, 345, 370, 390, 420, 440, 600, 720];

/** How high each part is in the journey. */
async function heights(journey: HTMLElement): Promise<[part: string, height: number][]> {
  const frame = journey.shadowRoot!.querySelector('.journey')!;
  const found: [string, number][] = [];
  for (const [tag, className, given] of parts)
    for (const width of widths) {
      journey.style.inlineSize = `${width}px`;
      const part = Object.assign(document.createElement(tag), { lang: 'en', clock, className }, given);
      frame.append(part);
      await (part as Partial<LitElement>).updateComplete;
      found.push([`${tag} ${className} at ${width} px`, part.getBoundingClientRect().height]);
      part.remove();
    }
  return found;
}

describe('a part of the journey that comes late', () => {
  const { requestAnimationFrame } = window;
  afterEach(() => {
    window.requestAnimationFrame = requestAnimationFrame;
    document.documentElement.style.fontSize = '';
  });

  it('has its place kept to a pixel', async () => {
    pageIs('visible');
    window.requestAnimationFrame = () => 0; // Nothing is prepared meanwhile.
    const { el } = await visit(openSandbox().ports());
    el.style.setProperty('--leb-font', 'DejaVu Serif'); // The heights are lines of one font.
    expect(parts.every(([tag]) => customElements.get(tag) === undefined)).to.equal(true);
    const before = await heights(el);
    document.documentElement.style.fontSize = '10px';
    expect(await heights(el), 'where a rem is 10 px').to.deep.equal(before);
    await later.rest();
    for (const [nth, [part, height]] of (await heights(el)).entries())
      expect(before[nth]![1], part).to.be.closeTo(height, 1);
    el.remove();
  });
});
