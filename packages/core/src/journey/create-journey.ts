import {
  problem,
  trouble,
  type Answer,
  type BeginRequest,
  type Charged,
  type Session,
} from '../contract/index.ts';
import { Misuse } from '../misuse.ts';
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
import { isAnswer } from './check-answers.ts';
import { checkDesk, checkWorld } from './check-world.ts';
import { keptTickets } from './kept-tickets.ts';
import { deskOf, type Stage } from './payment-desk.ts';

/** How far ahead of the server's clock the page's may be, ms: asked too early, the server says that nothing has ended. */
const clockDoubt = 1_000;

/** Milliseconds that a payment form may take to be ready. Nobody is left to look at an empty place for longer. */
const longestLoad = 30_000;

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
  /**
   * Goes on where this page was before it was reloaded or left: with the session that the browser has kept, and with the
   * renewal that had begun, if there are any.
   */
  resume(): void;
  /** Has the payment form, if one is open, follow a change of theme or language. */
  restyle(): void;
  /** Takes the focus to the payment form, if one is open. */
  focusForm(): void;
  /** Ends it: nothing is asked, remembered or forgotten any more. */
  dispose(): void;
}

/**
 * Joins the machines to the world: the only place where commands become deeds. Throws `Misuse` when a port lacks what
 * it must have; whatever goes wrong later is a problem in the state of a machine.
 */
