import type { PaymentView, Problem } from '@leb-renew/core';
import { languageOf } from '../text/language.ts';
import { watchLanguage } from '../text/watch-language.ts';
import { Probe } from './probe.ts';
import { marker, without } from './return.ts';
import { warnOnce } from './warn-once.ts';

/** So often a page may take a payment form away before it is given up. */
const patience = 3;

type Host = HTMLElement & { readonly renderRoot: ParentNode };

interface Listener {
  /** The form has to look or speak otherwise now. */
  changed(): void;
  /** The page has taken the container away, and the form with it. */
  lost(): void;
}

/** Where a payment form is on a page: a container in the page's own DOM, and what the page around means for its look. */
export class PaymentPlace {
  readonly #host: Host;
  readonly #listener: Listener;
  readonly #calm: MediaQueryList = matchMedia('(prefers-reduced-motion: reduce)');
  #container: HTMLElement | null = null;
  #probe: Probe | null = null;
  #stops: (() => void)[] = [];
  #losses = 0;
  /** The look that the form has, as far as it was told. */
  #told = '';
  #frame = 0;

  constructor(host: Host, listener: Listener) {
    this.#host = host;
    this.#listener = listener;
  }

  /**
   * A new and empty container, slotted as `payment`.
   *
   * @throws Error when the page has taken it away again and again
   */
  container(): HTMLElement {
    this.leave();
    if (this.#losses > patience) {
      this.#losses = 0;
      throw new Error('the page takes the payment form away');
    }
    const container = Object.assign(document.createElement('div'), { slot: 'payment' });
    // What the page says of every `div` is not for this one, which is as the panel that it is slotted into.
    for (const [property, value] of [
      ['all', 'unset'],
      ['display', 'block'],
    ] as const)
      container.style.setProperty(property, value, 'important');
    this.#host.append(container);
    this.#container = container;
    this.#watch(container);
    warnOfTopLayer(this.#host);
    return container;
  }

  /** Whether a browser would load the form anew if its host were put elsewhere. */
  get hasFrames(): boolean {
    return (this.#container?.querySelector('iframe') ?? null) !== null;
  }

  /** @throws Error when there is no container */
  view(): PaymentView {
    if (this.#container === null) throw new Error('nobody waits for a payment form any more');
    const tokens = this.#made.read();
    tokens.set('motion', this.#calm.matches ? 'reduced' : 'full');
    const view = { locale: languageOf(this.#host), tokens };
    this.#told = written(view);
    return view;
  }

  /** The host is at another place of the page, and the form as it was. */
  moved(): void {
    if (this.#container === null) return;
    this.#stop();
    this.#watch(this.#container);
    this.#look();
  }

  leave(): void {
    this.#stop();
    this.#probe?.remove();
    this.#container?.remove();
    this.#probe = this.#container = null;
  }

  get #made(): Probe {
    return (this.#probe ??= new Probe(this.#host.renderRoot, this.#look));
  }

  #watch(container: HTMLElement): void {
    const taken = new MutationObserver(() => {
      if (container.parentNode === this.#host) return;
      this.#losses += 1;
      this.leave();
      this.#listener.lost();
    });
    taken.observe(this.#host, { childList: true });
    this.#calm.addEventListener('change', this.#look);
    this.#stops = [
      () => taken.disconnect(),
      () => this.#calm.removeEventListener('change', this.#look),
      watchLanguage(this.#host, this.#look),
    ];
  }

  #stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Once for all that happens before the next frame. */
  readonly #look = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      const before = this.#told;
      if (this.#container !== null && written(this.view()) !== before) this.#listener.changed();
    });
  };
}

const written = ({ locale, tokens }: PaymentView): string => JSON.stringify([locale, ...tokens]);

/**
 * An address, this page's without one, marked so that it is known when a provider leads back to it. No secret is in it.
 *
 * @param renewalId empty where no renewal is to go on there
 */
export function returnUrl(renewalId: string, address: string = location.href): string {
  const [page = '', ...fragment] = without(address, marker).split('#');
  return [`${page}${page.includes('?') ? '&' : '?'}${marker}=${renewalId}`, ...fragment].join('#');
}

/** The developer of the page hears why a form does not open. What a bank or a network has against a payment is not for them. */
export function warnOfTrouble(host: Element, { code, detail }: Problem): void {
  if (detail !== undefined && /^payment-(setup|form)/.test(code)) warnOnce(host, detail);
}

function warnOfTopLayer(host: Element): void {
  for (let at: Element | null = host; at !== null; at = at.parentElement ?? hostOf(at))
    if (at.matches(':modal, :popover-open'))
      warnOnce(
        host,
        `must not lie in a modal dialog or a popover while it takes a payment: the provider’s own window, e.g. for a ` +
          `bank’s question, could not be reached`,
      );
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
