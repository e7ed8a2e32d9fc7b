import assert from 'node:assert/strict';
import {
  createStore,
  firstRenewal,
  problem,
  renewalStep,
  type Answer,
  type PaymentOutcome,
  type RenewalApi,
  type RenewalCommand,
  type RenewalEvent,
  type RenewalState,
  type Ticket,
} from '@leb-renew/core';
import {
  calls,
  readSandboxHandoff,
  type CallName,
  type SandboxMethod,
  type SandboxScenario,
} from '@leb-renew/core/contract';
import { createSandbox, demoAccount, type SandboxOptions } from '@leb-renew/core/sandbox';
import { acceptedBy } from '../examples/conforms.ts';
import { createFakeClock } from './fake-clock.ts';

/** Holds every answer against the contract, to the last member. */
function checked(api: RenewalApi): RenewalApi {
  return new Proxy(api, {
    get(target, name) {
      const call = target[name as CallName | 'authorize'];
      if (!(name in calls)) return call;
      return async (...wish: never[]) => {
        const answer = await (call as (...wish: never[]) => Promise<Answer<unknown>>)(...wish);
        const { answer: schema } = calls[name as CallName];
        if (answer.ok)
          assert.deepEqual(schema === null ? null : acceptedBy(schema, answer.value), answer.value);
        return answer;
      };
    },
  });
}

/** Opens an answer that must be fine. */
export async function valueOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const settled = await answer;
  assert.ok(settled.ok, settled.ok ? '' : settled.problem.code);
  return settled.value;
}

/** The code of a problem that must be one. */
export async function codeOf(answer: Promise<Answer<unknown>>): Promise<string> {
  const settled = await answer;
  assert.ok(!settled.ok, 'no problem');
  return settled.problem.code;
}

export const choice = { cardRef: 'card-global', planId: 'global-12m', currency: 'USD' };

/** The sandbox with its one account signed in, at 8 in the morning. */
export async function openShop(options: Omit<SandboxOptions, 'clock'> = {}, { signedIn = true } = {}) {
  const clock = createFakeClock('2026-11-20T08:00:00Z');
  const sandbox = createSandbox({ clock, ...options });
  const api = checked(sandbox.api);
  if (signedIn) await valueOf(api.signIn(demoAccount));
  const cardOf = async (cardRef: string) => {
    const found = (await valueOf(api.cards())).cards.find((card) => card.cardRef === cardRef);
    assert.ok(found);
    return found;
  };
  return { clock, sandbox, api, cardOf };
}
type Shop = Awaited<ReturnType<typeof openShop>>;

/** What the person does to the payment form. */
export interface Hand {
  scenario: SandboxScenario;
  method: SandboxMethod;
}

/** A page on that shop: the machine in its store, and commands become deeds as in the widget. */
export function openPage(
  { clock, sandbox, api }: Shop,
  drawer: { ticket: Ticket | null } = { ticket: null },
) {
  const hand: Hand = { scenario: 'approve', method: 'card' };
  const confirmed: string[] = [];
  let open = true;
  let stopAsking = (): void => {};

  const store = createStore<RenewalState, RenewalEvent, RenewalCommand>(
    firstRenewal,
    renewalStep,
    (command, send) => {
      const tell = <T>(run: number, answer: Promise<Answer<T>>, event: (value: T) => RenewalEvent) =>
        void answer.then((settled) => {
          if (open)
            send(settled.ok ? event(settled.value) : { type: 'refused', run, problem: settled.problem });
        });
      const news = (run: number, answer: ReturnType<RenewalApi['renewal']>) =>
        tell(run, answer, (renewal) => ({ type: 'news', run, renewal }));
      switch (command.type) {
        case 'quote':
          return tell(command.run, api.quote(command.choice), (quote) => ({
            type: 'quoted',
            run: command.run,
            quote,
          }));
        case 'begin':
          return news(command.run, api.begin({ quoteId: command.quoteId }));
        case 'ask':
          stopAsking();
          stopAsking = clock.after(command.delayMs, () =>
            news(command.run, api.renewal(command.ticket, { refresh: true })),
          );
          return;
        case 'cancel':
          return news(command.run, api.cancel(command.ticket));
        case 'open-form':
          return send({ type: 'form-ready', renewalId: command.renewal.renewalId });
        case 'confirm': {
          const { run } = command;
          assert.ok(store.state.status === 'confirming');
          const { renewal } = store.state;
          confirmed.push(renewal.renewalId);
          return void pay(renewal.handoff.data).then((outcome) => {
            if (open) send({ type: 'outcome', run, outcome });
          });
        }
        case 'remember':
          drawer.ticket = command.ticket;
          return;
        case 'forget':
          drawer.ticket = null;
          return;
      }
    },
  );

  async function pay(data: unknown): Promise<PaymentOutcome> {
    const handoff = readSandboxHandoff(data);
    assert.ok(handoff.ok);
    const { paymentId, clientSecret } = handoff.value;
    try {
      const { state, problemCode } = await sandbox.confirm(paymentId, { clientSecret, ...hand });
      return state === 'requires_payment_method'
        ? { kind: 'declined', problem: problem(problemCode ?? 'payment-declined') }
        : { kind: 'ask-server' };
    } catch {
      return { kind: 'unknown', problem: problem('offline', { charged: 'unknown' }) };
    }
  }

  const way: RenewalState['status'][] = [store.state.status];
  store.subscribe(() => {
    if (way.at(-1) !== store.state.status) way.push(store.state.status);
  });
  return {
    /** Every status so far, in order. */
    way,
    hand,
    drawer,
    confirmed,
    send: store.send,
    get state() {
      return store.state;
    },
    /** Chooses a plan and comes to the payment form. */
    async toForm(wanted = choice) {
      store.send({ type: 'choose', choice: wanted });
      await clock.pass(0);
    },
    close() {
      open = false;
      stopAsking();
    },
  };
}
