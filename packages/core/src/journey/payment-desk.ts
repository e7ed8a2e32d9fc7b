import { problem, trouble, type Answer, type Handoff } from '../contract/index.ts';
import { misuse } from '../misuse.ts';
import { mustCall } from '../must-call.ts';
import type { PaymentForm, PaymentFormEvent, PaymentPort, PaymentView } from '../ports.ts';
import type { PaymentOutcome } from '../renewal/index.ts';
import { isAnswer, isOutcome } from './check-answers.ts';

/** The place where a person pays, asked for each time a payment form is opened. */
export interface Stage<Container> {
  /** Where the payment form is put. On a web page: an element in the page's own DOM, in no shadow root. */
  container(): Container;
  /** `returnUrl`: where the person comes back to from a provider's own site. */
  view(): PaymentView & { readonly returnUrl: string };
}

/** Where payment forms are opened: one at a time. */
export interface PaymentDesk {
  open(handoff: Handoff, listener: (event: PaymentFormEvent) => void): Promise<void>;
  confirm(): Promise<PaymentOutcome>;
  close(): void;
}

export function openPaymentDesk<Container>(
  ports: readonly PaymentPort<Container>[],
  stage: Stage<Container>,
): PaymentDesk {
  let form: PaymentForm | null = null;
  let opened = 0;

  function close(): void {
    opened += 1;
    form?.dispose();
    form = null;
  }

  async function formFor(handoff: Handoff): Promise<Answer<PaymentForm>> {
    const port = ports.find(({ provider }) => provider === handoff.provider);
    if (port === undefined)
      return trouble('payment-setup', { detail: `no payment adapter for ${handoff.provider}` });
    try {
      const answer = await port.open(handoff, stage.container(), stage.view());
      if (!isAnswer(answer)) throw misuse('payment port: answer', answer, 'a form or a problem');
      if (answer.ok) mustCall('payment form', answer.value, 'on', 'confirm', 'dispose');
      return answer;
    } catch (error) {
      return trouble('payment-form-blocked', { detail: String(error) });
    }
  }

  return {
    async open(handoff, listener) {
      close();
      const mine = opened;
      const answer = await formFor(handoff);
      if (mine !== opened) {
        if (answer.ok) answer.value.dispose();
        return;
      }
      if (!answer.ok) {
        listener({ type: 'blocked', problem: answer.problem });
        return;
      }
      form = answer.value;
      form.on(listener);
    },

    async confirm() {
      if (form === null) return { kind: 'invalid', problem: problem('payment-form-blocked') };
      try {
        const outcome = await form.confirm();
        if (!isOutcome(outcome)) throw misuse('payment form: outcome', outcome, 'one of the five');
        return outcome;
      } catch (error) {
        // Whatever went wrong, the payment may have been sent: only the server knows.
        const detail = String(error);
        return { kind: 'unknown', problem: problem('offline', { charged: 'unknown', detail }) };
      }
    },

    close,
  };
}
