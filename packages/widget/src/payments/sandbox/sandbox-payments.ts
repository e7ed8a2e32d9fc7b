import { fine, trouble, type PaymentForm, type PaymentPort } from '@leb-renew/core';
import { readSandboxHandoff } from '@leb-renew/core/contract';
import { confirmOverHttp, type SandboxConfirm } from './confirm.ts';
import { openForm } from './open-form.ts';
import type { SandboxPlay } from './scenarios.ts';
import { notThere } from './send.ts';

/** Payments whose form loads no more: like a provider's script that hangs, until the page is reloaded. */
const lost = new Set<string>();

/**
 * Test payments. A tester chooses in the form what happens; `first` is chosen when it opens. `confirm` reaches the provider:
 * over HTTP unless the sandbox lives in the page. Such a page cannot be left, since all would be gone: there, a window asks
 * what a wallet asks on a page of its own.
 */
export function sandboxPayments(
  confirm: SandboxConfirm = confirmOverHttp,
  first: SandboxPlay = 'approve',
): PaymentPort<HTMLElement> {
  return {
    provider: 'sandbox',
    open({ amount, data, livemode }, container, view) {
      if (livemode)
        return Promise.resolve(trouble('payment-setup', { detail: 'the sandbox takes no live payments' }));
      const handoff = readSandboxHandoff(data);
      if (!handoff.ok) return Promise.resolve(handoff);
      if (!container.isConnected)
        return Promise.resolve(
          trouble('payment-form-blocked', { detail: 'its container is not on the page' }),
        );
      const payment = handoff.value;
      const { paymentId } = payment;
      const form =
        first === 'never-loads' || lost.has(paymentId)
          ? neverLoads
          : openForm(container, view, {
              payment,
              amount,
              confirm,
              first,
              returnUrl: view.returnUrl,
              lose: () => lost.add(paymentId),
            });
      return Promise.resolve(fine(form));
    },
  };
}

/** A form that is never there. */
const neverLoads: PaymentForm = {
  on: () => () => {},
  confirm: () => Promise.resolve(notThere),
  focus: () => {},
  restyle: () => {},
  dispose: () => {},
};
