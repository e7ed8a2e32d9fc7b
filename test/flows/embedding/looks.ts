/** How elements look in a page, as numbers and colours that two pages can be compared by. */
import { render, type LitElement } from 'lit';
import '@leb-renew/widget/define';
import { problem } from '@leb-renew/core';
import { loadLanguage } from '@leb-renew/widget/text';
import { served } from './served.ts';

const told = [
  'color',
  'backgroundColor',
  'borderTopWidth',
  'borderTopColor',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'textTransform',
  'textIndent',
  'textAlign',
  'whiteSpace',
  'visibility',
  'borderTopLeftRadius',
  'boxShadow',
  'cursor',
  'direction',
  'unicodeBidi',
] as const;

const challenge = {
  challengeId: 'c',
  kind: 'email',
  sentTo: 'm•••@example.com',
  digits: 6,
  expiresAt: '2026-11-22T10:10:00Z',
};
const states = [
  { status: 'signed-out', run: 1, problem: problem('wrong-credentials') },
  { status: 'code', run: 1, challenge, problem: null },
  { status: 'new-password', run: 1, token: 't', problem: null },
  { status: 'resetting', run: 1, problem: null },
];

/** Shows every element in a column, with a sheet of the page's own that can be changed. */
export async function show(): Promise<void> {
  const main = document.createElement('main');
  const sheet = document.createElement('style');
  document.head.append(sheet);
  document.body.append(main);
  render(served('en'), main);
  for (const inner of main.querySelectorAll('leb-renewal, leb-card-list')) inner.remove();
  await loadLanguage('ar');
  for (const lang of ['en', 'ar'])
    for (const state of states)
      main.append(Object.assign(document.createElement('leb-sign-in'), { lang, reset: true, state }));
  for (const each of main.children) await (each as Partial<LitElement>).updateComplete;
}

const inside = (node: Element): Element[] => [
  node,
  ...[...(node.shadowRoot ?? node).children].flatMap((each) => inside(each)),
];

/** One line for each thing that is seen inside of the elements, in a page with these styles. */
export function look(css: string): readonly string[] {
  document.querySelector('style')!.textContent = css;
  return [...document.querySelectorAll('main > *')].flatMap((element, nth) => {
    const [, ...all] = inside(element);
    const origin = all[0]!.getBoundingClientRect();
    return all
      .filter((each) => !each.matches('br') && each.getClientRects().length > 0)
      .map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        const box = [x - origin.x, y - origin.y, width, height].map((part) => Math.round(part));
        const style = getComputedStyle(each);
        const name = `${nth} ${element.localName} ${each.localName} ${each.getAttribute('class') ?? ''}`;
        const made = ['::before', '::after'].map((which) => getComputedStyle(each, which).content);
        return `${name}: ${[box.join(' '), ...told.map((property) => style[property]), ...made].join(', ')}`;
      });
  });
}
