import { trouble, type Answer } from '../contract/index.ts';
import type { Clock, PaymentPort, RenewalApi, TicketStorage } from '../ports.ts';
import {
  firstRenewal,
  renewalStep,
  type RenewalCommand,
  type RenewalEvent,
  type RenewalState,
} from '../renewal/index.ts';
import {
  firstSignIn,
  signInStep,
  type SignInCommand,
  type SignInEvent,
  type SignInState,
} from '../sign-in/index.ts';
import { createStore, type Store } from '../store/create-store.ts';
import { checkWorld } from './check-world.ts';
import { openPaymentDesk, type Stage } from './payment-desk.ts';

/** The world outside, as a renewal needs it. `Container` is the place of a payment form, e.g. `HTMLElement`. */
export interface JourneyPorts<Container> {
  readonly api: RenewalApi;
  readonly clock: Clock;
  /** Providers that can show a payment form; the server's handoff names the one to use. */
  readonly payments: readonly PaymentPort<Container>[];
  readonly tickets: TicketStorage;
}

/** Machines at work: what an interface renders, and sends the person's wishes to. */
export interface Journey {
  readonly signIn: Store<SignInState, SignInEvent>;
  readonly renewal: Store<RenewalState, RenewalEvent>;
  /** Goes on with the renewal that this page had begun before it was reloaded or left, if there is one. */
  resume(): void;
  /** Ends it: nothing is asked, remembered or forgotten any more. */
  dispose(): void;
}

/**
 * Joins the machines to the world: the only place where commands become deeds. Throws `Misuse` when a port lacks what
 * it must have; whatever goes wrong later is a problem in the state of a machine.
 */
export function createJourney<Container>(ports: JourneyPorts<Container>, stage: Stage<Container>): Journey {
  checkWorld(ports, stage);
  const { api, clock, payments, tickets } = ports;
  const desk = openPaymentDesk(payments, stage);
  let stopAsking = () => {};
  let stopWaiting = () => {};
  let disposed = false;

  /** Hands on an answer unless it comes after the end. An api that throws, against its contract, is trouble too. */
  const hear = <T>(call: () => Promise<Answer<T>>, then: (answer: Answer<T>) => void): void => {
    const answer = (async () => call())().catch((error: unknown) =>
      trouble('server-error', { charged: 'unknown', detail: String(error) }),
    );
    void answer.then((settled) => {
      if (!disposed) then(settled);
    });
  };

  const signIn = createStore(firstSignIn, signInStep, (command: SignInCommand, send) => {
    if (disposed) return;
    switch (command.type) {
      case 'sign-in':
      case 'verify': {
        const { run } = command;
        hear(
          () =>
            command.type === 'sign-in'
              ? api.signIn({ email: command.email, password: command.password })
              : api.verifyCode({ challengeId: command.challengeId, code: command.code }),
          (answer) => {
            if (!answer.ok) send({ type: 'refused', run, problem: answer.problem });
            else if (answer.value.kind === 'session')
              send({ type: 'session', run, session: answer.value.session });
            else send({ type: 'challenged', run, challenge: answer.value.challenge });
          },
        );
        return;
      }
      case 'reset': {
        const { run, email } = command;
        hear(
          () => api.requestReset({ email }),
          (answer) =>
            send(answer.ok ? { type: 'sent', run } : { type: 'refused', run, problem: answer.problem }),
        );
        return;
      }
      case 'open-link': {
        const { run, token } = command;
        hear(
          () => api.openLink({ token }),
          (answer) =>
            send(
              answer.ok
                ? { type: 'session', run, session: answer.value }
                : { type: 'refused', run, problem: answer.problem },
            ),
        );
        return;
      }
      case 'wait':
        stopWaiting();
        stopWaiting = clock.after(command.ms, () => send({ type: 'waited', run: command.run }));
        return;
      case 'sign-out':
        // Whoever has signed out is out here, whether or not the server has heard of it.
        hear(
          () => api.signOut(),
          () => {},
        );
        return;
    }
  });

  const renewal = createStore(firstRenewal, renewalStep, (command: RenewalCommand, send) => {
    if (disposed) return;
    const ask = <T>(run: number, call: () => Promise<Answer<T>>, event: (value: T) => RenewalEvent): void => {
      const asker = signIn.state;
      hear(call, (answer) => {
        if (answer.ok) {
          send(event(answer.value));
          return;
        }
        const { problem } = answer;
        send({ type: 'refused', run, problem });
        // Unless somebody has signed in since: then it was about an older session.
        if (problem.code === 'not-signed-in' && signIn.state === asker)
          signIn.send({ type: 'expired', problem });
      });
    };
    const askForNews = (run: number, call: () => ReturnType<RenewalApi['renewal']>): void =>
      ask(run, call, (news) => ({ type: 'news', run, renewal: news }));

    switch (command.type) {
      case 'quote': {
        const { run } = command;
        ask(
          run,
          () => api.quote(command.choice),
          (quote) => ({ type: 'quoted', run, quote }),
        );
        return;
      }
      case 'begin':
        askForNews(command.run, () => api.begin({ quoteId: command.quoteId }));
        return;
      case 'ask':
        stopAsking();
        stopAsking = clock.after(command.delayMs, () =>
          askForNews(command.run, () => api.renewal(command.ticket, { refresh: true })),
        );
        return;
      case 'cancel':
        askForNews(command.run, () => api.cancel(command.ticket));
        return;
      case 'open-form': {
        const { renewalId, handoff } = command.renewal;
        void desk.open(handoff, (event) => {
          if (event.type === 'ready') send({ type: 'form-ready', renewalId });
          if (event.type === 'blocked') send({ type: 'form-blocked', renewalId, problem: event.problem });
        });
        return;
      }
      case 'confirm':
        void desk.confirm().then((outcome) => {
          if (!disposed) send({ type: 'outcome', run: command.run, outcome });
        });
        return;
      case 'remember':
        tickets.save(command.ticket);
        return;
      case 'forget':
        tickets.clear();
        return;
    }
  });

  function resume(): void {
    const ticket = tickets.load();
    if (ticket !== null) renewal.send({ type: 'resume', ticket });
  }

  const stops = [
    renewal.subscribe(() => {
      if (!formStates.has(renewal.state.status)) desk.close();
    }),
    signIn.subscribe(() => {
      if (signIn.state.status !== 'signed-in') return;
      api.authorize(signIn.state.session.token); // Also one that the host page has handed over.
      // A session that had ended stood between a ticket and its renewal.
      renewal.send({ type: 'dismiss' });
      resume();
    }),
  ];

  return {
    signIn,
    renewal,
    resume,
    dispose() {
      disposed = true;
      for (const stop of stops) stop();
      stopAsking();
      stopWaiting();
      desk.close();
    },
  };
}

/** A form that is open may stay open here: the person may have to go back to it. */
const formStates: ReadonlySet<RenewalState['status']> = new Set(['paying', 'confirming', 'checking']);
