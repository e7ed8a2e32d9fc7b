import { misuse } from '../misuse.ts';

/** A running machine: holds the state, tells listeners, has commands carried out. Its functions need no `this`. */
export interface Store<State, Event> {
  /** The same object until an event changes it. */
  readonly state: State;
  send(event: Event): void;
  /** Calls `listener` after each change of state. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

/**
 * Runs a pure `step`. `perform` does what the machine asks and sends the answer back. An event sent while
 * another is being handled waits its turn, so that listeners and commands see every state in order.
 *
 * A command or listener that throws keeps nobody else from their turn: `send` throws its error when all is done,
 * or an `AggregateError` of several.
 */
export function createStore<State, Event, Command>(
  first: State,
  step: (state: State, event: Event) => readonly [State, ...Command[]],
  perform: (command: Command, send: (event: Event) => void) => void,
): Store<State, Event> {
  mustBeFunction('createStore: step', step);
  mustBeFunction('createStore: perform', perform);
  let state = first;
  /** Never changed, only replaced: whoever is being told stays so, and a new listener waits for the next state. */
  let subscriptions: readonly { listener: (() => void) | null }[] = [];
  const waiting: Event[] = [];
  let errors: unknown[] = [];
  let running = false;

  function handle(event: Event): void {
    let after: readonly [State, ...Command[]];
    try {
      after = step(state, event);
      if (!Array.isArray(after) || after.length === 0)
        throw misuse('createStore: the answer of step', after, 'a list, state first');
    } catch (error) {
      errors.push(error);
      return;
    }
    const before = state;
    state = after[0];
    for (let i = 1; i < after.length; i++) {
      try {
        perform(after[i] as Command, send);
      } catch (error) {
        errors.push(error);
      }
    }
    if (state === before) return;
    for (const subscription of subscriptions) {
      try {
        subscription.listener?.();
      } catch (error) {
        errors.push(error);
      }
    }
  }

  function send(event: Event): void {
    if (event === undefined || event === null) throw misuse('send: event', event, 'an event');
    if (running) {
      waiting.push(event);
      return;
    }
    running = true;
    handle(event);
    while (waiting.length > 0) handle(waiting.shift() as Event);
    running = false;
    if (errors.length === 0) return;
    const thrown = errors;
    errors = [];
    throw thrown.length === 1 ? thrown[0] : new AggregateError(thrown, 'store: commands or listeners threw');
  }

  return {
    get state() {
      return state;
    },
    send,
    subscribe(listener) {
      mustBeFunction('subscribe: listener', listener);
      const subscription: { listener: (() => void) | null } = { listener };
      subscriptions = [...subscriptions, subscription];
      return () => {
        subscription.listener = null;
        subscriptions = subscriptions.filter((each) => each !== subscription);
      };
    },
  };
}

function mustBeFunction(what: string, value: unknown): void {
  if (typeof value !== 'function') throw misuse(what, value, 'a function');
}
