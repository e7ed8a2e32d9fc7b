import type { Migration } from 'kysely/migration';
import { accounts } from './001-accounts.ts';
import { renewals } from './002-renewals.ts';
import { nothingForgotten } from './003-nothing-forgotten.ts';
import { signIn } from './004-sign-in.ts';

/** In order, by name. A migration that was ever released is never edited: add the next one. */
export const migrations: Record<string, Migration> = {
  '001-accounts': accounts,
  '002-renewals': renewals,
  '003-nothing-forgotten': nothingForgotten,
  '004-sign-in': signIn,
};
