import { createServerClock, type RenewalApi, type Ticket } from '@leb-renew/core';
import { createSandbox, type SandboxOptions } from '@leb-renew/core/sandbox';
import { browserClock, type Ports } from '@leb-renew/widget';
import { sandboxPayments, type SandboxPlay } from '@leb-renew/widget/payments/sandbox';
import { now } from '../test/widget/fixtures.ts';

interface Options extends Omit<SandboxOptions, 'clock'> {
  /** What the payment form has chosen when it opens. */
  readonly first?: SandboxPlay | undefined;
  /** Calls that the shop answers otherwise. */
  readonly instead?: (api: RenewalApi) => Partial<RenewalApi>;
  /** Of a renewal that had begun before. */
  readonly ticket?: Ticket | null;
}

/** Runs from the moment at which the cards of all stories are shown, so that a journey has the same dates every day. */
const storyClock = () =>
  createServerClock({ monotonic: () => performance.now(), after: browserClock().after, guess: now });

/** The world of the elements without a server: everything lives in this page, and ends with it. */
export function sandboxPorts({ first, instead, ticket = null, ...options }: Options = {}): Ports {
  const clock = storyClock();
  const { api, confirm } = createSandbox({ clock, ...options });
  let kept = ticket;
  return {
    api: { ...api, ...instead?.(api) },
    clock,
    payments: [sandboxPayments(({ paymentId }, request) => confirm(paymentId, request), first)],
    tickets: {
      load: () => kept,
      save: (next) => void (kept = next),
      clear: () => void (kept = null),
    },
  };
}
