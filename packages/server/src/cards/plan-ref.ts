import type { PlanRef } from '@leb-renew/core/contract';
import type { Selectable } from 'kysely';
import type { PlanRow } from '../store/schema.ts';

/** A plan by its name, in every language that the seller gave it one. */
export const planRef = ({ plan_id: planId, name, name_in: nameIn, term }: Selectable<PlanRow>): PlanRef => ({
  planId,
  name,
  ...(nameIn !== null && { nameIn }),
  term,
});
