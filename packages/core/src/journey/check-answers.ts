import { nextSteps, type Answer } from '../contract/index.ts';
import type { PaymentOutcome } from '../renewal/index.ts';

/** Whether a port has kept its contract as far as an answer is one; what a client has heard is checked to the last member. */
export const isAnswer = (answer: Partial<Answer<unknown>> | null | undefined): boolean =>
  answer?.ok === true || (answer?.ok === false && isProblem(answer.problem));

/** Whether it is one of the five, with its problem. */
export const isOutcome = (outcome: PaymentOutcome | null | undefined): boolean =>
  outcome?.kind === 'ask-server' ||
  outcome?.kind === 'leaving' ||
  (troubled.has(outcome?.kind) && isProblem(outcome?.problem));

const troubled: ReadonlySet<unknown> = new Set<PaymentOutcome['kind']>(['unknown', 'invalid', 'declined']);

const isProblem = (problem: { readonly code?: string } | null | undefined): boolean =>
  Object.hasOwn(nextSteps, problem?.code ?? '');
