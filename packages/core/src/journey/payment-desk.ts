import { problem, trouble, type Answer, type Handoff } from '../contract/index.ts';
import { misuse } from '../misuse.ts';
import { mustCall } from '../must-call.ts';
import type { PaymentForm, PaymentFormEvent, PaymentPort, PaymentView } from '../ports.ts';
import type { PaymentOutcome } from '../renewal/index.ts';
import { isAnswer, isOutcome } from './check-answers.ts';
import { checkDesk } from './check-world.ts';

/** The place where a person pays, asked for each time a payment form is opened. What makes it may have to be loaded first. */
export interface Stage<Container> {
  /** Where the payment form is put. On a web page: an element in the page's own DOM, in no shadow root. */
  container(): Container | Promise<Container>;
  /** `returnUrl`: where the person comes back to from a provider's own site. */
  view(renewalId: string): StageView | Promise<StageView>;
  /**
   * The ways to pay that the form says it offers; null until it has, and once it is closed. No part of a machine, as
   * nothing is decided by them.
   */
  offers?(methods: readonly string[] | null): void;
}

/** How a payment form is to look and speak, and where it leads back to. */
export type StageView = PaymentView & { readonly returnUrl: string };

/** Where payment forms are opened: one at a time. */
export interface PaymentDesk {
  open(
    renewal: { readonly renewalId: string; readonly handoff: Handoff },
    listener: (event: PaymentFormEvent) => void,
  ): Promise<void>;
  confirm(): Promise<PaymentOutcome>;
  focus(): void;
  /** The open form follows what the stage says now. */
  restyle(): Promise<void>;
  close(): void;
}

/**
 * Opens forms with the adapter of the provider that a handoff names. Whatever an adapter does, a form is there or a problem
 * is told, and a payment has an outcome. Throws `Misuse` where a port or the stage lacks what it must have.
 */
export function openPaymentDesk<Container>(
  ports: readonly PaymentPort<Container>[],
  stage: Stage<Container>,
): PaymentDesk {
  checkDesk('openPaymentDesk', ports, stage);
  const desk = deskOf(ports, stage);
  return {
    ...desk,
    open(renewal, listener) {
      const handoff: unknown = (renewal as Partial<typeof renewal> | null | undefined)?.handoff;
      if (typeof handoff !== 'object' || handoff === null)
        throw misuse('open: handoff', handoff, 'what a server handed over');
      mustCall('open', { listener }, 'listener');
      return desk.open(renewal, listener);
    },
  };
}

/** The same, of what has been looked at. */
export function deskOf<Container>(
  ports: readonly PaymentPort<Container>[],
  stage: Stage<Container>,
): PaymentDesk {
  let form: PaymentForm | null = null;
  /** Which renewal the form is for. */
  let current = '';
  let opened = 0;

  function close(): void {
    opened += 1;
    const old = form;
    form = null;
    putAway(old);
    stage.offers?.(null);
  }

  /** Null where nobody wants it any more. */
  async function formFor(renewalId: string, handoff: Handoff): Promise<Answer<PaymentForm> | null> {
    const mine = opened;
    try {
      const port = ports.find(({ provider }) => provider === handoff.provider);
      if (port === undefined)
        return trouble('payment-setup', { detail: `no payment adapter for ${handoff.provider}` });
      const container = await stage.container();
      const view = await stage.view(renewalId);
      if (mine !== opened) return null;
      const answer = await port.open(handoff, container, view);
      if (!isAnswer(answer)) throw misuse('payment port: answer', answer, 'a form or a problem');
      if (answer.ok) mustCall('payment form', answer.value, 'on', 'confirm', 'dispose');
      return answer;
    } catch (error) {
      return trouble('payment-form-blocked', { detail: String(error) });
    }
  }

  return {
    async open({ renewalId, handoff }, listener) {
      close();
      const mine = opened;
      const answer = await formFor(renewalId, handoff);
      if (answer === null) return;
      if (mine !== opened) {
        if (answer.ok) putAway(answer.value);
        return;
      }
      if (!answer.ok) {
        listener({ type: 'blocked', problem: answer.problem });
        return;
      }
      form = answer.value;
      current = renewalId;
      let isHeard = false as boolean;
      try {
        form.on((event) => {
          isHeard = true;
          if (event.type === 'methods') stage.offers?.(event.methods);
          else listener(event);
        });
      } catch (error) {
        if (isHeard) throw error; // It was a listener that threw: the form is there.
        close();
        listener({ type: 'blocked', problem: problem('payment-form-blocked', { detail: String(error) }) });
      }
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

    focus: () => form?.focus(),

    async restyle() {
      const open = form;
      if (open === null) return;
      const view = await stage.view(current);
      if (form === open) open.restyle(view);
    },

    close,
  };
}

/** An adapter that fails to clear up keeps nobody from the next form. */
function putAway(form: PaymentForm | null): void {
  try {
    form?.dispose();
  } catch {
    // It is out of use either way.
  }
}
