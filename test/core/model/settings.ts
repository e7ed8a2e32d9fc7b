import { renewalStep } from '@leb-renew/core';
import { changedMachine, lessPatience, type Change } from './changed-machine.ts';
import type { Setting, Trouble } from './world.ts';

const everyTrouble: readonly Trouble[] = [
  'lost',
  'late',
  'signed out',
  'storage',
  'blocked',
  'moved',
  'unknown',
  'customer',
  'notice',
  'lag',
  'orphan',
  'provider down',
  'late money',
  'other sum',
  'expired',
  'supplier',
  'crash',
];

export interface Size extends Omit<Setting, 'step' | 'asks' | 'kinds'> {
  /** Every kind, unless told. */
  readonly kinds?: readonly Trouble[];
  /** Whether two questions of patience stand for five. */
  readonly lessPatience?: boolean;
}

/**
 * The worlds that `npm test` explores. It leaves to the long form a third payment, a second quote beside other trouble, and
 * two pages with most kinds of trouble; no kind of trouble and no guard is left to it alone.
 */
export const worlds = {
  'one page, and any trouble': { tabs: 1, tries: 2, quotes: 1, troubles: 1, prompt: true },
  'one page, and any two troubles, but no reader that lags behind': {
    tabs: 1,
    tries: 2,
    quotes: 1,
    troubles: 2,
    prompt: true,
    kinds: everyTrouble.filter((kind) => kind !== 'lag'),
  },
  'two pages, and lost answers, or a provider that cannot be asked': {
    tabs: 2,
    tries: 2,
    quotes: 1,
    troubles: 1,
    prompt: true,
    lessPatience: true,
    kinds: ['lost', 'unknown', 'provider down'],
  },
  'two pages, and payments that outlast their patience, or whose outcome is lost': {
    tabs: 2,
    tries: 2,
    quotes: 1,
    troubles: 1,
    lessPatience: true,
    kinds: ['unknown', 'moved'],
  },
  'two pages, and a form that goes on behind what is said of the other': {
    tabs: 2,
    tries: 1,
    quotes: 1,
    troubles: 1,
    lessPatience: true,
    formsGoOn: true,
    kinds: ['blocked', 'lost', 'unknown', 'moved', 'provider down'],
  },
  'one page, payments that outlast its patience, and any two troubles, but no customer who is waited for': {
    tabs: 1,
    tries: 2,
    quotes: 1,
    troubles: 2,
    lessPatience: true,
    kinds: everyTrouble.filter((kind) => kind !== 'customer'),
  },
  'one page, and a provider that takes money for every try': {
    tabs: 1,
    tries: 2,
    quotes: 1,
    troubles: 1,
    prompt: true,
    naiveProvider: true,
  },
} as const satisfies Record<string, Size>;

/** Explored by `npm run test:model` beside the others: a few minutes. */
export const largeWorlds = {
  'one page, three payments, and any trouble': {
    tabs: 1,
    tries: 3,
    quotes: 2,
    troubles: 1,
    prompt: true,
    lessPatience: true,
  },
  'two pages, and most kinds of trouble': {
    tabs: 2,
    tries: 2,
    quotes: 1,
    troubles: 1,
    prompt: true,
    lessPatience: true,
    kinds: ['lost', 'late', 'unknown', 'storage', 'signed out', 'expired', 'supplier', 'late money'],
  },
  'two pages, and payments that wait for their customer, for longer than their patience, too': {
    tabs: 2,
    tries: 2,
    quotes: 1,
    troubles: 1,
    lessPatience: true,
    kinds: ['customer'],
  },
  'two pages, two payments, and a form that goes on behind what is said of the other': {
    tabs: 2,
    tries: 2,
    quotes: 1,
    troubles: 1,
    prompt: true,
    lessPatience: true,
    formsGoOn: true,
    kinds: ['blocked', 'lost'],
  },
  'two pages, payments that outlast their patience, and what keeps them from the server': {
    tabs: 2,
    tries: 2,
    quotes: 1,
    troubles: 1,
    lessPatience: true,
    kinds: ['storage', 'signed out', 'expired', 'provider down'],
  },
} as const satisfies Record<string, Size>;

/** A world with the real machine, or one that lacks some of its lines. */
export async function settingOf(size: Size, ...changes: readonly Change[]): Promise<Setting> {
  const { kinds = everyTrouble, lessPatience: less = false, ...setting } = size;
  const all = less ? [...lessPatience, ...changes] : changes;
  return {
    ...setting,
    kinds: new Set(kinds),
    step: all.length === 0 ? renewalStep : await changedMachine(...all),
    asks: less ? 3 : 6,
  };
}
