/** A payment provider whose form is a frame with a field, and that does what a test says. */
import {
  fine,
  type PaymentFormEvent,
  type PaymentOutcome,
  type PaymentPort,
  type PaymentView,
} from '@leb-renew/core';

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
