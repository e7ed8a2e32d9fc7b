import type { Finding } from './run-rules.ts';

/** 0: every rule was checked and passed. 1: one failed. 2: none failed, and not everything was checked. */
export function exitCodeOf(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ outcome }) => outcome === 'failed')) return 1;
  return findings.every(({ outcome }) => outcome === 'passed') ? 0 : 2;
}

export const heading = `${'rule'.padStart(4)}  ${'outcome'.padEnd(11)}  ${'requests'.padStart(8)}`;

/** One rule, with what it found below. */
export function lineOf({ rule, sentence, outcome, requests, because }: Finding): string {
  const first = `${String(rule).padStart(4)}  ${outcome.padEnd(11)}  ${String(requests).padStart(8)}  ${sentence}`;
  return because === null ? first : `${first}\n${' '.repeat(29)}→ ${because}`;
}

/** The last line. */
export function summaryOf(findings: readonly Finding[], seed: number): string {
  const count = (outcome: Finding['outcome']) => findings.filter((each) => each.outcome === outcome).length;
  const requests = findings.reduce((sum, each) => sum + each.requests, 0);
  const outcomes = `${count('passed')} passed, ${count('failed')} failed, ${count('not checked')} not checked`;
  return `${findings.length} rules: ${outcomes}. ${requests} requests, seed ${seed}.`;
}
