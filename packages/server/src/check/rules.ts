import type { Rule } from './rule.ts';
import { onlyForItsOwn } from './rules/access.ts';
import { killed, supplierFails, twoCopies } from './rules/mishaps.ts';
import { declinedThenPaid, endedUnpaid } from './rules/not-paid.ts';
import { forgedNotices, quickAnswers } from './rules/notices.ts';
import { askedOnce, fiftyStarts, sameKeyAgain } from './rules/one-payment.ts';
import { onePerCard } from './rules/one-per-card.ts';
import { samePrice } from './rules/quote.ts';
import { byNotice, repeatedNotices, shuffledNotices, withoutNotice } from './rules/renewed-once.ts';
import { nothingSecretInAnswers, nothingSecretInLogs } from './rules/secrets.ts';
import { neverExtended, refunds } from './rules/wrong-money.ts';

/** Every rule, in the order of the numbers, which is also the order of checking. */
export const rules: readonly Rule[] = [
  samePrice,
  askedOnce,
  sameKeyAgain,
  fiftyStarts,
  onePerCard,
  nothingSecretInAnswers,
  forgedNotices,
  byNotice,
  withoutNotice,
  repeatedNotices,
  shuffledNotices,
  declinedThenPaid,
  neverExtended,
  endedUnpaid,
  supplierFails,
  killed,
  twoCopies,
  onlyForItsOwn,
  quickAnswers,
  refunds,
  nothingSecretInLogs,
];
