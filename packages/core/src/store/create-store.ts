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
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [after, ...commands] = step(state, next);
        const changed = after !== state;
        state = after;
        for (const command of commands) perform(command, send);
        if (changed) for (const listener of [...listeners]) listener();
      }
    } finally {
      running = false;
    }
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
