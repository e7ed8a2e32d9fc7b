import { createSandbox, type SandboxOptions } from '@leb-renew/core/sandbox';
import type { Ticket } from '@leb-renew/core';
import { browserClock, type Ports } from '@leb-renew/widget';
import { sandboxPayments } from '@leb-renew/widget/payments/sandbox';

/** The world of the elements without a server: everything lives in this page, and ends with it. */
export function sandboxPorts(options: Omit<SandboxOptions, 'clock'> = {}): Ports {
  const clock = browserClock();
  const sandbox = createSandbox({ clock, ...options });
  let kept: Ticket | null = null;
  return {
    api: sandbox.api,
    clock,
    payments: [sandboxPayments(({ paymentId }, request) => sandbox.confirm(paymentId, request))],
    tickets: {
      load: () => kept,
      save: (ticket) => void (kept = ticket),
      clear: () => void (kept = null),
    },
  };
}
