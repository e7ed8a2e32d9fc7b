/** A running machine: holds the state, tells listeners, has commands carried out. */
export interface Store<State, Event> {
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
  const listeners = new Set<() => void>();
  const queue: Event[] = [];
  let state = first;
  let running = false;

  function send(event: Event): void {
    queue.push(event);
    if (running) return;
    running = true;
    const errors: unknown[] = [];
    const guarded = (run: () => void): void => {
      try {
        run();
      } catch (error) {
        errors.push(error);
      }
    };
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const current = next;
      guarded(() => {
        const [after, ...commands] = step(state, current);
        const changed = after !== state;
        state = after;
        for (const command of commands) guarded(() => perform(command, send));
        if (changed) for (const listener of [...listeners]) if (listeners.has(listener)) guarded(listener);
      });
    }
    running = false;
    if (errors.length > 1) throw new AggregateError(errors, 'store: commands or listeners threw');
    if (errors.length === 1) throw errors[0];
  }

  return {
    get state() {
      return state;
    },
    send,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
