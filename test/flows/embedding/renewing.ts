/** A person who renews a card in the page, at a shop in memory. */
import type { LebRenewalElement } from '@leb-renew/widget';
import { openSandbox, personAt } from '../../widget/visit.ts';

/** Puts the element there; the rest of the journey, up to the receipt, is a call of its own. */
export async function arrive(place: Node = document.body) {
  const el: LebRenewalElement = document.createElement('leb-renewal');
  el.ports = openSandbox().ports('shop');
  place.appendChild(el);
  await el.updateComplete;
  return { el, ...personAt(el) };
}

/** From the sign-in to the receipt. Says what the page calls the step it has come to. */
export async function renew(place?: Node): Promise<string> {
  const { el, sees, press, signIn, toPayment } = await arrive(place);
  await signIn();
  await toPayment();
  await press('Pay US$84.00');
  await sees('Renewed');
  return el.state.step;
}
