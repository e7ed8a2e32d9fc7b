import {
  createStore,
  firstRenewal,
  firstSignIn,
  renewalStep,
  signInStep,
  type Answer,
  type Clock,
  type PaymentPort,
  type PaymentView,
  type RenewalApi,
  type RenewalCommand,
  type RenewalEvent,
  type RenewalState,
  type SignInCommand,
  type SignInEvent,
  type SignInState,
  type Store,
  type TicketStorage,
} from '@leb-renew/core';
import { openPaymentDesk } from './payments/desk.ts';

/** The world outside, as the widget needs it. */
export interface Ports {
  readonly api: RenewalApi;
  readonly clock: Clock;
  /** Providers that can show a payment form; the server's handoff names the one to use. */
  readonly payments: readonly PaymentPort<HTMLElement>[];
  readonly tickets: TicketStorage;
}

/** The page, as the payment form needs it. */
export interface Stage {
  /** The element in the page's own DOM that the payment form is put into. */
  container(): HTMLElement;
  view(): PaymentView;
}

/** Machines at work: what the all-in-one element renders and sends its wishes to. */
export interface Composition {
  readonly signIn: Store<SignInState, SignInEvent>;
  readonly renewal: Store<RenewalState, RenewalEvent>;
  /** Goes on with the renewal that this page had begun before it was reloaded or left, if there is one. */
  resume(): void;
  dispose(): void;
}

/** Joins the machines to the world. The only place where commands become deeds. */
export function compose({ api, clock, payments, tickets }: Ports, stage: Stage): Composition {
  const desk = openPaymentDesk(payments, stage);
  let stopAsking = () => {};
  /** After the end nothing is asked, remembered or forgotten, also by answers that come late. */
  let disposed = false;

  const signIn = createStore(firstSignIn, signInStep, (command: SignInCommand, send) => {
    switch (command.type) {
      case 'sign-in':
      case 'verify': {
        const answer =
          command.type === 'sign-in'
            ? api.signIn({ email: command.email, password: command.password })
            : api.verifyCode({ challengeId: command.challengeId, code: command.code });
        void answer.then((result) => {
          const { run } = command;
          if (!result.ok) send({ type: 'refused', run, problem: result.problem });
          else if (result.value.kind === 'session')
            send({ type: 'session', run, session: result.value.session });
          else send({ type: 'challenged', run, challenge: result.value.challenge });
        });
        return;
      }
      case 'reset':
        void api.requestReset({ email: command.email }).then((result) => {
          const { run } = command;
          send(result.ok ? { type: 'sent', run } : { type: 'refused', run, problem: result.problem });
        });
        return;
      case 'sign-out':
        void api.signOut();
        return;
    }
  });

  const renewal = createStore(firstRenewal, renewalStep, (command: RenewalCommand, send) => {
    const tell = <T>(run: number, answer: Promise<Answer<T>>, event: (value: T) => RenewalEvent): void => {
      void answer.then((result) => {
        if (disposed) return;
        if (result.ok) {
          send(event(result.value));
          return;
        }
        send({ type: 'refused', run, problem: result.problem });
        if (result.problem.code === 'not-signed-in')
          signIn.send({ type: 'expired', problem: result.problem });
      });
    };
    switch (command.type) {
      case 'quote':
        tell(command.run, api.quote(command.choice), (quote) => ({
          type: 'quoted',
          run: command.run,
          quote,
        }));
        return;
      case 'begin':
        tell(command.run, api.begin({ quoteId: command.quoteId }), (news) => ({
          type: 'news',
          run: command.run,
          renewal: news,
        }));
        return;
      case 'ask':
        stopAsking();
        stopAsking = clock.after(command.delayMs, () => {
          tell(command.run, api.renewal(command.ticket, { refresh: true }), (news) => ({
            type: 'news',
            run: command.run,
            renewal: news,
          }));
        });
        return;
      case 'cancel':
        tell(command.run, api.cancel(command.ticket), (news) => ({
          type: 'news',
          run: command.run,
          renewal: news,
        }));
        return;
      case 'open-form':
        void desk.open(command.renewal.handoff, (event) => {
          const { renewalId } = command.renewal;
          if (event.type === 'ready') send({ type: 'form-ready', renewalId });
          if (event.type === 'blocked') send({ type: 'form-blocked', renewalId, problem: event.problem });
        });
        return;
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
    // A session that had ended stood between a ticket and its renewal.
    signIn.subscribe(() => {
      if (signIn.state.status !== 'signed-in') return;
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
      desk.close();
    },
  };
}

/** A form that is open may stay open here: the person may have to go back to it. */
const formStates: ReadonlySet<RenewalState['status']> = new Set(['paying', 'confirming', 'checking']);
