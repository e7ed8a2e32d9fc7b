import { render } from 'lit';
import {
  fine,
  problem,
  trouble,
  type PaymentForm,
  type PaymentFormEvent,
  type PaymentOutcome,
  type PaymentPort,
} from '@leb-renew/core';
import { readSandboxHandoff } from '@leb-renew/core/contract';
import { adoptInto } from '../../page/adopt-into.ts';
import { confirmOverHttp, outcomeOf, type SandboxConfirm } from './confirm.ts';
import { sandboxForm, type SandboxChoice } from './sandbox-form.ts';
import { sandboxFormStyles } from './sandbox-form.styles.ts';

/** Test payments. `confirm` reaches the provider: over HTTP unless the sandbox lives in the page. */
export function sandboxPayments(confirm: SandboxConfirm = confirmOverHttp): PaymentPort<HTMLElement> {
  return {
    provider: 'sandbox',
    open({ data, livemode }, container) {
      if (livemode)
        return Promise.resolve(trouble('payment-setup', { detail: 'the sandbox takes no live payments' }));
      const handoff = readSandboxHandoff(data);
      if (!handoff.ok) return Promise.resolve(handoff);
      const payment = handoff.value;
      adoptInto(container, sandboxFormStyles);

      const listeners = new Set<(event: PaymentFormEvent) => void>();
      let choice: SandboxChoice = { method: payment.methods[0] ?? 'card', scenario: 'approve' };
      let underWay: Promise<PaymentOutcome> | null = null;
      const draw = () => {
        render(
          sandboxForm(payment.methods, choice, (next) => {
            choice = next;
            draw();
          }),
          container,
        );
      };
      draw();

      const form: PaymentForm = {
        on(listener) {
          listeners.add(listener);
          listener({ type: 'ready' });
          return () => void listeners.delete(listener);
        },
        confirm() {
          underWay ??= send().finally(() => {
            underWay = null;
          });
          return underWay;
        },
        focus: () => container.querySelector<HTMLElement>('input:checked')?.focus(),
        restyle: () => {},
        dispose() {
          listeners.clear();
          render(null, container);
        },
      };

      async function send(): Promise<PaymentOutcome> {
        try {
          return outcomeOf(await confirm(payment, { clientSecret: payment.clientSecret, ...choice }));
        } catch (error) {
          const detail = String(error);
          return { kind: 'unknown', problem: problem('offline', { charged: 'unknown', detail }) };
        }
      }

      return Promise.resolve(fine(form));
    },
  };
}
