import type { Migration } from 'kysely/migration';
import { accounts } from './001-accounts.ts';
import { renewals } from './002-renewals.ts';
import { nothingForgotten } from './003-nothing-forgotten.ts';
import { signIn } from './004-sign-in.ts';
import { supplier } from './005-supplier.ts';
import { reminders } from './006-reminders.ts';
import { documents } from './007-documents.ts';
import { desk } from './008-desk.ts';
import { sessionsAndConsent } from './009-sessions-and-consent.ts';
import { planNames } from './010-plan-names.ts';
import { moneyBack } from './011-money-back.ts';
import { attempts } from './012-attempts.ts';

/** In order, by name. A migration that was ever released is never edited: add the next one. */
export const migrations: Record<string, Migration> = {
  '001-accounts': accounts,
  '002-renewals': renewals,
  '003-nothing-forgotten': nothingForgotten,
  '004-sign-in': signIn,
  '005-supplier': supplier,
  '006-reminders': reminders,
  '007-documents': documents,
  '008-desk': desk,
  '009-sessions-and-consent': sessionsAndConsent,
  '010-plan-names': planNames,
  '011-money-back': moneyBack,
  '012-attempts': attempts,
};
