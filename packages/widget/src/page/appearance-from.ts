import { Misuse } from '@leb-renew/core';
import type { Appearance } from '@stripe/stripe-js';
import { stripeAppearance } from '../payments/stripe/appearance.ts';
import { Probe } from './probe.ts';

const calm = '(prefers-reduced-motion: reduce)';

/**
 * The look of one of our elements as the appearance of Stripe's, for a page that opens a form of Stripe's by itself. The
 * elements themselves take care of the forms that they open.
 *
 * @throws Misuse when it is none of our elements, or not on the page yet
 */
export function appearanceFrom(element: Element): Appearance {
  const probe = new Probe(rootOf(element), () => {});
  const appearance = looksOf(probe);
  probe.remove();
  return appearance;
}

/**
 * The same, again and again: `changed` is called whenever the look is another one, e.g. since the page turned dark. Returns
 * the way to stop.
 *
 * @throws Misuse when it is none of our elements, or not on the page yet
 */
export function followAppearance(element: Element, changed: (appearance: Appearance) => void): () => void {
  let frame = 0;
  let told = '';
  const look = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      tell();
    });
  };
  const probe = new Probe(rootOf(element), look);
  const tell = (): void => {
    const appearance = looksOf(probe);
    const written = JSON.stringify(appearance);
    if (written === told) return;
    told = written;
    changed(appearance);
  };
  const motion = matchMedia(calm);
  motion.addEventListener('change', look);
  tell();
  return () => {
    motion.removeEventListener('change', look);
    cancelAnimationFrame(frame);
    probe.remove();
  };
}

function looksOf(probe: Probe): Appearance {
  const tokens = probe.read();
  tokens.set('motion', matchMedia(calm).matches ? 'reduced' : 'full');
  return stripeAppearance(tokens);
}

function rootOf(element: Element): ParentNode {
  const { renderRoot } = element as Element & { readonly renderRoot?: ParentNode };
  if (!element.localName.startsWith('leb-') || renderRoot === undefined || !element.isConnected)
    throw new Misuse(
      `<${element.localName}> has no look to take, must be one of the elements, defined and on the page`,
    );
  return renderRoot;
}
