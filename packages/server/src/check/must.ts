/** What the back end did that a rule forbids: the first counterexample, in one line. */
export class Broken extends Error {}

/** A rule cannot be judged with what was supplied. */
export class NotChecked extends Error {}

export function must(holds: boolean, counterexample: string): asserts holds {
  if (!holds) throw new Broken(counterexample);
}
