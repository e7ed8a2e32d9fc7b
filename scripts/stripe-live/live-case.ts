import type { Stage } from './stage.ts';

interface Case {
  /** In docs/stripe-cases.md; null for what has no number there. */
  readonly number: number | null;
  /** Unique. */
  readonly what: string;
}

/** What this program asks Stripe by itself. */
export interface Asked extends Case {
  /** Tells what was seen, in a few words; throws what was seen instead. */
  run(stage: Stage): Promise<string>;
}

/** What takes a browser, a phone or a person. */
export interface ByHand extends Case {
  readonly steps: readonly string[];
}

export type LiveCase = Asked | ByHand;

export const isAsked = (it: LiveCase): it is Asked => 'run' in it;

/** Thrown where the account has nothing to ask about: neither passed nor failed. */
export class NotRun extends Error {}
