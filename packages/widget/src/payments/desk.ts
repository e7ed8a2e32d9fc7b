import {
  problem,
  type Handoff,
  type PaymentForm,
  type PaymentFormEvent,
  type PaymentOutcome,
  type PaymentPort,
  type PaymentView,
} from '@leb-renew/core';

/** Where payment forms are opened: one at a time. */
export interface PaymentDesk {
  open(handoff: Handoff, listener: (event: PaymentFormEvent) => void): Promise<void>;
  confirm(): Promise<PaymentOutcome>;
  close(): void;
}

export function openPaymentDesk(
  ports: readonly PaymentPort<HTMLElement>[],
  stage: { container(): HTMLElement; view(): PaymentView },
): PaymentDesk {
  let form: PaymentForm | null = null;
  let opened = 0;

  function close(): void {
    opened += 1;
    form?.dispose();
    form = null;
  }

  return {
    async open(handoff, listener) {
      close();
      const mine = opened;
      const port = ports.find(({ provider }) => provider === handoff.provider);
      if (port === undefined) {
        const detail = `no payment adapter for ${handoff.provider}`;
        listener({ type: 'blocked', problem: problem('payment-setup', { detail }) });
        return;
      }
      const answer = await port
        .open(handoff, stage.container(), { ...stage.view(), returnUrl: location.href })
        .catch((error: unknown) => ({
          ok: false as const,
          problem: problem('payment-form-blocked', { detail: String(error) }),
        }));
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
        return await form.confirm();
      } catch (error) {
        // Whatever went wrong, the payment may have been sent: only the server knows.
        const detail = String(error);
        return { kind: 'unknown', problem: problem('offline', { charged: 'unknown', detail }) };
      }
    },

    close,
  };
}
