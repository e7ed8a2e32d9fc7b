/** A finite graph of states, given by its first state and what can happen in each. */
export interface Graph<State> {
  readonly first: State;
  /** Equal for two states exactly when nothing that follows can tell them apart. */
  key(state: State): string;
  /** Names every thing that can happen, most urgent first. */
  happenings(state: State, happens: Happens<State>): void;
  /** The promises that a state itself breaks. `atRest`: nothing happens any more by itself. */
  broken(state: State, atRest: boolean): readonly string[];
}

/**
 * @param byItself whether it happens without a person and without trouble
 * @param broken the promises that this breaks on the way
 */
export type Happens<State> = (
  what: string,
  after: State,
  byItself: boolean,
  broken: readonly string[],
) => void;

export interface Exploration {
  readonly states: number;
  readonly transitions: number;
  readonly violation: Violation | null;
}

export interface Violation {
  readonly promise: string;
  /** What happened, on one of the shortest ways. */
  readonly trace: readonly string[];
}

export const comesToRest = 'left alone, everything comes to rest';

/**
 * Visits every state, breadth first, and ends at the first broken promise, or at the first of `watched`.
 *
 * In each state that is not at rest the first thing that happens by itself is followed, to see that it ends: then
 * there is no state from which a good end can no longer be reached, and no end that is not a good one.
 */
export function explore<State>(graph: Graph<State>, watched?: string, limit = 5_000_000): Exploration {
  const numbers = new Map<string, number>();
  const waiting: (State | undefined)[] = [];
  const cameFrom: number[] = [];
  const cameBy: string[] = [];
  /** The state that follows by itself; itself when at rest. */
  const follows: number[] = [];
  let transitions = 0;
  const violations: Violation[] = [];

  const traceTo = (state: number, ...more: readonly string[]): string[] => {
    const trace = [...more];
    for (let at = state; at > 0; at = cameFrom[at] ?? 0) trace.unshift(cameBy[at] ?? '');
    return trace;
  };
  const breaks = (promises: readonly string[], state: number, ...more: readonly string[]): void => {
    const promise = promises.find((each) => watched === undefined || each === watched);
    if (promise !== undefined) violations.push({ promise, trace: traceTo(state, ...more) });
  };
  function numberOf(state: State, from: number, what: string): number {
    const key = graph.key(state);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = waiting.push(state) - 1;
    if (number >= limit) throw new Error(`more than ${limit} states`);
    numbers.set(key, number);
    cameFrom.push(from);
    cameBy.push(what);
    return number;
  }

  numberOf(graph.first, 0, '');
  for (let at = 0; at < waiting.length && violations.length === 0; at++) {
    const state = waiting[at] as State;
    waiting[at] = undefined;
    let next = at;
    graph.happenings(state, (what, after, byItself, broken) => {
      transitions += 1;
      if (broken.length > 0) breaks(broken, at, what);
      if (after === state) return;
      const number = numberOf(after, at, what);
      if (byItself && next === at) next = number;
    });
    follows.push(next);
    breaks(graph.broken(state, next === at), at);
  }

  if (violations.length === 0) {
    const restless = findRestless(follows);
    if (restless !== null) breaks([comesToRest], restless);
  }
  return { states: numbers.size, transitions, violation: violations[0] ?? null };
}

/** A state from which the way never ends. */
function findRestless(follows: readonly number[]): number | null {
  /** 0 not seen, 1 on the way, 2 known to end. */
  const marks = new Uint8Array(follows.length);
  for (let start = 0; start < follows.length; start++) {
    const way: number[] = [];
    let at = start;
    for (; marks[at] === 0; at = follows[at] ?? at) {
      marks[at] = 1;
      way.push(at);
      if (follows[at] === at) break;
    }
    if (marks[at] === 1 && follows[at] !== at) return start;
    for (const each of way) marks[each] = 2;
  }
  return null;
}
