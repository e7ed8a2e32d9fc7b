import type { Problem } from '@leb-renew/core';
import { problem as english } from '../text/en/problem.ts';
import { count, looksAt, oneOf, orNone, type Rule } from './given.ts';

const code: Rule = [(value) => Object.hasOwn(english.what, String(value)), 'a code of the contract'];

/**
 * A problem, once what a notice shows of it has been looked at.
 *
 * @throws Misuse naming the first member that cannot be shown
 */
export function checkProblem(name: string, problem: Problem): Problem {
  const must = looksAt(name, problem);
  must('code', code);
  must('next', oneOf(...Object.keys(english.next)));
  must('retryAfterSeconds', orNone(count));
  return problem;
}
