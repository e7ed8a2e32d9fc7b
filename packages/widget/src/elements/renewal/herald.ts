import type { Problem, RenewalState } from '@leb-renew/core';
import { ProblemEvent, RenewedEvent, StepEvent } from '../../events.ts';
import { sameState, toldState, type Inside, type LebRenewalState } from './renewal-state.ts';

/** Says outside where the journey is, and what happened to the renewal: each once. */
export class Herald {
  /** As it was said last. */
  state: LebRenewalState = { isOpen: false, step: 'loading', cardRef: null, charged: 'no', problem: null };

  readonly #host: EventTarget;
  #told: 'renewed' | Problem | null = null;
  #known: string | null = null;

  constructor(host: EventTarget) {
    this.#host = host;
  }

  /** This one has been told before the page was loaded again. */
  skip(renewalId: string): void {
    this.#known = renewalId;
  }

  tell(state: RenewalState): void {
    const news = state.status === 'renewed' ? 'renewed' : 'problem' in state ? state.problem : null;
    if (news === this.#told) return;
    this.#told = news;
    if (state.status === 'renewed') {
      const { renewalId, quote, period } = state.renewal;
      if (renewalId === this.#known) return;
      this.#known = renewalId;
      this.#host.dispatchEvent(new RenewedEvent(renewalId, quote.cardRef, period.to));
    } else if ('problem' in state && state.problem !== null)
      this.#host.dispatchEvent(new ProblemEvent(state.problem));
  }

  tellState(inside: Inside): void {
    const state = toldState(inside);
    if (sameState(state, this.state)) return;
    this.state = Object.freeze(state);
    this.#host.dispatchEvent(new StepEvent(state));
  }
}
