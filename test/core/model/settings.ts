import { renewalStep } from '@leb-renew/core';
import { changedMachine, lessPatience, type Change } from './changed-machine.ts';
import type { Setting, Trouble } from './world.ts';

const everyTrouble: readonly Trouble[] = [
  'lost',
  'late',
  'signed out',
  'storage',
  'blocked',
  'unknown',
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

/** The worlds that every test run explores. */
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
  'two pages, and lost answers': {
    tabs: 2,
    tries: 2,
    quotes: 1,
    troubles: 1,
    prompt: true,
    lessPatience: true,
    kinds: ['lost', 'unknown'],
  },
  'two pages, and payments that outlast their patience': {
    tabs: 2,
    tries: 2,
    quotes: 1,
    troubles: 0,
    lessPatience: true,
    kinds: [],
  },
  'one page, and payments that outlast its patience': {
    tabs: 1,
    tries: 2,
    quotes: 1,
    troubles: 2,
    lessPatience: true,
    kinds: everyTrouble.filter((kind) => kind !== 'lag' && kind !== 'storage' && kind !== 'late money'),
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

/** Explored with `MODEL=large` in the environment: a few minutes. */
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
