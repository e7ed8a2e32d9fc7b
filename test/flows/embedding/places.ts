/** Where pages put elements, and what they do to them there. Each runs in the page and throws what is wrong. */
import '@leb-renew/widget/status-badge/define';
import type { LebRenewalElement } from '@leb-renew/widget';
import { card, stoppedClock } from '../../widget/fixtures.ts';
import { soon } from '../../widget/soon.ts';
import { arrive, renew } from './renewing.ts';

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not true: ${what}`);
}

const forms = (el: Element): number => el.querySelectorAll('form').length;

const frame = (): Promise<unknown> => new Promise((next) => requestAnimationFrame(next));

const places: Readonly<Record<string, () => Promise<void>>> = {
  'inside shadow roots of the page, one in another': async () => {
    const outer = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const inner = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
    must((await renew(inner)) === 'receipt', 'the receipt is shown');
  },
  'elsewhere while a payment is open': async () => {
    const { el, toPayment, signIn, press, sees } = await arrive();
    await signIn();
    await toPayment();
    const [typed] = el.querySelectorAll('select');
    const elsewhere = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    elsewhere.append(el);
    await frame();
    must(el.querySelector('select') === typed, 'the payment form is the same');
    await press('Pay US$84.00');
    await sees('Payment received');
  },
  'away while a payment is open, and back later': async () => {
    const { el, toPayment, signIn, press, sees } = await arrive();
    await signIn();
    await toPayment();
    el.remove();
    await frame();
    document.body.append(el);
    await sees('Pay US$84.00');
    await soon(() => el.querySelectorAll('select').length === 1, 'there is not one payment form');
    await press('Pay US$84.00');
    await sees('Payment received');
  },
  'there before their script, with what they show': async () => {
    document.body.insertAdjacentHTML('beforeend', '<late-badge></late-badge>');
    const early = document.querySelector('late-badge') as HTMLElementTagNameMap['leb-status-badge'];
    Object.assign(early, { card: card(), clock: stoppedClock(), lang: 'en' });
    const made = Object.assign(document.createElement('late-badge'), { card: card(), clock: stoppedClock() });
    document.body.append(made);
    customElements.define('late-badge', class extends customElements.get('leb-status-badge')! {});
    for (const each of [early, made]) {
      await (each as typeof early).updateComplete;
      must(each.shadowRoot!.textContent.includes('LEB Global card'), 'the card is shown');
    }
  },
  'there once more, with all that is in them': async () => {
    const { el, signIn, sees } = await arrive();
    await sees('Sign in');
    const clone = el.cloneNode(true) as LebRenewalElement;
    const written = document.body.appendChild(document.createElement('div'));
    written.innerHTML = el.outerHTML;
    const alone = el.querySelector('leb-sign-in')!.cloneNode(true) as HTMLElementTagNameMap['leb-sign-in'];
    document.body.append(alone);
    await alone.updateComplete;
    must(forms(alone) === 0, 'a form that is given nothing holds its place');
    const copies = [clone, written.firstElementChild as LebRenewalElement];
    document.body.append(clone);
    for (const copy of copies) copy.ports = el.ports;
    for (const copy of copies) {
      await copy.updateComplete;
      await frame();
      must(forms(copy) === 1, `there is one form, not ${forms(copy)}`);
      must(
        copy.querySelector('[slot=payment]') === null,
        'there is no place to pay before there is a payment',
      );
      copy.remove();
    }
    await signIn();
  },
  'away, empties them, and puts them back': async () => {
    const { el, sees, signIn } = await arrive();
    await sees('Sign in');
    el.remove();
    el.replaceChildren();
    document.body.append(el);
    await signIn();
  },
  'into the document of a frame, and back': async () => {
    const inside = document.body.appendChild(document.createElement('iframe')).contentDocument!;
    const { el, sees, press, signIn, toPayment } = await arrive();
    await signIn();
    inside.body.append(el);
    await sees('Sign out');
    document.body.append(el);
    await toPayment();
    await press('Pay US$84.00');
    await sees('Payment received');
  },
};

/** Puts something there, and takes it away again. */
export async function tryOut(place: string): Promise<void> {
  try {
    await places[place]!();
  } finally {
    document.body.replaceChildren();
    sessionStorage.clear();
  }
}
