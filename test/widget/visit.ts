/** A person at `<leb-renewal>`: what is on the screen, and what they do there. */
import type { RenewalApi, Ticket } from '@leb-renew/core';
import { createSandbox, demoAccount } from '@leb-renew/core/sandbox';
import { browserClock, type LebRenewalElement, type Ports } from '@leb-renew/widget';
import '@leb-renew/widget/renewal/define';
import { sandboxPayments } from '@leb-renew/widget/payments/sandbox';
import { textOf } from './page.ts';
import { soon } from './soon.ts';

/** Everything that a person could read in and under a node, shadow roots and slots included. */
export function seen(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && node.hidden) return '';
  if (node instanceof HTMLSlotElement) return node.assignedNodes().map(seen).join('');
  if (node instanceof Element && node.shadowRoot !== null) return seen(node.shadowRoot);
  const isUnseen = node instanceof HTMLElement && node.matches('style, .unshown');
  return isUnseen ? '' : `${[...node.childNodes].map(seen).join('')} `;
}

/** A shop in memory, for all tabs and reloads of one person. */
export function openSandbox(api: Partial<RenewalApi> = {}, supplierDelayMs = 60) {
  const clock = browserClock();
  const sandbox = createSandbox({ clock, supplierDelayMs });
  /** A payment is on its way for so long. */
  const sending = { until: Promise.resolve(), count: 0 };
  /** Keeps every payment on its way until it is let through. */
  const holdPayments = (): (() => void) => {
    let letThrough = (): void => {};
    sending.until = new Promise((resolve) => (letThrough = resolve));
    return () => letThrough();
  };
  /** The world of one tab. Its ticket outlives a reload. */
  const ports = (name?: string): Ports => {
    let ticket: Ticket | null = null;
    return {
      name,
      api: { ...sandbox.api, ...api },
      clock,
      payments: [
        sandboxPayments(async ({ paymentId }, request) => {
          sending.count += 1;
          await sending.until;
          return sandbox.confirm(paymentId, request);
        }),
      ],
      tickets: {
        load: () => ticket,
        save: (next) => void (ticket = next),
        clear: () => void (ticket = null),
      },
    };
  };
  return { ...sandbox, ports, sending, holdPayments };
}

export interface Page {
  readonly display?: LebRenewalElement['display'];
  readonly token?: string;
  readonly id?: string;
}

/** Puts the element on the page, and somebody in front of it. */
export async function visit(ports: Ports, { display = 'inline', token, id = '' }: Page = {}) {
  const el = Object.assign(document.createElement('leb-renewal'), { lang: 'en', id, display, ports });
  if (token !== undefined) el.token = token;
  document.body.append(el);
  await el.updateComplete;
  return { el, ...personAt(el) };
}

/** Somebody in front of an element that is on the page. */
export function personAt(el: LebRenewalElement) {
  const shown = () => seen(el.shadowRoot!).replaceAll(/\s+/g, ' ');
  const sees = (text: string) =>
    soon(() => shown().includes(text), `does not show “${text}”`).catch((error: unknown) => {
      throw new Error(`${String(error)} but: ${shown()}`);
    });
  const buttons = (root: Element | ShadowRoot): HTMLButtonElement[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [
      ...(each instanceof HTMLButtonElement ? [each] : []),
      ...(each.shadowRoot === null ? [] : buttons(each.shadowRoot)),
    ]);
  const button = (name: string) =>
    [...buttons(el.shadowRoot!), ...buttons(el)].find(
      (each) =>
        (textOf(each).startsWith(name) || each.ariaLabel === name) &&
        each.ariaDisabled !== 'true' &&
        each.checkVisibility(),
    );
  const press = async (name: string) => {
    await soon(() => button(name) !== undefined, `there is no button “${name}” in: ${shown()}`);
    button(name)!.click();
    await el.updateComplete;
  };
  const renew = async (label = 'LEB Global card') => {
    await sees(label);
    const badges = () => [
      ...el.shadowRoot!.querySelector('leb-card-list')!.shadowRoot!.querySelectorAll('leb-status-badge'),
    ];
    badges()
      .find(({ card }) => card?.label === label)!
      .shadowRoot!.querySelector<HTMLButtonElement>('[part=renew]')!
      .click();
    await el.updateComplete;
  };
  const trySignIn = async (password: string = demoAccount.password) => {
    await sees('Sign in');
    el.querySelector<HTMLInputElement>('[autocomplete=username]')!.value = demoAccount.email;
    el.querySelector<HTMLInputElement>('[autocomplete=current-password]')!.value = password;
    await press('Sign in');
  };
  const signIn = async () => {
    await trySignIn();
    await sees('Sign out');
  };
  const toPayment = async () => {
    await renew();
    await press('Continue with 1 year');
    await sees('Pay US$84.00');
    await soon(() => button('Pay US$84.00') !== undefined);
  };
  const scenario = (value: string) => {
    const select = el.querySelector<HTMLSelectElement>('select')!;
    select.value = value;
    select.dispatchEvent(new Event('change'));
  };
  return { shown, sees, button, press, renew, trySignIn, signIn, toPayment, scenario };
}

/** The browser's own buttons. Resolves when the page has heard of it. */
export async function browser(way: 'back' | 'forward'): Promise<void> {
  const heard = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history[way]();
  await heard;
}
