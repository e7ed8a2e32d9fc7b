import { problem, type Answer, type Problem } from '@leb-renew/core';

/** Carries a problem through a task, which knows failure only as something thrown. */
class Trouble extends Error {
  readonly problem: Problem;
  constructor(trouble: Problem) {
    super(trouble.title);
    this.problem = trouble;
  }
}

/** The value of an answer; a problem is thrown for the task to catch. */
export async function valueOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Trouble(result.problem);
  return result.value;
}

/** What a task failed with. */
export const problemOf = (error: unknown): Problem =>
  error instanceof Trouble ? error.problem : problem('server-error', { detail: String(error) });
