import type { Begun, Customer } from './customer.ts';
import type { SendNotice } from './notices.ts';
import type { RunNotes } from './run-notes.ts';
import type { Need, Stage } from './stage.ts';

/** What rules work with, besides what the tester supplied. */
export interface Tools extends Stage {
  readonly notes: RunNotes;
  readonly customer: Customer;
  /** The same person at the other copy, or another person. */
  customerAt(baseUrl: string, who: 'same' | 'other'): Customer;
  notices(baseUrl?: string): SendNotice;
  /** Has the back end hear of a payment: by a notice where one can be signed, else by the provider's own, else by asking. */
  tell(begun: Begun): Promise<void>;
  /** How many extensions the supplier made, where it can be asked. */
  extensions(): Promise<number | null>;
  /** Waits long enough for a wrong effect to show. */
  calm(): Promise<void>;
  /** Kills the back end and waits until it answers again. */
  revive(): Promise<void>;
  /** In [0, 1), from the seed. */
  random(): number;
}

/** Tools of a rule that needs these. */
export type ToolsWith<N extends Need> = Tools & { readonly [Each in N]: NonNullable<Stage[Each]> };

interface RuleWith<N extends Need> {
  readonly number: number;
  readonly sentence: string;
  /** Who says so. */
  readonly source: string;
  /** Without one of these it is not checked. */
  readonly needs: readonly N[];
  /** Rejects with the first counterexample. */
  check(tools: ToolsWith<N>): Promise<void>;
}
export type Rule = RuleWith<Need>;

/** A rule of the table. It may rely on what it needs, and on nothing else. */
export const rule = <const N extends Need = never>(rule: RuleWith<N>): Rule => rule;
