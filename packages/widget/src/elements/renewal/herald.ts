import type { Problem } from '@leb-renew/core';
import { ProblemEvent, RenewedEvent, StepEvent } from '../../events.ts';
import { problemIn, sameState, toldState, type Inside, type LebRenewalState } from './renewal-state.ts';

/** Says outside where the journey is, and what happened to the renewal: each once. */
export class Herald {
  /** As it was said last. */
  state: LebRenewalState = { isOpen: false, step: 'loading', cardRef: null, charged: 'no', problem: null };

  readonly #host: EventTarget;
  /** Those that were told and may still stand in the way. */
  #problems: readonly Problem[] = [];
  #known: string | null = null;

  constructor(host: EventTarget) {
    this.#host = host;
  }

  /** This one has been told before the page was loaded again. */
  skip(renewalId: string): void {
    this.#known = renewalId;
  }

  /** To be called after each change of either machine. */
  tell({ signIn, renewal }: Pick<Inside, 'signIn' | 'renewal'>): void {
    const problems = [renewal, signIn].map(problemIn);
    this.#problems = this.#problems.filter((told) => problems.some((each) => each?.code === told.code));
    problems.forEach(this.problem);
    if (renewal?.status !== 'renewed' || renewal.renewal.renewalId === this.#known) return;
    const { renewalId, quote, period } = renewal.renewal;
    this.#known = renewalId;
    this.#host.dispatchEvent(new RenewedEvent(renewalId, quote.cardRef, period.to));
  }

  /** Once for what stands in several ways, as a session that has ended does: in that of a read, and of the person. */
  readonly problem = (problem: Problem | null): void => {
    if (problem === null || this.#problems.some(({ code }) => code === problem.code)) return;
    this.#problems = [...this.#problems, problem];
    this.#host.dispatchEvent(new ProblemEvent(problem));
    if (problem.code === 'wrong-answer')
      import('../../page/hints.ts').then(
        ({ wrongAnswer }) => wrongAnswer(problem),
        () => {}, // What only a developer reads may be missing.
      );
  };

  tellState(inside: Inside): void {
    const state = toldState(inside);
    if (sameState(state, this.state)) return;
    this.state = Object.freeze(state);
    this.#host.dispatchEvent(new StepEvent(state));
  }
}
