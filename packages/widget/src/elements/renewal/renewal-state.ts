import type { Problem, ProblemCode, RenewalState, SignInState } from '@leb-renew/core';
import type { Reads } from './reads.ts';
import type { Step } from './step.ts';
import { problemOf } from './trouble.ts';

/** What a page may know of the journey in it. Nothing in it opens anything, and nothing tells who the person is. */
export interface LebRenewalState {
  /** Whether it is on the screen: always, unless it is a dialog or a drawer. */
  readonly isOpen: boolean;
  /** `loading` until there is a world to show. */
  readonly step: Step | 'loading';
  /** The card that it is about, as the server names it; null while none is chosen. */
  readonly cardRef: string | null;
  /**
   * Whether money has moved for the renewal that is shown, as far as this page knows. With `unknown` it may be on its way:
   * do not take the person elsewhere.
   */
  readonly charged: Problem['charged'];
  /** What stands in the way; null while nothing does. */
  readonly problem: ProblemCode | null;
}

/** What decides it. */
export interface Inside {
  readonly isOpen: boolean;
  readonly step: Step;
  /** Null until there is a world to show. */
  readonly renewal: RenewalState | null;
  readonly signIn: SignInState | null;
  /** The card that was chosen. */
  readonly cardRef: string | null;
  readonly reads: Reads;
  /** What stands in the way of everything else. */
  readonly problem: ProblemCode | null;
}

export function toldState({
  isOpen,
  step,
  renewal,
  signIn,
  cardRef,
  reads,
  problem,
}: Inside): LebRenewalState {
  return {
    isOpen,
    step: renewal === null ? 'loading' : step,
    cardRef: renewal !== null && 'renewal' in renewal ? renewal.renewal.quote.cardRef : cardRef,
    charged: chargedOf(renewal),
    problem: problem ?? (problemIn(renewal) ?? problemIn(signIn))?.code ?? unread(step, reads),
  };
}

export const problemIn = (state: RenewalState | SignInState | null): Problem | null =>
  state !== null && 'problem' in state ? state.problem : null;

/** Why what should be shown could not be read. */
function unread(step: Step, { cards, plans }: Reads): ProblemCode | null {
  const error = step === 'cards' ? cards.error : step === 'plans' ? (cards.error ?? plans.error) : undefined;
  return error === undefined ? null : problemOf(error).code;
}

export function chargedOf(state: RenewalState | null): Problem['charged'] {
  switch (state?.status) {
    case 'confirming':
    case 'checking':
      return 'unknown';
    case 'resuming':
      return state.ticket.confirming ? 'unknown' : 'no';
    case 'paying':
      return state.inDoubt || state.problem?.charged === 'unknown' ? 'unknown' : 'no';
    case 'cancelling':
      return state.inDoubt ? 'unknown' : 'no';
    case 'extending':
    case 'renewed':
    case 'held':
      return 'yes';
    default:
      return problemIn(state)?.charged ?? 'no';
  }
}

export const sameState = (one: LebRenewalState, other: LebRenewalState): boolean =>
  one.isOpen === other.isOpen &&
  one.step === other.step &&
  one.cardRef === other.cardRef &&
  one.charged === other.charged &&
  one.problem === other.problem;
