import {
  fine,
  problem,
  trouble,
  type Answer,
  type PaymentForm,
  type PaymentFormEvent,
  type PaymentPort,
  type RenewalApi,
  type Ticket,
  type TicketStorage,
} from '@leb-renew/core';
import { readSandboxHandoff, type SandboxScenario } from '@leb-renew/core/contract';
import { createJourney, type Stage } from '@leb-renew/core/journey';
import { createSandbox, demoAccount, demoShop, type SandboxShop } from '@leb-renew/core/sandbox';
import { createFakeClock } from './fake-clock.ts';

/** What is left on a counter that is no web page: the journey does not care where a form is put. */
export interface Counter {
  readonly name: string;
}

/** A payment form as its provider's adapter has opened it. */
export interface OpenedForm {
  readonly counter: Counter;
  readonly returnUrl: string;
  readonly tell: (event: PaymentFormEvent) => void;
  /** The languages that it was told to follow. */
  readonly restyled: string[];
  focused: number;
  disposed: boolean;
}

/** A journey on the in-memory sandbox, outside of any page. */
export function openJourney({
  api: own = {},
  world = openWorld(),
  provider = 'sandbox',
  opens = (form) => Promise.resolve(fine(form)),
  stage = {},
  tickets = {},
}: {
  /** Calls that answer in another way than the sandbox. */
  api?: Partial<RenewalApi>;
  world?: ReturnType<typeof openWorld>;
  /** The only provider that the page has an adapter for. */
  provider?: string;
  /** What the provider's adapter answers when it has made a form. */
  opens?: (form: PaymentForm) => Promise<Answer<PaymentForm>>;
  /** What the page's stage does in another way. */
  stage?: Partial<Stage<Counter>>;
  /** What the page's storage does in another way than to keep the ticket. */
  tickets?: Partial<TicketStorage>;
} = {}) {
  const { clock, sandbox, drawer } = world;
  const forms: OpenedForm[] = [];
  const hand: { scenario: SandboxScenario | 'breaks' } = { scenario: 'approve' };

  const payments: PaymentPort<Counter> = {
    provider,
    open({ data }, counter, { returnUrl }) {
      const handoff = readSandboxHandoff(data);
      if (!handoff.ok) return Promise.resolve(handoff);
      const listeners = new Set<(event: PaymentFormEvent) => void>();
      const opened = {
        counter,
        returnUrl,
        restyled: [] as string[],
        focused: 0,
        disposed: false,
        tell: (event: PaymentFormEvent) => listeners.forEach((listener) => listener(event)),
      };
      forms.push(opened);
      return opens({
        on(listener) {
          listeners.add(listener);
          listener({ type: 'ready' });
          return () => listeners.delete(listener);
        },
        async confirm() {
          const { paymentId, clientSecret } = handoff.value;
          const { scenario } = hand;
          if (scenario === 'breaks') throw new Error('the adapter has a bug');
          const answer = await sandbox
            .confirm(paymentId, { clientSecret, method: 'card', scenario })
            .catch(() => null);
          if (answer === null)
            return { kind: 'unknown', problem: problem('offline', { charged: 'unknown' }) };
          return answer.state === 'requires_payment_method'
            ? { kind: 'declined', problem: problem(answer.problemCode ?? 'payment-declined') }
            : { kind: 'ask-server' };
        },
        focus: () => void (opened.focused += 1),
        restyle: ({ locale }) => void opened.restyled.push(locale),
        dispose: () => {
          opened.disposed = true;
        },
      });
    },
  };

  const journey = createJourney<Counter>(
    {
      api: { ...world.api, ...own },
      clock,
      payments: [payments],
      tickets: {
        load: () => drawer.ticket,
        save: (ticket) => void (drawer.ticket = ticket),
        clear: () => void (drawer.ticket = null),
        ...tickets,
      },
    },
    {
      container: () => ({ name: 'till 1' }),
      view: () => ({ locale: 'en', tokens: new Map(), returnUrl: 'app://till/1' }),
      ...stage,
    },
  );
  const { signIn, renewal } = journey;

  async function signsIn() {
    signIn.send({ type: 'sign-in', ...demoAccount });
    await clock.pass(0);
  }

  return {
    ...world,
    journey,
    signIn,
    renewal,
    forms,
    hand,
    signsIn,
    /** Signs in, chooses a year for the card that ends next, and comes to the payment form. */
    async toForm() {
      await signsIn();
      renewal.send({ type: 'choose', choice });
      await clock.pass(0);
    },
    /** What stands in the way of the person. */
    trouble: () => ('problem' in renewal.state ? (renewal.state.problem?.code ?? null) : null),
  };
}

export const choice = { cardRef: 'card-global', planId: 'global-12m', currency: 'USD' };

/** What outlives a page: the server, the time, and what the page has put away. */
export function openWorld(changes: Partial<SandboxShop> = {}) {
  const clock = createFakeClock('2026-11-20T08:00:00Z');
  const sandbox = createSandbox({ clock, shop: { ...demoShop(clock.now()), ...changes } });
  const drawer: { ticket: Ticket | null } = { ticket: null };
  let session: string | null = null;
  /** As a server answers whose session has ended, where the sandbox only knows no such renewal. */
  const api: RenewalApi = {
    ...sandbox.api,
    authorize(token) {
      session = token;
      sandbox.api.authorize(token);
    },
    renewal: (ticket, options) =>
      session === null && ticket.renewalToken === null
        ? Promise.resolve(trouble('not-signed-in'))
        : sandbox.api.renewal(ticket, options),
  };
  return { clock, sandbox, api, drawer };
}
