import { demoAccount } from '@leb-renew/core/sandbox';
import type { LebRenewalElement } from '@leb-renew/widget';

type State = LebRenewalElement['state'];
type Step = State['step'];

/** A play function that leads the demo account to a step, in any language: by what the elements are, not by what they say. */
export const atStep =
  (goal: Step, isThere: (state: State) => boolean = () => true) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const el = canvasElement.querySelector('leb-renewal');
    if (el !== null) await lead(el, (state) => state.step === goal && isThere(state), goal);
  };

/** The same, to the first state that is so. */
export const until =
  (isThere: (state: State) => boolean) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const el = canvasElement.querySelector('leb-renewal');
    if (el !== null) await lead(el, isThere);
  };

/** Goes on for the person, step by step, until it is there or the element is gone. */
export async function lead(
  el: LebRenewalElement,
  isThere: (state: State) => boolean,
  goal?: Step,
): Promise<void> {
  let isPaid = false;
  while (!isThere(el.state)) {
    if (el.state.step !== goal && !(el.state.step === 'checkout' && isPaid)) {
      const moved = ways[el.state.step]?.(el, goal);
      isPaid ||= el.state.step === 'checkout' && moved === true;
    }
    await new Promise((drawn) => setTimeout(drawn, 20));
    if (!el.isConnected) return;
  }
  await el.updateComplete;
}

/** Each tells whether it has pressed what leads on. */
const ways: { readonly [step in Step]?: (el: LebRenewalElement, goal?: Step) => boolean | undefined } = {
  'sign-in': (el) => {
    const field = (name: string) => el.querySelector<HTMLInputElement>(`[autocomplete=${name}]`);
    const [email, password] = [field('username'), field('current-password')];
    if (email === null || password === null) return undefined;
    email.value = demoAccount.email;
    password.value = demoAccount.password;
    password.form?.requestSubmit();
    return undefined;
  },
  cards: (el, goal) => {
    const list = el.renderRoot.querySelector('leb-card-list')?.renderRoot;
    if (goal === 'receipts') list?.querySelector<HTMLElement>('.foot .link')?.click();
    else if (list?.querySelector('.foot .link')) el.open({ cardRef: 'card-global' });
    return undefined;
  },
  plans: (el) => press(el.renderRoot.querySelector('leb-plan-picker'), 'continue'),
  checkout: (el) => press(el.renderRoot.querySelector('leb-checkout-panel'), 'pay'),
};

/** Once it can be pressed. */
function press(part: Element | null, name: string): boolean {
  const button = part?.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]:not([aria-disabled=true])`);
  button?.click();
  return button !== null && button !== undefined;
}
