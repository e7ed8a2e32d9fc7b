/** A rule that keeps money safe, and how to take it away. */
export interface Guard {
  /** What it keeps, in a few words. Unique. */
  readonly name: string;
  readonly changes: readonly Change[];
  /** What must fail without it. */
  readonly caughtBy: {
    readonly file: string;
    /** The beginning of the test's title. */
    readonly title: string;
  };
}

/** One place, by its exact text, which stands in the file once. */
export interface Change {
  /** From the project's folder. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The text without the guard.
 *
 * @throws when the place is gone or there are several
 */
export function without(text: string, { file, from, to }: Change): string {
  const [before, after, ...more] = text.split(from);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} must have this once:\n${from}`);
  return before + to + after;
}
