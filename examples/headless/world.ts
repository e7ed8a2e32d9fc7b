import { createServerClock, fine, problem } from '@leb-renew/core';
import type { Connection, PaymentForm, PaymentPort } from '@leb-renew/core';
import { createClient } from '@leb-renew/core/client';
import { readSandboxAnswer, readSandboxHandoff } from '@leb-renew/core/contract';
import type {
  SandboxConfirmAnswer,
  SandboxConfirmRequest,
  SandboxHandoffData,
  SandboxScenario,
} from '@leb-renew/core/contract';
import { storedTickets, type JourneyPorts } from '@leb-renew/core/journey';
import { createSandbox } from '@leb-renew/core/sandbox';

/** The world of a page: its renewal server at `endpoint`, or one that lives in the page and ends with it. */
export function openWorld(endpoint?: string): JourneyPorts<HTMLElement> {
  takeSecretsOut();
  const clock = createServerClock({
    monotonic: () => performance.now(),
    after: (ms, call) => clearTimeout.bind(null, setTimeout(call, ms)),
    guess: Date.now(),
  });
  const tickets = storedTickets(() => sessionStorage, 'my-shop:ticket');
  if (endpoint) {
    const aborter = () => new AbortController();
    const api = createClient({ endpoint, clock, connection, fetch: fetch.bind(null), aborter });
    return { api, clock, payments: [testPayments(confirmOverHttp)], tickets };
  }
  const { api, confirm } = createSandbox({ clock });
  return { api, clock, payments: [testPayments(({ paymentId }, wish) => confirm(paymentId, wish))], tickets };
}

/** Stripe's site leads back to the page with these in its address; the secret opens the payment. */
function takeSecretsOut(): void {
  const address = new URL(location.href);
  for (const name of ['payment_intent', 'payment_intent_client_secret', 'redirect_status'])
    address.searchParams.delete(name);
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}

const connection: Connection = {
  isOnline: () => navigator.onLine,
  onBack(call) {
    addEventListener('online', call);
    return () => removeEventListener('online', call);
  },
};

/** Sends a test payment. Rejects when the answer was lost. */
type Confirm = (data: SandboxHandoffData, wish: SandboxConfirmRequest) => Promise<SandboxConfirmAnswer>;

/** To the test provider beside the server, which says where in its handoff. */
const confirmOverHttp: Confirm = async ({ confirmUrl }, wish) => {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(20_000);
  const response = await fetch(confirmUrl, { method: 'POST', headers, body: JSON.stringify(wish), signal });
  if (!response.ok) throw new Error(`the test provider answered ${String(response.status)}`);
  return readSandboxAnswer(await response.json());
};

const scenarios: Record<string, SandboxScenario> = {
  'The bank approves': 'approve',
  'Not enough funds': 'insufficient-funds',
  'The bank decides later': 'processing',
  'The answer gets lost': 'lost-answer',
};

/** An own payment form. The test provider asks what should happen instead of for card numbers. */
const testPayments = (confirm: Confirm): PaymentPort<HTMLElement> => ({
  provider: 'sandbox',
  open({ data }, container) {
    const handoff = readSandboxHandoff(data);
    if (!handoff.ok) return Promise.resolve(handoff);
    const { clientSecret } = handoff.value;
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
          const { problemCode } = await confirm(handoff.value, { clientSecret, method: 'card', scenario });
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
