import { createServerClock, fine, problem, type PaymentForm, type PaymentPort } from '@leb-renew/core';
import { createClient } from '@leb-renew/core/client';
import { readSandboxHandoff, type SandboxScenario } from '@leb-renew/core/contract';
import { storedTickets, type JourneyPorts } from '@leb-renew/core/journey';
import { createSandbox, type Sandbox } from '@leb-renew/core/sandbox';

/** The world of a page: its renewal server at `endpoint`, or one that lives in the page and ends with it. */
export function openWorld(endpoint?: string): JourneyPorts<HTMLElement> {
  const clock = createServerClock({
    monotonic: () => performance.now(),
    after: (ms, call) => clearTimeout.bind(null, setTimeout(call, ms)),
    guess: Date.now(),
  });
  const sandbox = createSandbox({ clock });
  const aborter = () => new AbortController();
  return {
    api: endpoint ? createClient({ endpoint, clock, fetch: fetch.bind(null), aborter }) : sandbox.api,
    clock,
    payments: [testPayments(sandbox.confirm)],
    tickets: storedTickets(() => sessionStorage, 'my-shop:ticket'),
  };
}

const scenarios: Record<string, SandboxScenario> = {
  'The bank approves': 'approve',
  'Not enough funds': 'insufficient-funds',
  'The bank decides later': 'processing',
  'The answer gets lost': 'lost-answer',
};

/** An own payment form. The test provider asks what should happen instead of for card numbers. */
const testPayments = (confirm: Sandbox['confirm']): PaymentPort<HTMLElement> => ({
  provider: 'sandbox',
  open({ data }, container) {
    const handoff = readSandboxHandoff(data);
    if (!handoff.ok) return Promise.resolve(handoff);
    const { paymentId, clientSecret } = handoff.value;
    const select = document.createElement('select');
    select.append(...Object.entries(scenarios).map(([name, scenario]) => new Option(name, scenario)));
    const label = document.createElement('label');
    label.append('Test payment: what should happen?', select);
    container.replaceChildren(label);
    const form: PaymentForm = {
      on(listener) {
        listener({ type: 'ready' });
        return () => {};
      },
      async confirm() {
        const scenario = select.value as SandboxScenario;
        try {
          const { problemCode } = await confirm(paymentId, { clientSecret, method: 'card', scenario });
          return problemCode ? { kind: 'declined', problem: problem(problemCode) } : { kind: 'ask-server' };
        } catch {
          return { kind: 'unknown', problem: problem('offline', { charged: 'unknown' }) };
        }
      },
      focus: () => select.focus(),
      restyle: () => {},
      dispose: () => container.replaceChildren(),
    };
    return Promise.resolve(fine(form));
  },
});
