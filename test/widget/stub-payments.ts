/** A payment provider whose form is a frame with a field, and that does what a test says. */
import {
  fine,
  type PaymentFormEvent,
  type PaymentOutcome,
  type PaymentPort,
  type PaymentView,
} from '@leb-renew/core';
import { soon } from './soon.ts';

/**
 * Called at the top of a file whose pages may be in the background, where none is drawn: a frame comes as a task. For all of
 * the file, as whoever has asked for a frame asks for no other until it has come.
 */
export function framesInTheBackground(): void {
  const { requestAnimationFrame, cancelAnimationFrame } = window;
  before(() => {
    window.requestAnimationFrame = (call) => window.setTimeout(call);
    window.cancelAnimationFrame = (frame) => window.clearTimeout(frame);
  });
  after(() => {
    Object.assign(window, { requestAnimationFrame, cancelAnimationFrame });
  });
}

/**
 * Waits for what a payment form is told of the look of its page. In the background nobody hears of a change that the browser
 * has seen: it is told here.
 */
export async function followed(el: Element, holds: () => boolean): Promise<void> {
  await soon(() => {
    const probe = el.shadowRoot?.querySelector('div:has(> i)');
    const changes = probe?.getAnimations({ subtree: true }) ?? [];
    if (changes.some((each) => each instanceof CSSTransition))
      probe?.dispatchEvent(new Event('transitionrun'));
    return holds();
  });
}

export interface StubForm {
  readonly container: HTMLElement;
  readonly handoff: unknown;
  readonly returnUrl: string;
  /** What it was opened with, and each that it was told to follow. */
  readonly views: PaymentView[];
  readonly frame: HTMLIFrameElement;
  tell(event: PaymentFormEvent): void;
  /** What becomes of the payment that is being sent. */
  settle(outcome: PaymentOutcome): void;
  confirmed: number;
  focused: number;
  isOpen: boolean;
}

export function stubPayments(provider = 'sandbox') {
  const forms: StubForm[] = [];
  const port: PaymentPort<HTMLElement> = {
    provider,
    open({ data }, container, { returnUrl, ...view }) {
      const listeners = new Set<(event: PaymentFormEvent) => void>();
      const frame = document.createElement('iframe');
      frame.srcdoc = '<label>Card number <input></label>';
      container.append(frame);
      let settle: (outcome: PaymentOutcome) => void = () => {};
      const form: StubForm = {
        container,
        handoff: data,
        returnUrl,
        views: [view],
        frame,
        tell: (event) => listeners.forEach((listener) => listener(event)),
        settle: (outcome) => settle(outcome),
        confirmed: 0,
        focused: 0,
        isOpen: true,
      };
      forms.push(form);
      return Promise.resolve(
        fine({
          on(listener) {
            listeners.add(listener);
            return () => void listeners.delete(listener);
          },
          confirm() {
            form.confirmed += 1;
            return new Promise((resolve) => (settle = resolve));
          },
          focus() {
            form.focused += 1;
            frame.focus();
          },
          restyle: (next) => void form.views.push(next),
          dispose() {
            form.isOpen = false;
            frame.remove();
          },
        }),
      );
    },
  };
  return {
    port,
    forms,
    /** The form that is there now. */
    get form(): StubForm {
      const last = forms.at(-1);
      if (last === undefined) throw new Error('no form was opened');
      return last;
    },
  };
}
