import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Plan } from '@leb-renew/core';
import '@leb-renew/widget/plan-picker/define';
import '@leb-renew/widget/receipt/define';
import '@leb-renew/widget/renewal/define';
import { card, plans, receipt, stoppedClock } from './fixtures.ts';
import { pageIs } from './page.ts';

type Given = Readonly<Record<string, unknown>>;

interface Loading {
  readonly what: string;
  readonly tag: string;
  /** Its properties from the start. */
  readonly first: Given;
  /** What comes later. */
  readonly then: Given;
}

/** Four terms on offer, as in most shops. */
const onOffer: readonly Plan[] = plans.map((plan, nth) =>
  nth === 3 ? { ...plans[1]!, planId: 'two-years', name: '2 years' } : plan,
);
const picker = { clock: stoppedClock(), zone: 'Asia/Shanghai', currency: 'USD', lang: 'en' };
const signedOut = { status: 'signed-out', run: 1, problem: null };

const loadings: readonly Loading[] = [
  {
    what: 'a badge',
    tag: 'leb-status-badge',
    first: { clock: stoppedClock(), lang: 'en' },
    then: { card: card() },
  },
  {
    what: 'a compact badge',
    tag: 'leb-status-badge',
    first: { clock: stoppedClock(), lang: 'en', variant: 'compact' },
    then: { card: card() },
  },
  { what: 'a list of plans', tag: 'leb-plan-picker', first: picker, then: { plans: onOffer } },
  {
    what: 'plans in several currencies',
    tag: 'leb-plan-picker',
    first: picker,
    then: { plans: onOffer, currencies: ['USD', 'EUR'] },
  },
  {
    what: 'a table of plans',
    tag: 'leb-plan-picker',
    first: { ...picker, layout: 'table' },
    then: { plans: onOffer },
  },
  {
    what: 'a sign-in form',
    tag: 'leb-sign-in',
    first: { lang: 'en', reset: true },
    then: { state: signedOut },
  },
  {
    what: 'a sign-in form without a reset',
    tag: 'leb-sign-in',
    first: { lang: 'en' },
    then: { state: signedOut },
  },
  {
    what: 'a card',
    tag: 'leb-card-list',
    first: { clock: stoppedClock(), lang: 'en' },
    then: { cards: [card()] },
  },
  {
    what: 'a receipt of today',
    tag: 'leb-receipt',
    first: { clock: stoppedClock(), lang: 'en' },
    then: {
      receipt: receipt({
        links: { page: 'https://shop.example/papers/418', calendar: 'https://shop.example/418.ics' },
      }),
    },
  },
];

/** Ten of each, with a line of the page's own below each of them. */
async function setup(width: number) {
  pageIs('visible');
  const page = document.createElement('div');
  page.style.inlineSize = `${width}px`;
  const placed = loadings.flatMap((loading) =>
    Array.from({ length: 10 }, () => {
      const el = Object.assign(document.createElement(loading.tag) as LitElement, loading.first);
      const below = document.createElement('p');
      below.textContent = 'What the page itself says';
      page.append(el, below);
      return { loading, el, below };
    }),
  );
  document.body.append(page);
  const settled = async () => {
    for (const { el } of placed) {
      await el.updateComplete;
      for (const part of el.renderRoot.querySelectorAll('leb-status-badge')) await part.updateComplete;
    }
  };
  await settled();
  return {
    page,
    placed,
    /** How far down each line is. */
    lines: () => placed.map(({ below }) => below.getBoundingClientRect().top),
    async load() {
      for (const { el, loading } of placed) Object.assign(el, loading.then);
      await settled();
    },
  };
}

const heightOf = (el: Element): number => el.getBoundingClientRect().height;

describe('A page with ten of each element', () => {
  for (const width of [320, 390, 720])
    it(`does not move by a pixel while they load, at ${width} px`, async () => {
      const { page, placed, lines, load } = await setup(width);
      const before = lines();
      await load();
      const after = lines();
      for (const [nth, { loading }] of placed.entries())
        expect(after[nth], loading.what).to.be.closeTo(before[nth]!, 0.5);
      expect(page.scrollWidth).to.be.at.most(width);
      page.remove();
    });

  for (const width of [390, 720])
    it(`keeps their place before their script is here, to a pixel, at ${width} px`, async () => {
      const css = await (await fetch('/packages/themes/src/reserve.css')).text();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css.replaceAll('leb-', 'not-yet-'));
      document.adoptedStyleSheets.push(sheet);
      const page = document.createElement('div');
      page.style.inlineSize = `${width}px`;
      document.body.append(page);
      for (const attributes of [
        'status-badge',
        'status-badge variant="compact"',
        'plan-picker',
        'sign-in',
        'sign-in reset',
      ]) {
        const [name = ''] = attributes.split(' ');
        page.innerHTML = `<div><not-yet-${attributes}></not-yet-${name}></div><div><leb-${attributes} lang="en"></leb-${name}></div>`;
        const [before, after] = [...page.children];
        await (after!.firstElementChild as LitElement).updateComplete;
        expect(heightOf(before!), attributes).to.be.closeTo(heightOf(after!), 0.5);
      }
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
      page.remove();
    });
});
