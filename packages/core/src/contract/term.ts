import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660));

/** How long a plan lasts: calendar months or local calendar days. Neither is ever derived from the other. */
export const Term = v.union([v.strictObject({ months: count }), v.strictObject({ days: count })]);
export type Term = v.InferOutput<typeof Term>;

/** Why a renewal is not offered. */
export const RefusalReason = v.picklist([
  'terminated',
  'would-shorten',
  'beyond-horizon',
  'not-open-yet',
  'closed-until',
  'max-stacked',
  'suspended',
  'revoked',
  'other-family',
]);
export type RefusalReason = v.InferOutput<typeof RefusalReason>;