export function createJourney<Container>(ports: JourneyPorts<Container>, stage: Stage<Container>): Journey {
  checkWorld(ports);
  checkDesk('createJourney', ports.payments, stage);
  const { api, clock, payments } = ports;
  const tickets = keptTickets(ports.tickets);
  const desk = deskOf(payments, stage);
  let stopAsking = () => {};
  let stopWaiting = () => {};
  let stopLooking = () => {};
  let stopLoading = () => {};
  /** Who is signed in, or was last. */
  let person = '';
  /** Who has signed out and left the ticket behind that lies there; null while it is nobody's. */
  let leftBy: string | null = null;
  let disposed = false;

  /**
   * Hands on an answer unless it comes after the end. An api that breaks its contract is trouble too. A `Misuse` is the
   * caller's mistake besides: it is thrown by a timer of the clock, where a page hears of every error.
   */
  const hear = <T>(
    call: () => Promise<Answer<T>>,
    then: (answer: Answer<T>) => void,
    charged: Charged = 'no',
  ): void => {
    const answer = (async () => call())().then(
      (settled) => (isAnswer(settled) ? settled : trouble('wrong-answer', { charged })),
      (error: unknown) => {
        const detail = String(error);
        if (!(error instanceof Misuse)) return trouble('server-error', { charged, detail });
        clock.after(0, () => {
          throw error;
        });
        return trouble('invalid-request', { charged, detail });
      },
    );
    void answer.then((settled) => {
      if (disposed) return;
      try {
        then(settled);
      } catch (error) {
        // A machine cannot go on with what it was answered.
        if (!(error instanceof Misuse && settled.ok)) throw error;
        then(trouble('wrong-answer', { charged, detail: String(error) }));
      }
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
      case 'reset':
      case 'set-password': {
        const { run } = command;
        hear(
          () =>
            command.type === 'reset'
              ? api.requestReset({ email: command.email })
              : api.setPassword({ token: command.token, password: command.password }),
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
        renewal.send(leave);
        // Whoever has signed out is out here, whether or not the server has heard of it.
        hear(
          () => api.signOut(),
          () => {},
        );
        return;
    }
  });

  const renewal = createStore(firstRenewal, stepOrLeave, (command: RenewalCommand | typeof leave, send) => {
    if (disposed) return;
    if (command === leave) {
      stopAsking();
      const ticket = tickets.load();
      leftBy ??= person;
      if (ticket?.confirming) tickets.save({ ...ticket, renewalToken: null });
      else tickets.clear();
      return;
    }
    const ask = <T>(
      run: number,
      call: () => Promise<Answer<T>>,
      event: (value: T) => RenewalEvent,
      charged?: Charged,
    ): void => {
      const asker = signIn.state;
      const told = (answer: Answer<T>): void => {
        if (answer.ok) {
          send(event(answer.value));
          return;
        }
        const { problem } = answer;
        send({ type: 'refused', run, problem });
        // Unless somebody has signed in since: then it was about an older session.
        if (problem.code === 'not-signed-in' && signIn.state === asker)
          signIn.send({ type: 'expired', problem });
      };
      hear(call, told, charged);
    };
    const askForNews = (run: number, call: () => ReturnType<RenewalApi['renewal']>): void =>
      ask(run, call, (news) => ({ type: 'news', run, renewal: news }), 'unknown');

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
        askForNews(command.run, () => api.begin(beginning(command)));
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
        // No payment can succeed after this, and the server says what is true instead.
        stopLooking();
        stopLooking = clock.after(Date.parse(handoff.expiresAt) + clockDoubt - clock.now(), () =>
          send({ type: 'look' }),
        );
        stopLoading();
        stopLoading = clock.after(longestLoad, () => {
          desk.close(); // One that comes after all would be there beside the words that it is not.
          const late = problem('payment-form-blocked', { detail: `not ready in ${longestLoad} ms` });
          send({ type: 'form-blocked', renewalId, problem: late });
        });
        void desk.open(command.renewal, (event) => {
          if (event.type !== 'complete') stopLoading();
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
        leftBy = null;
        tickets.save(command.ticket);
        return;
      case 'forget':
        tickets.clear();
        return;
    }
  });

  function resume(): void {
    findSession();
    if (leftBy !== null && leftBy !== person) return;
    const ticket = tickets.load();
    if (ticket !== null) renewal.send({ type: 'resume', ticket });
  }

  /** For nobody who has begun to sign in meanwhile, or was signed in before. */
  function findSession(): void {
    if (signIn.state !== firstSignIn) return;
    hear(
      () => api.refreshSession(),
      (answer) => {
        if (answer.ok && signIn.state === firstSignIn) signIn.send({ type: 'adopt', session: answer.value });
      },
    );
  }

  function closeForm(): void {
    stopLooking();
    stopLoading();
    desk.close();
  }

  const stops = [
    renewal.subscribe(() => {
      if (!formStates.has(renewal.state.status)) closeForm();
    }),
    signIn.subscribe(() => {
      if (signIn.state.status !== 'signed-in') return;
      person = personOf(signIn.state.session);
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
    restyle: () => void desk.restyle(),
    focusForm: () => desk.focus(),
    dispose() {
      disposed = true;
      for (const stop of stops) stop();
      stopAsking();
      stopWaiting();
      closeForm();
    },
  };
}

const beginning = ({ quoteId, consent: text }: Extract<RenewalCommand, { type: 'begin' }>): BeginRequest => ({
  quoteId,
  ...(text !== undefined && { consent: { kind: 'withdrawal-waived', text } }),
});

/** A form that is open may stay open here: the person may have to go back to it. */
const formStates: ReadonlySet<RenewalState['status']> = new Set(['paying', 'confirming', 'checking']);

/**
 * Who signs out takes the renewal along: the next person at this page sees nothing of it, and no answer that is still
 * on its way counts. The ticket is cleared. Only one whose payment may be on its way stays, for money comes first; it
 * loses its own token, so that none but the session of the same person opens it, and it is not even tried for another.
 */
const leave: unique symbol = Symbol('leave');

const stepOrLeave = (
  state: RenewalState,
  event: RenewalEvent | typeof leave,
): readonly [RenewalState, ...(RenewalCommand | typeof leave)[]] =>
  event === leave ? [{ ...firstRenewal, run: state.run }, leave] : renewalStep(state, event);

/** As far as a page can tell people apart: an account, or the one card that a link has opened. */
const personOf = ({ account, onlyCard = '' }: Session): string => `${account.emailMasked} ${onlyCard}`;
