import { either, exactly, integer, oneOf, type Of } from '../schema/index.ts';

const count = integer(1, 3660);

/** How long a plan lasts: calendar months or local calendar days. Neither is ever derived from the other. */
export const Term = either(exactly({ months: count }), exactly({ days: count }));
export type Term = Of<typeof Term>;

/** Why a renewal is not offered. */
export const RefusalReason = oneOf(
  'terminated',
  'would-shorten',
  'beyond-horizon',
  'not-open-yet',
  'closed-until',
  'max-stacked',
  'suspended',
  'revoked',
  'other-family',
  /** The supplier does not sell it for this card, for a reason of its own. */
  'not-sold',
);
export type RefusalReason = Of<typeof RefusalReason>;
