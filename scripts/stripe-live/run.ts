import { isAsked, NotRun, type LiveCase } from './live-case.ts';
import type { Stage } from './stage.ts';

export interface Result {
  readonly what: string;
  readonly outcome: 'passed' | 'failed' | 'not run';
  /** What was seen, or why not; one line without secrets. */
  readonly detail: string;
}

/** Asks one after another: a test account has its limits. */
export async function run(
  cases: readonly LiveCase[],
  stage: Stage,
  tell: (result: Result) => void,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const each of cases.filter(isAsked)) {
    const result = { what: each.what, ...(await ended(each.run(stage))) };
    results.push(result);
    tell(result);
  }
  return results;
}

async function ended(running: Promise<string>): Promise<Omit<Result, 'what'>> {
  try {
    return { outcome: 'passed', detail: discreet(await running) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { outcome: error instanceof NotRun ? 'not run' : 'failed', detail: discreet(said) };
  }
}

/** On one line of a table, and without what opens a payment or an account. */
export const discreet = (text: string): string =>
  text
    .replaceAll(/_secret_\w+|\b(sk|rk|pk|whsec)_[\w*]+/g, '…')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '/')
    .trim()
    .slice(0, 300);
